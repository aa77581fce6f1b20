import { addDays } from '../../src/kernel/local-date.ts';
import type { Chance } from './chance.ts';
import type { InventedCensus, InventedChild, InventedEpisode } from './invented-census.ts';

/** What was planted at a child, and so what a loading must say. */
export type Edit = 'none' | 'development' | 'correction' | 'withdrawn';
export type EditedCensus = { readonly census: InventedCensus; readonly planted: ReadonlyMap<string, Edit> };

type Try = {
  readonly edit: Exclude<Edit, 'none'>;
  readonly make: (child: InventedChild) => InventedChild | null | undefined;
};

const inLast = (
  child: InventedChild,
  make: (episode: InventedEpisode) => InventedEpisode | undefined,
): InventedChild | undefined => {
  const last = child.episodes.at(-1);
  const made = last && make(last);
  return made && { ...child, episodes: [...child.episodes.slice(0, -1), made] };
};

/** Each answers the child as a later file may have it, undefined where that cannot be, null where the child is gone. */
const TRIES: readonly Try[] = [
  { edit: 'development', make: (child) => (child.upn ? { ...child, formerUpn: 'A800123456789' } : undefined) },
  { edit: 'development', make: moreDisabilities },
  {
    edit: 'development',
    make: (child) =>
      inLast(child, (last) =>
        last.closedOn ? undefined : { ...last, closedOn: addDays(last.referredOn, 300), closedBecause: 'RC7' },
      ),
  },
  {
    edit: 'development',
    make: (child) =>
      inLast(child, (last) =>
        last.needPlans[0] && !last.needPlans[0].endedOn
          ? { ...last, needPlans: [{ ...last.needPlans[0], endedOn: addDays(last.needPlans[0].begunOn, 20) }] }
          : undefined,
      ),
  },
  { edit: 'correction', make: (child) => ({ ...child, ethnicity: child.ethnicity === 'CHNE' ? 'BAFR' : 'CHNE' }) },
  {
    edit: 'correction',
    make: (child) => inLast(child, (last) => ({ ...last, source: last.source === '6' ? '7' : '6' })),
  },
  {
    edit: 'correction',
    make: (child) =>
      inLast(child, (last) => (last.closedOn ? { ...last, closedOn: addDays(last.closedOn, 1) } : undefined)),
  },
  {
    edit: 'correction',
    make: (child) =>
      inLast(child, (last) =>
        last.plans[0]
          ? { ...last, plans: [{ ...last.plans[0], plansBefore: last.plans[0].plansBefore + 3 }] }
          : undefined,
      ),
  },
  {
    edit: 'withdrawn',
    make: (child) => inLast(child, (last) => (last.assessments.length > 0 ? { ...last, assessments: [] } : undefined)),
  },
  {
    edit: 'withdrawn',
    make: (child) => inLast(child, (last) => (last.enquiries.length > 0 ? { ...last, enquiries: [] } : undefined)),
  },
  {
    edit: 'withdrawn',
    make: (child) => inLast(child, (last) => (last.closedOn ? without(last, 'closedOn', 'closedBecause') : undefined)),
  },
  { edit: 'withdrawn', make: () => null },
];

function moreDisabilities(child: InventedChild): InventedChild | undefined {
  const more = ['AUT', 'MOB'].find((code) => !child.disabilities.includes(code));
  return more === undefined ? undefined : { ...child, disabilities: [...child.disabilities, more] };
}

function without<Key extends 'closedOn' | 'closedBecause'>(episode: InventedEpisode, ...keys: Key[]): InventedEpisode {
  return Object.fromEntries(
    Object.entries(episode).filter(([key]) => !keys.includes(key as Key)),
  ) as unknown as InventedEpisode;
}

/** The same census as a later file of the same year may have it: with one thing planted at about every second child. */
export function editCensus(census: InventedCensus, chance: Chance): EditedCensus {
  const planted = new Map<string, Edit>();
  const children = census.children.flatMap((child) => {
    const tried = chance.percent(50) ? chance.pick(TRIES) : undefined;
    const made = tried?.make(child);
    planted.set(child.id, tried && made !== undefined ? tried.edit : 'none');
    return made === null ? [] : [made ?? child];
  });
  return { census: { ...census, children }, planted };
}
