import type { Id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { canonicalJson } from '../../../record/canonical-json.ts';
import type { Envelope } from '../../../record/define-entry.ts';
import type { Entry, EntrySource, NewEntry } from '../../../record/entry.ts';
import { isSaid } from '../../../record/said.ts';
import type { Change } from './compare-with-book.ts';
import type { Attestation, Deciding, Place, SlotContent } from './deciding.ts';
import type { FileSlot, FileSpan } from './file-group.ts';
import type { FileNote } from './file-note.ts';

/** A slot where it stands in the child's book. */
export type SlotAt = {
  readonly slot: FileSlot;
  readonly place: Place;
  readonly key: string;
  readonly content: string;
  readonly span: FileSpan | null;
};

/** A file of an earlier window than the last one that said it: it may add, never change. */
export const isOlder = ({ file }: Deciding, said: Attestation): boolean => file.window.until < said.window.until;

export const contentOf = ({ on, said }: FileSlot): SlotContent => ({ on, said });
export const contentOfSlot = (slot: FileSlot): string => canonicalJson(contentOf(slot));

/** What is to be written: `fills` is an entry of another file whose answers stand wherever this one gives none. */
export type Written = Pick<Change, 'said' | 'corrects' | 'reason'> & { readonly fills?: Entry };

export function write(at: SlotAt, change: Written, after: Id | null, deciding: Deciding): NewEntry {
  const { slot, place, key } = at;
  const row = slot.rows[0]?.row;
  const content = canonicalJson({ on: slot.on, said: change.said });
  const where = row ? { table: row.table, line: row.line } : { table: 'Child', line: 0 };
  const envelope = envelopeFor(key, place.thread, content, where, after, deciding);
  const around = {
    episode: place.episode === null ? null : deciding.makeId('thread', deciding.book, place.episode),
    followsAnother: followsAnother(place, deciding),
    spokenSince: spokenSince(place.episode, deciding),
  };
  const { corrects, reason, fills } = change;
  const happened = fills && slot.on === null ? fills.happened : slot.happened;
  const written = slot.write({ ...envelope, happened, corrects, reason }, change.said, around);
  const entry = fills ? { ...written, data: filled(written.data, fills.data) } : written;
  deciding.entries.push(entry);
  return entry;
}

/** Every answer of the newer, and of the older wherever the newer gives none. */
function filled(newer: unknown, older: unknown): unknown {
  const before = older as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(newer as Record<string, unknown>).map(([field, value]) => [
      field,
      isSaid(value) || before[field] === undefined ? value : before[field],
    ]),
  );
}

const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);

const spokenSince = (episode: string | null, { attested, file }: Deciding): LocalDate =>
  earlier(file.window.from, (episode && attested.get(`${episode}/received`)?.firstFrom) || file.window.from);

/** Whether an earlier one of its kind is known in the same episode: files show none that ended before their window. */
function followsAnother({ key, episode }: Place, { attested, attest, elsewhere }: Deciding): boolean {
  if (episode === null || key === episode) return false;
  const kind = key.slice(0, key.lastIndexOf(':') + 1);
  return [...attested.keys(), ...attest.keys(), ...elsewhere.keys()].some(
    (other) => other.startsWith(kind) && other < key && !other.startsWith(`${key}/`),
  );
}

export function envelopeFor(
  key: string,
  thread: string,
  content: string,
  at: { readonly table: string; readonly line: number },
  after: Id | null,
  { book, laChildId, file, makeId }: Deciding,
): Omit<Envelope, 'happened'> {
  const source: EntrySource = {
    kind: file.kind,
    file: file.hash,
    row: `${at.table}:${at.line}`,
    window: file.window,
    naturalKey: `${laChildId}/${key}`,
  };
  // What a later file adds or corrects is another entry: its id also depends on what it says and on what it follows.
  const id = after === null ? makeId('entry', book, key) : makeId('entry', book, key, content, after);
  return { id, book, about: thread === 'child' ? book : makeId('thread', book, thread), source };
}

/** This file says it, in that entry. */
export function remember(at: SlotAt, entry: Id, deciding: Deciding): void {
  const { slot, place, key, content, span } = at;
  keep({ key, group: place.key, content, said: contentOf(slot), entry, span, part: place.part }, deciding);
}

export function keep(
  said: {
    readonly key: string;
    readonly group: string;
    readonly content: string;
    readonly said: SlotContent | null;
    readonly entry: Id;
    readonly span: FileSpan | null;
    readonly part: string | null;
  },
  { run, file, digest, attested, attest }: Deciding,
): void {
  const { key, group, content, entry, span, part } = said;
  const before = attested.get(key);
  attest.set(key, {
    kind: file.kind,
    firstFrom: earlier(file.window.from, before?.firstFrom ?? file.window.from),
    key,
    group,
    contentHash: digest(content),
    content: said.said,
    entry,
    window: before && file.window.until < before.window.until ? before.window : file.window,
    seenIn: run,
    span,
    part,
    withdrawn: false,
  });
}

/** Said again: by this file now, unless a later one has said it. */
export function touch(said: Attestation, deciding: Deciding): void {
  const { file, run } = deciding;
  const window = isOlder(deciding, said) ? said.window : file.window;
  const firstFrom = earlier(said.firstFrom, file.window.from);
  deciding.attest.set(said.key, { ...said, window, firstFrom, seenIn: run });
}

export const what = (slot: FileSlot): string => slot.slot.replace(/[-:]/g, ' ');

export const note = (slot: FileSlot, reason: string): FileNote => ({
  table: slot.rows[0]?.row.table ?? 'Child',
  line: slot.rows[0]?.row.line ?? 0,
  reason,
});

/** Somebody put it right in Sightline: their word stands over the file's. */
export function setRightHere(at: SlotAt, entry: Id, deciding: Deciding): void {
  const reason = `Somebody put “${what(at.slot)}” right in Sightline: what the file says was not loaded.`;
  flag('put-right-here', at.slot, reason, deciding);
  const said = deciding.attested.get(at.key);
  if (said && !said.withdrawn) touch(said, deciding);
  else remember(at, entry, deciding);
}

export const flag = (code: string, slot: FileSlot, reason: string, { flags }: Deciding): void => {
  flags.push({ code, ...note(slot, reason) });
};
