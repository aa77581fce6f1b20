import type { Manifest } from '../../manifest.ts';
import { audienceSetEntry } from './paragraphs/audience-set.entry.ts';
import { coverEntries } from './rights/cover.entry.ts';
import { interestEntries } from './rights/interest.entry.ts';
import { namedRelationEntries } from './rights/named-relation.entry.ts';
import { restrictionEntries } from './rights/restriction.entry.ts';
import { rightsSetEntry } from './rights/rights-set.entry.ts';
import { sampleEntries } from './rights/sample.entry.ts';

/** Rights that people give each other: each change is an entry. Sessions, links and the access log are ordinary tables. */
export const access: Manifest = {
  name: 'access',
  entries: [
    ...[rightsSetEntry, ...interestEntries, ...sampleEntries, ...coverEntries],
    ...[...namedRelationEntries, ...restrictionEntries, audienceSetEntry],
  ],
};
