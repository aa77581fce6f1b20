import { canonicalJson } from '../../../record/canonical-json.ts';
import { happenedBetween } from '../../../record/entry.ts';
import { decideSlot } from './decide-slot.ts';
import type { DecidedChild, Deciding, DecidingWith, Place } from './deciding.ts';
import type { FileGroup } from './file-group.ts';
import { KIND_IN_WORDS } from './file-kind.ts';
import { fileSpokeOfChild } from './file-spoke-of-child.entry.ts';
import type { PreparedChild } from './prepared-child.ts';
import { contentOfSlot, envelopeFor, isOlder, keep, touch } from './write-slot.ts';

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
    disagreements: [],
    repointed: [],
    flags: [],
    withdrawn: [],
  };
  decideSpoken(child, deciding);
  decideGroups(child.groups, { key: '', thread: 'child', episode: null, part: null }, deciding);
  return { ...deciding, attest: [...deciding.attest.values()] };
}

/** The file spoke of this child: once for each window, and again when what it could not say changed. */
function decideSpoken(child: PreparedChild, deciding: Deciding): void {
  const { kind, window, without } = deciding.file;
  const days = `${window.from}..${window.until}`;
  // Two kinds of file may speak of the same days: each speaks for itself.
  const group = kind === 'cin-census' ? `spoken:${days}` : `spoken:${kind}:${days}`;
  const setAside = child.setAside
    .map(({ table, reason }) => ({ table, reason: reason.slice(0, 400) }))
    .sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
  const key = `${group}/spoken`;
  // Without the tables that were missing it is what it has always been, so that a file loaded before is known again.
  const content = canonicalJson(without.length === 0 ? setAside : { setAside, without });
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
    ? {
        corrects: before.entry,
        reason: `The same ${KIND_IN_WORDS[kind].short} was loaded again, and says otherwise what it could not say.`,
      }
    : {};
  const happened = happenedBetween(window.from, window.until);
  deciding.entries.push(
    fileSpokeOfChild.write({ ...envelope, ...corrects, happened }, { setAside, without: [...without] }),
  );
  keep({ key, group, content, said: null, entry: envelope.id, span: null, part: null }, deciding);
}

/** Two groups of one key are told apart by a number, in an order that does not depend on their order in the file. */
function decideGroups(groups: readonly FileGroup[], outer: Place, deciding: Deciding): void {
  const contentOf = (group: FileGroup): string => group.slots.map(contentOfSlot).join('\n');
  const sorted = groups
    .map((group) => ({ group, content: contentOf(group) }))
    .sort((a, b) => inOrder(a.group.key, b.group.key) || inOrder(a.content, b.content));
  // Whoever looks for a referral comes after the referrals of the file itself.
  for (const { group } of sorted.toSorted((a, b) => looksFor(a.group) - looksFor(b.group))) {
    const known = goesOnWith(group, outer, deciding);
    const around = referralAround(group, deciding) ?? outer;
    const place =
      known === null ? placeOf(group, around, deciding) : ({ is: 'own', at: placeAt(group, known, outer) } as const);
    if (place.is === 'repeated') flagRepeated(group, deciding);
    else
      decideGroup(known === null ? group : withoutOpening(group, known, deciding), place.at, known !== null, deciding);
    decideGroups(group.inner, place.at, deciding);
  }
}

/** The key of a group of an earlier file, or of one of another kind, that this one goes on with; null when it stands by itself. */
function goesOnWith(
  group: FileGroup,
  outer: Place,
  { attested, elsewhere, run, ...deciding }: Deciding,
): string | null {
  if (!group.continues) return null;
  const own = `${keyIn(group, outer)}/`;
  const earlier = [...attested.values()].filter(({ seenIn }) => seenIn !== run);
  if ([...attested.keys(), ...deciding.attest.keys()].some((key) => key.startsWith(own))) return null;
  const said = [...earlier, ...[...elsewhere.values()].flat()].flatMap(({ key, group: of, content, withdrawn }) =>
    content === null || withdrawn ? [] : [{ group: of, slot: key.slice(of.length + 1), ...content }],
  );
  return group.continues({ outer: outer.key, said });
}

/** What only tells of the beginning is said again by every file that shows how it goes on. */
function withoutOpening(group: FileGroup, key: string, deciding: Deciding): FileGroup {
  for (const { slot } of group.slots.filter(({ opens }) => opens)) {
    const said = deciding.attested.get(`${key}/${slot}`);
    const span = said?.span && group.span ? { from: said.span.from, until: group.span.until } : (said?.span ?? null);
    if (said && !said.withdrawn) touch({ ...said, span }, deciding);
  }
  return { ...group, slots: group.slots.filter(({ opens }) => !opens) };
}

const keyIn = (group: FileGroup, outer: Place): string =>
  outer.key === '' || group.ofChild ? group.key : `${outer.key}/${group.key}`;

const placeAt = (group: FileGroup, key: string, outer: Place): Place => ({
  key,
  thread: group.thread === 'own' ? key : outer.thread,
  episode: group.isEpisode ? key : outer.episode,
  part: group.part ?? outer.part,
});

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const looksFor = ({ findsEpisode }: FileGroup): number => (findsEpisode === undefined ? 0 : 1);

const REFERRED = /^(episode:(\d{4}-\d{2}-\d{2})(?:#\d+)?)\/received$/;

/** The last referral on or before the day, by any file. A group that was placed before stays where it is. */
function referralAround({ findsEpisode: on, key, slots, part }: FileGroup, deciding: Deciding): Place | null {
  if (on === undefined) return null;
  const { attest, attested, elsewhere } = deciding;
  const first = `${key}/${slots[0]?.slot ?? ''}`;
  if (attested.has(first)) return null;
  const keys = [...attest.keys(), ...attested.keys(), ...elsewhere.keys()];
  const before = keys.find((each) => each.startsWith('episode:') && each.endsWith(`/${first}`));
  const referrals = keys.flatMap((each) => {
    const [, episode, day = ''] = REFERRED.exec(each) ?? [];
    return episode !== undefined && day <= on ? [{ episode, day }] : [];
  });
  const last = referrals.sort((a, b) => inOrder(a.day, b.day) || inOrder(b.episode, a.episode)).at(-1);
  const found = before?.split('/')[0] ?? last?.episode;
  return found === undefined ? null : { key: found, thread: found, episode: found, part: part ?? null };
}

type Placed = { readonly is: 'repeated' | 'own'; readonly at: Place };

/** The first number under which the group is not yet said in this file; or where it is said already, word for word. */
function placeOf(group: FileGroup, outer: Place, deciding: Deciding): Placed {
  for (let number = 1; ; number += 1) {
    const at = placeAt(group, `${keyIn(group, outer)}${number === 1 ? '' : `#${number}`}`, outer);
    const { key } = at;
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

function flagRepeated(group: FileGroup, deciding: Deciding): void {
  const row = group.slots[0]?.rows[0]?.row;
  if (!row) return;
  const reason = 'The file says the same a second time: loaded once.';
  deciding.flags.push({ code: 'repeated', table: row.table, line: row.line, reason });
}

function decideGroup(group: FileGroup, place: Place, goesOn: boolean, deciding: Deciding): void {
  const first = group.slots[0];
  if (!first) return;
  const known = goesOn || deciding.attested.has(`${place.key}/${first.slot}`);
  for (const slot of group.slots) decideSlot(slot, group, place, known, deciding);
  if (!known || group.span !== null) return;
  // Groups with a span are looked after when the whole file has been read; these must be looked at here.
  const present = new Set(group.slots.map((slot) => `${place.key}/${slot.slot}`));
  for (const said of deciding.attested.values())
    if (said.group === place.key && !present.has(said.key) && !isOlder(deciding, said))
      deciding.withdrawn.push(said.key);
}
