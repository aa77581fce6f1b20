import type { Chance } from '../census/chance.ts';
import type { Day } from './days.ts';
import type { Child } from './invented-family.ts';
import { pickShare } from './shares.ts';

/** Where a child in care lives, as the generator knows it. */
export type HomeKind =
  | 'foster'
  | 'foster-by-relative'
  | 'childrens-home'
  | 'with-parents'
  | 'semi-independent'
  | 'supported-accommodation';
export type CareLaw = 'accommodated' | 'interim-care-order' | 'care-order';

/** Which paragraph says how often the child is visited there. */
export type VisitRule = 'ordinary' | 'temporary-or-interim-order' | 'parent-care-order';

export type Home = {
  readonly kind: HomeKind;
  readonly from: Day;
  /** The day on which the child moved on; null while the care lasts. */
  readonly until: Day | null;
  /** Meant to last until the child is grown, from this day. */
  readonly permanentOn: Day | null;
};

/** A period of care: from its first day until its end, home after home. */
export type CareInOutline = {
  readonly from: Day;
  readonly until: Day;
  readonly laws: readonly { readonly law: CareLaw; readonly from: Day }[];
  readonly homes: readonly Home[];
};

const HOMES: readonly (readonly [HomeKind, number])[] = [
  ['foster', 58],
  ['foster-by-relative', 18],
  ['childrens-home', 15],
  ['with-parents', 9],
];
const HOMES_AT_SIXTEEN: readonly (readonly [HomeKind, number])[] = [
  ['foster', 38],
  ['foster-by-relative', 9],
  ['childrens-home', 20],
  ['supported-accommodation', 20],
  ['semi-independent', 13],
];

export function outlineCare(chance: Chance, child: Child, from: Day, until: Day): CareInOutline {
  const days = until - from;
  const laws = inventLaws(chance, from, days);
  return { from, until, laws, homes: inventHomes(chance, { child, from, until, laws }) };
}

function inventLaws(chance: Chance, from: Day, days: number): CareInOutline['laws'] {
  const first = chance.percent(58) ? 'accommodated' : 'interim-care-order';
  const laws: { law: CareLaw; from: Day }[] = [{ law: first, from }];
  const ordered = from + chance.whole(20, 60);
  if (first === 'accommodated' && days > 200 && chance.percent(55))
    laws.push({ law: 'interim-care-order', from: ordered });
  if (laws.at(-1)?.law === 'interim-care-order' && days > 320)
    laws.push({ law: 'care-order', from: from + chance.whole(150, 280) });
  return laws;
}

type Wanted = Pick<CareInOutline, 'from' | 'until' | 'laws'> & { readonly child: Child };

function inventHomes(chance: Chance, { child, from, until, laws }: Wanted): Home[] {
  const homes: Home[] = [];
  for (let day = from; ; ) {
    const age = (day - child.bornOn) / 365.25;
    const law = laws.findLast((each) => each.from <= day)?.law;
    const picked = pickShare(chance, age >= 16.1 ? HOMES_AT_SIXTEEN : HOMES);
    // Only under an order is a child in care placed with the parents; by agreement they would be at home.
    const kind = picked === 'with-parents' && law === 'accommodated' ? 'foster' : picked;
    const stays = chance.percent(45) ? chance.whole(3, 160) : chance.whole(160, 1_500);
    const last = day + stays >= until - 20 ? null : day + stays;
    const lasts = (last ?? until) - day;
    const permanentOn =
      kind.startsWith('foster') && lasts > 300 && chance.percent(60)
        ? day + chance.whole(200, Math.min(lasts - 1, 520))
        : null;
    homes.push({ kind, from: day, until: last, permanentOn });
    if (last === null) return homes;
    day = last;
  }
}
