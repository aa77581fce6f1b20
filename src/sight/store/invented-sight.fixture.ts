import { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { BOOK_KINDS, type Entry, entryType, happenedOn, type NewEntry } from '../../record/entry.ts';
import { type EntryRegistry, registryOf } from '../../record/registry.ts';
import { newId, noteWritten } from '../../record/store/invented-entries.fixture.ts';
import type { FactDraft, FactName, Policy, Standing } from '../facts.ts';
import type { SpeakingEntry } from './speaking-entry.ts';

/** Entries that say facts, standings and policies outright: for tests of what is stored, which need no module. */
type Said = {
  readonly facts?: readonly FactDraft[];
  readonly standings?: readonly Pick<Standing, 'state' | 'from' | 'until'>[];
  readonly policies?: readonly Pick<Policy, 'parameter' | 'value' | 'from'>[];
};

const said = entryType({
  type: 'something-said',
  version: 1,
  books: BOOK_KINDS,
  data: z.custom<Said>((value) => typeof value === 'object'),
});

const dataOf = ({ data }: Entry): Said => data as Said;

export const inventedSpeakers: readonly SpeakingEntry[] = [
  {
    is: said,
    facts: (entry) => dataOf(entry).facts ?? [],
    standing: (entry) => dataOf(entry).standings ?? [],
    policy: (entry) => dataOf(entry).policies ?? [],
  },
];
export const inventedSightRegistry: EntryRegistry = registryOf([said, noteWritten]);

const FIRST_OF_MARCH = '2026-03-01' as LocalDate;

/** An entry that says this, recorded here unless told. */
export const saying = (book: Id, what: Said, change: Partial<NewEntry> = {}): NewEntry => ({
  id: newId(),
  book,
  about: book,
  type: said.type,
  version: said.version,
  happened: happenedOn(FIRST_OF_MARCH),
  onBehalfOf: null,
  source: { kind: 'here' },
  data: what,
  corrects: null,
  reason: null,
  ...change,
});

/** A fact of one day, on a thread that is its own episode. */
export const factOn = (name: FactName, day: string, thread: Id, party: Id | null = null): FactDraft => ({
  name,
  earliest: day as LocalDate,
  latest: day as LocalDate,
  at: null,
  thread,
  episode: thread,
  party,
});
