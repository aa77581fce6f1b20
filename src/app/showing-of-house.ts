import { redactEntries, withheldIn } from '../modules/access/store/redact-entries.ts';
import type { Showing } from '../modules/showing.ts';
import type { EntryRegistry } from '../record/registry.ts';

/** How every page of this house shows entries: as whoever asks may see them. */
export const showing = (registry: EntryRegistry): Showing => ({
  redacted: (tx, entries) => redactEntries(tx, registry, entries),
  withheldIn: (tx, books) => withheldIn(tx, registry, books),
});
