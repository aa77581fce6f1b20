import type { Id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { canonicalJson } from '../../../record/canonical-json.ts';
import type { Envelope } from '../../../record/define-entry.ts';
import type { Entry, EntrySource, NewEntry } from '../../../record/entry.ts';
import type { CensusGroup, CensusSlot, CensusSpan } from './census-group.ts';
import type { CensusNote } from './census-note.ts';
import { type Change, compareWithBook } from './compare-with-book.ts';
import type { Attestation, Deciding, Place } from './deciding.ts';

/** A file of an earlier window than the last one that said it: it may add, never change. */
export const isOlder = ({ file }: Deciding, said: Attestation): boolean => file.window.until < said.window.until;

export const contentOfSlot = ({ on, said }: CensusSlot): string => canonicalJson({ on, said });

export function decideSlot(
  slot: CensusSlot,
  group: CensusGroup,
  place: Place,
  groupKnown: boolean,
  deciding: Deciding,
): void {
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

export function envelopeFor(
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

export function remember(
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
export function touch(said: Attestation, deciding: Deciding): void {
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
