import type { Manifest } from '../manifest.ts';
import { adultEntries } from './core/adult-recorded.entry.ts';
import { linkEntries } from './core/books-linked.entry.ts';
import { childDescribedEntry } from './core/child-described.entry.ts';
import { childDiedEntry } from './core/child-died.entry.ts';
import { childRecordedEntry } from './core/child-recorded.entry.ts';
import { familyEntries } from './core/family.entry.ts';
import { householdEntries } from './core/household.entry.ts';
import { siblingRecordedEntry } from './core/sibling-recorded.entry.ts';

export const people: Manifest = {
  name: 'people',
  entries: [
    childRecordedEntry,
    childDescribedEntry,
    childDiedEntry,
    siblingRecordedEntry,
    ...linkEntries,
    ...adultEntries,
    ...familyEntries,
    ...householdEntries,
  ],
};
