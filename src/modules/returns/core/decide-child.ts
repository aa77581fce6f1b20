import type { Id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { canonicalJson } from '../../../record/canonical-json.ts';
import type { Envelope } from '../../../record/define-entry.ts';
import { type Entry, type EntrySource, happenedBetween, type NewEntry } from '../../../record/entry.ts';
import type { CensusGroup, CensusSlot, CensusSpan } from './census-group.ts';
import type { CensusWindow } from './census-header.ts';
import type { CensusFlag, CensusNote, ReadRow } from './census-note.ts';
import { type Change, compareWithBook } from './compare-with-book.ts';
import { fileSpokeOfChild } from './file-spoke-of-child.entry.ts';
import type { PreparedChild } from './read-census-groups.ts';

/** That a file said something, and which entry it became. One row of `returns.attestation`. */
export type Attestation = {
  /** Natural key of the entry within the book. */
  readonly key: string;
  readonly group: string;
  readonly contentHash: string;
  /** The newest entry that says it. */
  readonly entry: Id;
  /** The last file that said it. */
  readonly window: CensusWindow;
  readonly seenIn: Id;
  /** First day of the earliest window in which a file said it. */
  readonly firstFrom: LocalDate;
  readonly span: CensusSpan | null;
  /** A person confirmed that the source took it back: `entry` is the one that did. */
  readonly withdrawn: boolean;
};

/** What a child of a file is decided with. */
export type DecidingWith = {
  readonly run: Id;
  readonly book: Id;
  readonly laChildId: string;
  readonly file: { readonly hash: string; readonly window: CensusWindow };
  /** What files have said of this book, by key. */
  readonly attested: ReadonlyMap<string, Attestation>;
  /** Entries of the book that stand, by natural key. Needed only for keys in `differing`. */
  readonly standing: ReadonlyMap<string, readonly Entry[]>;
  /** SHA-256 in hexadecimal. */
  readonly digest: (text: string) => string;
  /** A UUID made from its parts: the same parts, the same id. */
  readonly makeId: (...parts: readonly string[]) => Id;
};

/** What becomes of one child of a file. */
export type DecidedChild = {
  readonly entries: readonly NewEntry[];
  /** Rows of the attestation table, new and touched. */
  readonly attest: readonly Attestation[];
  /** Keys whose content differs and whose entries were not given: decide again with them. */
  readonly differing: readonly string[];
  readonly loaded: ReadonlySet<ReadRow>;
  readonly developments: readonly CensusNote[];
  readonly corrections: readonly CensusNote[];
  readonly flags: readonly CensusFlag[];
  /** Keys that the file no longer has, though it still has their group. */
  readonly withdrawn: readonly string[];
};

type Deciding = DecidingWith & {
  readonly entries: NewEntry[];
  readonly attest: Map<string, Attestation>;
  readonly differing: string[];
  readonly loaded: Set<ReadRow>;
  readonly developments: CensusNote[];
  readonly corrections: CensusNote[];
  readonly flags: CensusFlag[];
  readonly withdrawn: string[];
};

/** Where a group has come to stand: its own key, and those of what it stands in. */
type Place = { readonly key: string; readonly thread: string; readonly episode: string | null };

/** Compares one child of a file with what files have said before, and answers the entries that it adds. Writes nothing. */
export function decideChild(child: PreparedChild, given: DecidingWith): DecidedChild {
  const deciding: Deciding = {
    ...given,
    entries: [],
    attest: new Map(),
    differing: [],
    loaded: new Set(),
    developments: [],
    corrections: [],
    flags: [],
    withdrawn: [],
  };
  decideSpoken(child, deciding);
  decideGroups(child.groups, { key: '', thread: 'child', episode: null }, deciding);
  return { ...deciding, attest: [...deciding.attest.values()] };
}

/** The file spoke of this child: once for each window, and again when what it could not say changed. */
function decideSpoken(child: PreparedChild, deciding: Deciding): void {
  const { window } = deciding.file;
  const group = `spoken:${window.from}..${window.until}`;
  const setAside = child.setAside
    .map(({ table, reason }) => ({ table, reason: reason.slice(0, 400) }))
    .sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
  const key = `${group}/spoken`;
  const content = canonicalJson(setAside);
  const before = deciding.attested.get(key);
  // A second `Child` under one id in the same file: the first has said it.
  if (before && (before.seenIn === deciding.run || before.contentHash === deciding.digest(content))) {
    touch(before, deciding);
    return;
  }
  const envelope = envelopeFor(
    key,
    group,
    content,
    { table: 'Child', line: child.line },
    before?.entry ?? null,
    deciding,
  );
  const corrects = before
    ? { corrects: before.entry, reason: 'The same census was loaded again, with other faults.' }
    : {};
  const happened = happenedBetween(window.from, window.until);
  deciding.entries.push(fileSpokeOfChild.write({ ...envelope, ...corrects, happened }, { setAside }));
  remember(key, group, content, envelope.id, null, deciding);
}

/** Two groups of one key are told apart by a number, in an order that does not depend on their order in the file. */
function decideGroups(groups: readonly CensusGroup[], outer: Place, deciding: Deciding): void {
  const contentOf = (group: CensusGroup): string => group.slots.map(contentOfSlot).join('\n');
  const sorted = groups
    .map((group) => ({ group, content: contentOf(group) }))
    .sort((a, b) => inOrder(a.group.key, b.group.key) || inOrder(a.content, b.content));
  for (const { group } of sorted) {
    const place = placeOf(group, outer, deciding);
    if (place.is === 'repeated') flagRepeated(group, deciding);
    else decideGroup(group, place.at, deciding);
    decideGroups(group.inner, place.at, deciding);
  }
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Placed = { readonly is: 'repeated' | 'own'; readonly at: Place };

/** The first number under which the group is not yet said in this file; or where it is said already, word for word. */
function placeOf(group: CensusGroup, outer: Place, deciding: Deciding): Placed {
  for (let number = 1; ; number += 1) {
    const key = `${outer.key}${outer.key === '' ? '' : '/'}${group.key}${number === 1 ? '' : `#${number}`}`;
    const at = {
      key,
      thread: group.thread === 'own' ? key : outer.thread,
      episode: group.isEpisode ? key : outer.episode,
    };
    const first = group.slots[0];
    if (!first || !saidInThisFile(`${key}/${first.slot}`, deciding)) return { is: 'own', at };
    const same = group.slots.every((slot) => {
      const said = deciding.attest.get(`${key}/${slot.slot}`) ?? deciding.attested.get(`${key}/${slot.slot}`);
      return said?.contentHash === deciding.digest(contentOfSlot(slot));
    });
    if (same) return { is: 'repeated', at };
  }
}

const saidInThisFile = (key: string, { attest, attested, run }: Deciding): boolean =>
  attest.has(key) || attested.get(key)?.seenIn === run;

function flagRepeated(group: CensusGroup, deciding: Deciding): void {
  const row = group.slots[0]?.rows[0]?.row;
  if (!row) return;
  const reason = 'The file says the same a second time: loaded once.';
  deciding.flags.push({ code: 'repeated', table: row.table, line: row.line, reason });
}

function decideGroup(group: CensusGroup, place: Place, deciding: Deciding): void {
  const first = group.slots[0];
  if (!first) return;
  const known = deciding.attested.has(`${place.key}/${first.slot}`);
  for (const slot of group.slots) decideSlot(slot, group, place, known, deciding);
  if (!known || group.span !== null) return;
  // Groups with a span are looked after when the whole file has been read; these must be looked at here.
  const present = new Set(group.slots.map((slot) => `${place.key}/${slot.slot}`));
  for (const said of deciding.attested.values())
    if (said.group === place.key && !present.has(said.key) && !isOlder(deciding, said))
      deciding.withdrawn.push(said.key);
}

/** A file of an earlier window than the last one that said it: it may add, never change. */
const isOlder = ({ file }: Deciding, said: Attestation): boolean => file.window.until < said.window.until;

const contentOfSlot = ({ on, said }: CensusSlot): string => canonicalJson({ on, said });

function decideSlot(slot: CensusSlot, group: CensusGroup, place: Place, groupKnown: boolean, deciding: Deciding): void {
  const key = `${place.key}/${slot.slot}`;
  const content = contentOfSlot(slot);
  const said = deciding.attested.get(key);
  const span = slot.observation ? null : group.span;
  if (!said || said.withdrawn) {
    const entry = write(slot, place, key, { said: slot.said, corrects: null, reason: null }, deciding);
    remember(key, place.key, content, entry.id, span, deciding);
    for (const { row } of slot.rows) deciding.loaded.add(row);
    if (groupKnown) deciding.developments.push(noteOf(slot, `New since an earlier file: ${what(slot)}.`));
  } else if (said.contentHash === deciding.digest(content)) {
    touch({ ...said, span }, deciding);
  } else if (isOlder(deciding, said)) {
    flag('older-file', slot, `A later file says otherwise of “${what(slot)}”: the later one stands.`, deciding);
    touch(said, deciding);
  } else {
    const standing = deciding.standing.get(key);
    if (!standing) deciding.differing.push(key);
    else if (standing.length > 0) decideDifferent({ slot, place, key, content, span, said, standing }, deciding);
    else {
      flag(
        'put-right-here',
        slot,
        `Somebody put “${what(slot)}” right in Sightline: what the file says was not loaded.`,
        deciding,
      );
      touch(said, deciding);
    }
  }
}

const flag = (code: string, slot: CensusSlot, reason: string, { flags }: Deciding): void => {
  flags.push({ code, ...noteOf(slot, reason) });
};

type Different = {
  readonly slot: CensusSlot;
  readonly place: Place;
  readonly key: string;
  readonly content: string;
  readonly span: CensusSpan | null;
  readonly said: Attestation;
  readonly standing: readonly Entry[];
};

function decideDifferent(different: Different, deciding: Deciding): void {
  const { slot, place, key, content, span, said, standing } = different;
  const { changes, lost, listed } = compareWithBook(slot, standing, deciding.file.window.until);
  for (const field of lost)
    deciding.flags.push({
      code: 'no-longer-given',
      ...noteOf(slot, `Earlier files gave ${field}; this one does not. What they said stands.`),
    });
  let newest = said.entry;
  for (const change of changes) newest = write(slot, place, key, change, deciding).id;
  // Where a field is no longer given, the earlier content stays, so that the next file is asked again.
  if (changes.length === 0 && lost.length > 0) touch(said, deciding);
  else remember(key, place.key, content, newest, span, deciding);
  if (changes.length === 0) return;
  for (const each of slot.rows)
    if (each.in === null ? listed.scalar : !listed.items.has(each.item)) deciding.loaded.add(each.row);
  const isCorrection = changes.some(({ is }) => is === 'correction');
  (isCorrection ? deciding.corrections : deciding.developments).push(
    noteOf(slot, changes.map(({ summary }) => summary).join(' ')),
  );
}

function write(
  slot: CensusSlot,
  place: Place,
  key: string,
  change: Pick<Change, 'said' | 'corrects' | 'reason'>,
  deciding: Deciding,
): NewEntry {
  const row = slot.rows[0]?.row;
  const after = change.corrects ?? deciding.attested.get(key)?.entry ?? null;
  const content = canonicalJson({ on: slot.on, said: change.said });
  const where = row ? { table: row.table, line: row.line } : { table: 'Child', line: 0 };
  const envelope = envelopeFor(key, place.thread, content, where, after, deciding);
  const at = {
    episode: place.episode === null ? null : deciding.makeId('thread', deciding.book, place.episode),
    followsAnother: followsAnother(place, deciding),
    spokenSince: spokenSince(place.episode, deciding),
  };
  const { corrects, reason } = change;
  const entry = slot.write({ ...envelope, happened: slot.happened, corrects, reason }, change.said, at);
  deciding.entries.push(entry);
  return entry;
}

const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);

const spokenSince = (episode: string | null, { attested, file }: Deciding): LocalDate =>
  earlier(file.window.from, (episode && attested.get(`${episode}/received`)?.firstFrom) || file.window.from);

/** Whether an earlier one of its kind is known in the same episode: files show none that ended before their window. */
function followsAnother({ key, episode }: Place, { attested, attest }: Deciding): boolean {
  if (episode === null || key === episode) return false;
  const kind = key.slice(0, key.lastIndexOf(':') + 1);
  return [...attested.keys(), ...attest.keys()].some(
    (other) => other.startsWith(kind) && other < key && !other.startsWith(`${key}/`),
  );
}

function envelopeFor(
  key: string,
  thread: string,
  content: string,
  at: { readonly table: string; readonly line: number },
  after: Id | null,
  { book, laChildId, file, makeId }: Deciding,
): Omit<Envelope, 'happened'> {
  const source: EntrySource = {
    kind: 'cin-census',
    file: file.hash,
    row: `${at.table}:${at.line}`,
    window: file.window,
    naturalKey: `${laChildId}/${key}`,
  };
  // What a later file adds or corrects is another entry: its id also depends on what it says and on what it follows.
  const id = after === null ? makeId('entry', book, key) : makeId('entry', book, key, content, after);
  return { id, book, about: thread === 'child' ? book : makeId('thread', book, thread), source };
}

function remember(
  key: string,
  group: string,
  content: string,
  entry: Id,
  span: CensusSpan | null,
  deciding: Deciding,
): void {
  const { run, file, digest, attested } = deciding;
  deciding.attest.set(key, {
    firstFrom: earlier(file.window.from, attested.get(key)?.firstFrom ?? file.window.from),
    key,
    group,
    contentHash: digest(content),
    entry,
    window: file.window,
    seenIn: run,
    span,
    withdrawn: false,
  });
}

/** Said again: by this file now, unless a later one has said it. */
function touch(said: Attestation, deciding: Deciding): void {
  const { file, run } = deciding;
  const window = isOlder(deciding, said) ? said.window : file.window;
  const firstFrom = earlier(said.firstFrom, file.window.from);
  deciding.attest.set(said.key, { ...said, window, firstFrom, seenIn: run });
}

const what = (slot: CensusSlot): string => slot.slot.replace(/[-:]/g, ' ');

const noteOf = (slot: CensusSlot, reason: string): CensusNote => ({
  table: slot.rows[0]?.row.table ?? 'Child',
  line: slot.rows[0]?.row.line ?? 0,
  reason,
});
