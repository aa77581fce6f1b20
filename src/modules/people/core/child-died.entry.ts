import { defineEntry } from '../../../record/define-entry.ts';
import { said, words } from '../../../record/said.ts';
import { factOf } from '../../draft-fact.ts';
import { moduleEntry } from '../../manifest.ts';

/** A child has died. When is the entry's own time. */
export const childDied = defineEntry({
  type: 'child-died',
  version: 1,
  books: ['child'],
  fields: { account: said(words) },
});

export const childDiedEntry = moduleEntry({
  is: childDied.is,
  yields: ['born.died'],
  facts: (entry) => [factOf(entry, 'born.died')],
  tells: () => 'The child died.',
});
