import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { code, said, shortText } from '../../../record/said.ts';
import { moduleEntry } from '../../manifest.ts';

/** What a child is like and needs, in the codes of the census and in the family's own words. */
export const childDescribed = defineEntry({
  type: 'child-described',
  version: 1,
  books: ['child'],
  fields: {
    ethnicity: said(code),
    disabilities: said(z.array(code)),
    languages: said(z.array(shortText)),
    faith: said(shortText),
  },
});

export const childDescribedEntry = moduleEntry({
  is: childDescribed.is,
  yields: [],
  facts: () => [],
  tells: () => 'What the child is like and needs: recorded.',
});
