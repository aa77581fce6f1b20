import type { Chance } from '../../county/census/chance.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { Mark } from '../../src/modules/access/core/needless-reading/snooping-known.ts';

/** What somebody’s days are made of. */
export type Post =
  | 'worker'
  | 'manager'
  | 'supervising'
  | 'front-door'
  | 'night-desk'
  | 'chair'
  | 'reviewing'
  | 'legal'
  | 'auditor'
  | 'analyst'
  | 'director';

export type Employee = {
  readonly id: Id;
  readonly post: Post;
  readonly team: number | null;
  readonly surnames: readonly Mark[];
  readonly postcode: Mark | null;
  readonly address: Mark | null;
  readonly interests: Id[];
  /** Of a hundred evenings, how many they sit over their reports. */
  readonly evenings: number;
};

export type Family = {
  readonly surnames: readonly Mark[];
  readonly postcodes: readonly Mark[];
  readonly addresses: readonly Mark[];
  readonly children: Id[];
  /** The team and the worker that hold it; null for one that is closed, and for one at the front door. */
  readonly team: number | null;
  worker: Employee | null;
  readonly open: boolean;
};

export type Council = { readonly employees: readonly Employee[]; readonly families: readonly Family[] };

/** Ids that count up: `kind` keeps people and children apart. */
export const idOf = (kind: number, number: number): Id =>
  `0000000${kind}-0000-4000-8000-${number.toString(16).padStart(12, '0')}` as Id;

const TEAMS = 20;
const CHILDREN = 5_500;
const POSTCODES = 2_600;
const SURNAMES = 9_000;

/**
 * As English surnames go: the first is borne by about one in ninety, half of all people by the first eight hundred, and most
 * names by hardly anybody.
 */
export function surnameFrom(chance: Chance): Mark {
  const offset = 8;
  const exponent = 0.92;
  const top = (SURNAMES + offset) ** (1 - exponent);
  const low = offset ** (1 - exponent);
  const rank = (low + chance.next() * (top - low)) ** (1 / (1 - exponent)) - offset;
  return `surname ${Math.floor(rank)}`;
}

/** Estates and long roads: some postcodes hold many families. */
const postcodeFrom = (chance: Chance): Mark => `postcode ${Math.floor(chance.next() ** 1.5 * POSTCODES)}`;

const POSTS: readonly (readonly [Post, number])[] = [
  ['supervising', 14],
  ['front-door', 24],
  ['night-desk', 7],
  ['chair', 10],
  ['reviewing', 12],
  ['legal', 8],
  ['auditor', 4],
  ['analyst', 5],
  ['director', 1],
];

export function inventReaders(chance: Chance): Employee[] {
  const employees: Employee[] = [];
  const add = (post: Post, team: number | null): void => {
    // Four of ten live elsewhere; of some nobody has said where.
    const lives = chance.percent(55) ? postcodeFrom(chance) : `far ${employees.length}`;
    const held = chance.percent(80);
    employees.push({
      id: idOf(1, employees.length + 1),
      post,
      team,
      surnames: chance.percent(15) ? [surnameFrom(chance), surnameFrom(chance)] : [surnameFrom(chance)],
      postcode: held ? lives : null,
      address: held ? `${lives}, ${chance.whole(1, 20)}` : null,
      interests: [],
      evenings: chance.percent(25) ? chance.whole(10, 50) : chance.whole(0, 6),
    });
  };
  for (let team = 0; team < TEAMS; team += 1) add('manager', team);
  for (const [post, count] of POSTS) for (let at = 0; at < count; at += 1) add(post, null);
  while (employees.length < 300) add('worker', employees.length % TEAMS);
  return employees;
}

const FAMILY_SIZES = [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 5];

export function inventFamilies(chance: Chance, employees: readonly Employee[]): Family[] {
  const workers = employees.filter(({ post }) => post === 'worker');
  const families: Family[] = [];
  for (let children = 0; children < CHILDREN; ) {
    const size = Math.min(chance.pick(FAMILY_SIZES), CHILDREN - children);
    const from = children;
    children += size;
    const worker = chance.percent(62) ? chance.pick(workers) : null;
    const homes = chance.percent(70)
      ? Array.from({ length: chance.pick([1, 1, 2, 3]) }, () => postcodeFrom(chance))
      : [];
    families.push({
      surnames: Array.from({ length: chance.pick([1, 2, 2, 3]) }, () => surnameFrom(chance)),
      postcodes: homes,
      addresses: homes.map((home) => `${home}, ${chance.whole(1, 20)}`),
      children: Array.from({ length: size }, (_, at) => idOf(2, from + at + 1)),
      team: worker?.team ?? null,
      worker,
      open: worker !== null || chance.percent(25),
    });
  }
  for (const employee of employees) if (chance.percent(6)) declare(chance, employee, families);
  return families;
}

/** Somebody declares to know a child; the record was closed to them when they did, and the whole family shows it. */
function declare(chance: Chance, { interests, team }: Employee, families: readonly Family[]): void {
  const family = chance.pick(families.filter((each) => each.team === null || each.team !== team));
  interests.push(...family.children);
}
