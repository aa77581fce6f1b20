import type { Id } from '../../../kernel/id.ts';
import type { Entry } from '../../../record/entry.ts';
import { isSaid, type Said } from '../../../record/said.ts';
import type { DecidedFile } from './deciding.ts';
import type { FileSaid, FileSlot } from './file-group.ts';
import { KIND_IN_WORDS } from './file-kind.ts';
import { fieldInWords, NOT_KNOWN, same, THE_DAY } from './said-elsewhere.ts';

/** One entry that a later file causes. */
export type Change = {
  /** An empty field now filled is news; a different value is a correction. Both keep what was said before. */
  readonly is: 'development' | 'correction';
  readonly said: FileSaid;
  readonly corrects: Id | null;
  readonly reason: string | null;
  readonly summary: string;
};

export type Compared = {
  readonly changes: readonly Change[];
  /** Fields that earlier files gave and this one does not. */
  readonly lost: readonly string[];
  /** What was there already: whether the fields other than lists changed, and the items that the lists held. */
  readonly listed: { readonly scalar: boolean; readonly items: ReadonlySet<unknown> };
};

type SpeakingFile = Pick<DecidedFile, 'kind' | 'window'>;

/** Holds what a file says against the entries that said it before (those that stand, oldest first). */
export function compareWithBook(slot: FileSlot, standing: readonly Entry[], file: SpeakingFile): Compared {
  const earlier = earlierSaid(slot, standing);
  const [added, changed, lost]: [string[], string[], string[]] = [[], [], []];
  for (const [field, value] of Object.entries(slot.said)) {
    const before = earlier.get(field)?.value;
    if (saysLess(value, before)) lost.push(fieldInWords(field));
    else if (value === undefined || same(value, before)) continue;
    else if (before === undefined || growsFrom(before, value)) added.push(field);
    else changed.push(field);
  }
  const last = standing.at(-1);
  if (slot.on !== null && last && last.happened.earliest !== slot.on)
    (last.happened.precision === 'day' ? changed : added).unshift(THE_DAY);
  const changes = slot.adds
    ? changesOfAdding(slot, standing, { earlier, added, changed, file })
    : changesOfEvent(slot, last, { earlier, added, changed, file });
  const items = [...earlier.values()].flatMap(({ value }) => (Array.isArray(value) ? value : []));
  const scalar = [...added, ...changed].some((field) => !Array.isArray(slot.said[field]));
  return { changes, lost, listed: { scalar, items: new Set<unknown>(items) } };
}

type Earlier = ReadonlyMap<string, { readonly value: unknown; readonly entry: Entry }>;
type Found = {
  readonly earlier: Earlier;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly file: SpeakingFile;
};

/** The last entry that said each field, and what it said. */
function earlierSaid(slot: FileSlot, standing: readonly Entry[]): Earlier {
  const earlier = new Map<string, { value: unknown; entry: Entry }>();
  for (const entry of standing)
    for (const field of Object.keys(slot.said)) {
      const value = (entry.data as Record<string, Said<unknown>>)[field];
      if (value !== undefined && isSaid(value)) earlier.set(field, { value, entry });
    }
  return earlier;
}

/** Nothing, or “not known”, where something was said before. */
const saysLess = (value: unknown, before: unknown): boolean =>
  (value === undefined && before !== undefined) ||
  (value === NOT_KNOWN && before !== undefined && before !== NOT_KNOWN);

/** What was not known is now; or a list still holds all it held, and more. */
const growsFrom = (before: unknown, value: unknown): boolean =>
  before === NOT_KNOWN ||
  (Array.isArray(before) && Array.isArray(value) && before.every((item) => value.includes(item)));

/** An event stands in one entry: whatever is new about it is a new whole entry in place of that one. */
function changesOfEvent(slot: FileSlot, last: Entry | undefined, { earlier, added, changed, file }: Found): Change[] {
  if (!last || added.length + changed.length === 0) return [];
  const kept = Object.fromEntries([...earlier].map(([field, { value }]) => [field, value]));
  const said = { ...kept, ...withoutUndefined(slot.said) };
  return [{ ...wordsFor(changed, added, file), said, corrects: last.id }];
}

/** Entries that add leave standing what they do not say: news is an entry of its own, a correction replaces each that erred. */
function changesOfAdding(
  slot: FileSlot,
  standing: readonly Entry[],
  { earlier, added, changed, file }: Found,
): Change[] {
  const erring = standing.filter((entry) => changed.some((field) => earlier.get(field)?.entry === entry));
  const corrections = erring.map((entry): Change => {
    const kept = [...earlier].filter(([, each]) => each.entry === entry).map(([field, { value }]) => [field, value]);
    const now = changed.filter((field) => earlier.get(field)?.entry === entry);
    const said = { ...Object.fromEntries(kept), ...pick(slot.said, now) };
    return { ...wordsFor(now, [], file), said, corrects: entry.id };
  });
  if (added.length === 0) return corrections;
  const news: Change = { ...wordsFor([], added, file), said: pick(slot.said, added), corrects: null, reason: null };
  return [...corrections, news];
}

function wordsFor(
  changed: readonly string[],
  added: readonly string[],
  file: SpeakingFile,
): Pick<Change, 'is' | 'reason' | 'summary'> {
  const who = `The ${KIND_IN_WORDS[file.kind].short} to ${file.window.until}`;
  const summary =
    changed.length > 0
      ? `${who} says otherwise: ${changed.map(fieldInWords).join(', ')}.`
      : `${who} says more: ${added.map(fieldInWords).join(', ')}.`;
  return { is: changed.length > 0 ? 'correction' : 'development', reason: summary, summary };
}

const pick = (said: FileSaid, fields: readonly string[]): FileSaid =>
  Object.fromEntries(fields.map((field) => [field, said[field]]));
const withoutUndefined = (said: FileSaid): FileSaid =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
