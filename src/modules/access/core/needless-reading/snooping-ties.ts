import type { Id } from '../../../../kernel/id.ts';
import type { Finding } from './snooping-kinds.ts';
import { type Known, linesOf, type Mark, type Reader, type Surroundings, type View } from './snooping-known.ts';

const OWN_FAMILY = 5;
const SAME_ADDRESS = 4;
const SAME_POSTCODE = 3.5;
const RAREST_SURNAME = 3.5;

/** One child in a hundred: that common a surname says nothing. One in a thousand or fewer: it says all that a surname can. */
const COMMON = 2;
const RARE = 3;

/** What a shared surname weighs, 0 to `RAREST_SURNAME`, growing as fewer children of the record have it. */
export function weightOfSurname(bearing: number, children: number): number {
  if (children <= 0) return 0;
  const rarity = -Math.log10(Math.max(bearing, 1) / children);
  const share = Math.min(1, Math.max(0, (rarity - COMMON) / (RARE - COMMON)));
  return Math.round(share * RAREST_SURNAME * 10) / 10;
}

const share = (own: Mark | null, theirs: readonly Mark[]): boolean => own !== null && theirs.includes(own);

/** Which of the shared surnames fewest children have; undefined when none is shared. */
function rarestShared(reader: Reader, around: Surroundings, known: Known): number | undefined {
  const shared = reader.surnames.filter((surname) => around.surnames.includes(surname)).map(known.bearing);
  return shared.length === 0 ? undefined : Math.min(...shared);
}

/** Ties that no work explains: one’s own family, one’s own home. `views` are all of this reader’s views of the child. */
export function closeTies(reader: Reader, child: Id, views: readonly View[], known: Known): Finding[] {
  const around = known.of(child);
  const lines = linesOf(views);
  const isFamily = [child, ...around.family].some((each) => reader.interests.includes(each));
  return [
    ...(isFamily ? [{ kind: 'own-family', points: OWN_FAMILY, counts: {}, lines } as const] : []),
    ...(share(reader.address, around.addresses)
      ? [{ kind: 'same-address', points: SAME_ADDRESS, counts: {}, lines } as const]
      : []),
  ];
}

/** Ties that count only for views that no work explains: neighbours and namesakes are also served by who lives there. */
export function looseTies(reader: Reader, child: Id, unexplained: readonly View[], known: Known): Finding[] {
  const around = known.of(child);
  const lines = linesOf(unexplained);
  const found: Finding[] = [];
  if (share(reader.postcode, around.postcodes) && !share(reader.address, around.addresses))
    found.push({ kind: 'same-postcode', points: SAME_POSTCODE, counts: {}, lines });
  const bearing = rarestShared(reader, around, known);
  const points = bearing === undefined ? 0 : weightOfSurname(bearing, known.children);
  if (bearing !== undefined && points >= 1)
    found.push({ kind: 'same-surname', points, counts: { bearing, children: known.children }, lines });
  return found;
}
