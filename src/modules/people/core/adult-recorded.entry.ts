import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { day, said, shortText } from '../../../record/said.ts';
import { observation } from '../../happening.ts';
import type { ModuleEntry } from '../../manifest.ts';
import { SEXES } from './child-recorded.entry.ts';

/** An adult in a child's life. May come again: what it does not say stands. */
export const adultRecorded = defineEntry({
  type: 'adult-recorded',
  version: 1,
  books: ['adult'],
  fields: {
    name: said(shortText),
    aliases: said(z.array(shortText)),
    bornOn: said(day),
    sex: said(z.enum(SEXES)),
  },
});

export const NAME_KINDS = ['legal', 'known-as', 'former', 'birth', 'misspelt'] as const;

/** Another name of a child or an adult, so that somebody who knows only that one finds them. */
export const nameUsed = defineEntry({
  type: 'name-used',
  version: 1,
  books: ['child', 'adult'],
  fields: { name: shortText, kind: said(z.enum(NAME_KINDS)), from: said(day), until: said(day) },
});

export const adultEntries: readonly ModuleEntry[] = [
  observation(adultRecorded, 'Who an adult is: recorded.'),
  observation(nameUsed, 'Another name was recorded.'),
];
