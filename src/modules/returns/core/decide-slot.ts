import type { Entry } from '../../../record/entry.ts';
import { isSaid } from '../../../record/said.ts';
import { compareWithBook } from './compare-with-book.ts';
import { decideChangedShared, decideHeard, heardElsewhere, noteChanged } from './decide-heard.ts';
import type { Attestation, Deciding, Place } from './deciding.ts';
import type { FileGroup, FileSlot } from './file-group.ts';
import { beside, same } from './said-elsewhere.ts';
import {
  contentOf,
  contentOfSlot,
  flag,
  isOlder,
  note,
  remember,
  type SlotAt,
  setRightHere,
  touch,
  what,
  write,
} from './write-slot.ts';

export function decideSlot(
  slot: FileSlot,
  group: FileGroup,
  place: Place,
  groupKnown: boolean,
  deciding: Deciding,
): void {
  const key = `${place.key}/${slot.slot}`;
  const span = slot.observation ? null : group.span;
  const at: SlotAt = { slot, place, key, content: contentOfSlot(slot), span };
  const said = deciding.attested.get(key);
  if (!said || said.withdrawn) {
    const others = heardElsewhere(key, deciding);
    if (others.length > 0) decideHeard(at, others, deciding);
    else decideFirst(at, groupKnown, deciding);
  } else if (said.contentHash === deciding.digest(at.content)) {
    touch({ ...said, content: contentOf(slot), span, part: place.part }, deciding);
  } else if (isOlder(deciding, said) && !onlyAdds(at, said)) {
    flag('older-file', slot, `A later file says otherwise of “${what(slot)}”: the later one stands.`, deciding);
    touch(said, deciding);
  } else {
    decideChanged(at, said, deciding);
  }
}

/** An earlier file may fill what the later one left open; it never changes what that one said. */
function onlyAdds({ slot }: SlotAt, { content }: Attestation): boolean {
  if (content === null) return false;
  const { contradicts, adds } = beside(contentOf(slot), content);
  return contradicts.length === 0 && adds.length > 0;
}

function decideFirst(at: SlotAt, groupKnown: boolean, deciding: Deciding): void {
  const after = deciding.attested.get(at.key)?.entry ?? null;
  const entry = write(at, { said: at.slot.said, corrects: null, reason: null }, after, deciding);
  remember(at, entry.id, deciding);
  for (const { row } of at.slot.rows) deciding.loaded.add(row);
  if (groupKnown) deciding.developments.push(note(at.slot, `New since an earlier file: ${what(at.slot)}.`));
}

/** The same kind of file said otherwise before. */
function decideChanged(at: SlotAt, said: Attestation, deciding: Deciding): void {
  const standing = deciding.standing.get(at.key);
  if (!standing) {
    deciding.differing.push(at.key);
    return;
  }
  const others = heardElsewhere(at.key, deciding);
  const shared = others.some(({ entry }) => entry === said.entry);
  const newest = standing.find(({ id }) => id === said.entry);
  if (shared && !at.slot.adds) {
    if (newest) decideChangedShared(at, others, newest, deciding);
    else setRightHere(at, said.entry, deciding);
    return;
  }
  const own = at.slot.adds
    ? standing.filter(({ source }) => source.kind === deciding.file.kind)
    : newest
      ? [newest]
      : [];
  if (own.length === 0 && !(shared && newest)) setRightHere(at, said.entry, deciding);
  else decideDifferent(withoutHeard(at, own, others), at, { said, standing: own }, deciding);
}

/** Of what only adds: without the fields that other files give with the same value and that this kind never wrote itself. */
function withoutHeard(at: SlotAt, own: readonly Entry[], others: readonly Attestation[]): FileSlot {
  if (!at.slot.adds) return at.slot;
  const written = (field: string): boolean =>
    own.some(({ data }) => {
      const value = (data as Record<string, unknown>)[field];
      return value !== undefined && isSaid(value);
    });
  const kept = Object.entries(at.slot.said).filter(
    ([field, value]) => written(field) || !others.some(({ content }) => same(value, content?.said[field])),
  );
  return { ...at.slot, said: Object.fromEntries(kept) };
}

function decideDifferent(
  slot: FileSlot,
  at: SlotAt,
  { said, standing }: { readonly said: Attestation; readonly standing: readonly Entry[] },
  deciding: Deciding,
): void {
  const { changes, lost, listed } = compareWithBook(slot, standing, deciding.file);
  for (const field of lost)
    flag('no-longer-given', slot, `Earlier files gave ${field}; this one does not. What they said stands.`, deciding);
  let newest = said.entry;
  for (const change of changes) newest = write(at, change, change.corrects ?? said.entry, deciding).id;
  // Where a field is no longer given, the earlier content stays, so that the next file is asked again.
  if (changes.length === 0 && lost.length > 0) touch(said, deciding);
  else remember(at, newest, deciding);
  if (changes.length === 0) return;
  for (const each of slot.rows)
    if (each.in === null ? listed.scalar : !listed.items.has(each.item)) deciding.loaded.add(each.row);
  const isCorrection = changes.some(({ is }) => is === 'correction');
  (isCorrection ? deciding.corrections : deciding.developments).push(
    note(slot, changes.map(({ summary }) => summary).join(' ')),
  );
  noteChanged(at, deciding);
}
