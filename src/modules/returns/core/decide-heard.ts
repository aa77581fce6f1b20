import type { Entry } from '../../../record/entry.ts';
import type { Attestation, Deciding } from './deciding.ts';
import type { FileSaid } from './file-group.ts';
import { KIND_IN_WORDS } from './file-kind.ts';
import { type Beside, beside, fieldInWords, same } from './said-elsewhere.ts';
import { contentOf, note, remember, type SlotAt, setRightHere, write } from './write-slot.ts';

/** What a file of another kind says of the same thing, and how it stands to what this file says. */
type Heard = Beside & { readonly by: Attestation };

/** Files of other kinds that still say something under this key, in a fixed order. */
export const heardElsewhere = (key: string, { elsewhere }: Deciding): readonly Attestation[] =>
  (elsewhere.get(key) ?? []).filter(({ withdrawn }) => !withdrawn);

/** How each of them stands to what this file says. What was loaded before contents were kept can be told only where it is the same. */
function heardBy(at: SlotAt, others: readonly Attestation[], deciding: Deciding): Heard[] {
  const now = contentOf(at.slot);
  const hash = deciding.digest(at.content);
  return others.flatMap((by) => {
    if (by.contentHash === hash) return [{ by, contradicts: [], adds: [] }];
    return by.content === null ? [] : [{ by, ...beside(now, by.content) }];
  });
}

/**
 * This kind of file says for the first time what another has said already: one event, two attestations. Where it says no
 * more, nothing is written; where it says more, the entry is filled; where it says otherwise, its own entry stands beside.
 */
export function decideHeard(at: SlotAt, others: readonly Attestation[], deciding: Deciding): void {
  const heard = heardBy(at, others, deciding);
  if (at.slot.adds) decideAdding(at, heard, deciding);
  else decideEvent(at, heard, others, deciding);
}

/** Entries that add say only what nobody said, and what somebody said otherwise. */
function decideAdding(at: SlotAt, heard: readonly Heard[], deciding: Deciding): void {
  const first = heard[0]?.by;
  const unsaid = unsaidFields(at.slot.said, heard);
  if (first && Object.keys(unsaid).length === 0) {
    remember(at, first.entry, deciding);
    return;
  }
  const { id } = write(at, { said: unsaid, corrects: null, reason: null }, first?.entry ?? null, deciding);
  remember(at, id, deciding);
  markLoaded(at, deciding);
  noteDisagreements(at, heard, deciding);
}

/** The fields that no file of another kind gives with the same value. */
export const unsaidFields = (said: FileSaid, heard: readonly Heard[]): FileSaid =>
  Object.fromEntries(
    Object.entries(said).filter(
      ([field, value]) => value !== undefined && !heard.some(({ by }) => same(value, by.content?.said[field])),
    ),
  );

function decideEvent(at: SlotAt, heard: readonly Heard[], others: readonly Attestation[], deciding: Deciding): void {
  const agreed = heard.find(({ contradicts, adds }) => contradicts.length + adds.length === 0);
  if (agreed) {
    remember(at, agreed.by.entry, deciding);
    return;
  }
  const fits = heard.find(({ contradicts }) => contradicts.length === 0);
  const meant = fits?.by ?? others[0];
  if (!meant) return;
  const standing = deciding.standing.get(at.key);
  if (!standing) {
    deciding.differing.push(at.key);
    return;
  }
  const entry = standing.find(({ id }) => id === meant.entry);
  if (!entry) setRightHere(at, meant.entry, deciding);
  else if (fits) fillShared(at, entry, deciding);
  else standBeside(at, entry, heard, deciding);
}

/** The shared entry, with what this file adds to it: everybody who said it says it in the fuller one. */
export function fillShared(at: SlotAt, entry: Entry, deciding: Deciding): void {
  const reason = `The ${KIND_IN_WORDS[deciding.file.kind].short} to ${deciding.file.window.until} says more.`;
  const change = { said: at.slot.said, corrects: entry.id, reason, fills: entry };
  const { id } = write(at, change, entry.id, deciding);
  for (const other of heardElsewhere(at.key, deciding))
    if (other.entry === entry.id) deciding.repointed.push({ ...other, entry: id });
  remember(at, id, deciding);
  markLoaded(at, deciding);
  deciding.developments.push(note(at.slot, reason));
}

/** What this file says stands beside what another said, until a person decides. */
export function standBeside(at: SlotAt, entry: Entry, heard: readonly Heard[], deciding: Deciding): void {
  const { id } = write(at, { said: at.slot.said, corrects: null, reason: null }, entry.id, deciding);
  remember(at, id, deciding);
  markLoaded(at, deciding);
  noteDisagreements(at, heard, deciding);
}

/** What this file says now contradicts what files of other kinds say. */
export function noteDisagreements(at: SlotAt, heard: readonly Heard[], deciding: Deciding): void {
  for (const { by, contradicts } of heard) {
    if (contradicts.length === 0) continue;
    const { short } = KIND_IN_WORDS[by.kind];
    const what = `“${at.slot.slot.replace(/[-:]/g, ' ')}”`;
    const fields = contradicts.map(fieldInWords).join(', ');
    deciding.disagreements.push(
      note(at.slot, `The ${short} says otherwise of ${what}: ${fields}. Both are kept until somebody decides.`),
    );
  }
}

function markLoaded({ slot }: SlotAt, { loaded }: Deciding): void {
  for (const { row } of slot.rows) loaded.add(row);
}

/** This file says otherwise than it did, of something that another kind of file says in the same entry. */
export function decideChangedShared(
  at: SlotAt,
  others: readonly Attestation[],
  entry: Entry,
  deciding: Deciding,
): void {
  const heard = heardBy(at, others, deciding);
  const contradicted = heard.some(({ by, contradicts }) => by.entry === entry.id && contradicts.length > 0);
  if (contradicted) standBeside(at, entry, heard, deciding);
  else fillShared(at, entry, deciding);
}

/** After a change of its own: what of it contradicts others. */
export const noteChanged = (at: SlotAt, deciding: Deciding): void =>
  noteDisagreements(at, heardBy(at, heardElsewhere(at.key, deciding), deciding), deciding);
