import type { Manifest } from '../../manifest.ts';
import { audienceSetEntry } from './audience-set.entry.ts';
import { coverEntries } from './cover.entry.ts';
import { interestEntries } from './interest.entry.ts';
import { namedRelationEntries } from './named-relation.entry.ts';
import { restrictionEntries } from './restriction.entry.ts';
import { rightsSetEntry } from './rights-set.entry.ts';
import { sampleEntries } from './sample.entry.ts';

/** Rights that people give each other: each change is an entry. Sessions, links and the access log are ordinary tables. */
export const access: Manifest = {
  name: 'access',
  entries: [
    ...[rightsSetEntry, ...interestEntries, ...sampleEntries, ...coverEntries],
    ...[...namedRelationEntries, ...restrictionEntries, audienceSetEntry],
  ],
};
