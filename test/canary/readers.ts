import { sql } from 'kysely';
import { handMadeId } from '../../county/hand-made/hand-made-id.ts';
import { beatrix, handMadePeople, jonah, temitope } from '../../county/hand-made/hand-made-people.ts';
import { safiya, zayn } from '../../county/hand-made/safiya-and-zayn.ts';
import { HOUSE } from '../../src/app/house-mark.ts';
import { grouped } from '../../src/kernel/grouped.ts';
import type { Id } from '../../src/kernel/id.ts';
import { ROLES } from '../../src/modules/access/core/permission.ts';
import { RELATIONS, ROLE_NAMES, type Role } from '../../src/modules/access/public.ts';
import { startSession } from '../../src/modules/access/store/session-store.ts';
import { hiddenBook, type PlantedCounty } from './planted-county.ts';
import type { Secrets } from './planted-secrets.ts';

/** Somebody who reads, with a session of their own; without one: a visitor. */
export type Reader = {
  readonly name: string;
  readonly session: string | undefined;
  /** Readers of one kind may do the same and stand the same way to the same children. */
  readonly kind: string;
  /** One of the county’s own people, with their own place in it. */
  readonly isOfTheCounty: boolean;
  /** The secrets that they may see. */
  readonly may: readonly (keyof Secrets)[];
};

const PLACES = ['line', 'postcode', 'phone'] as const;
const HIDDEN = ['hidden', 'alias', 'hiddenNumber'] as const;

/** The secrets that some of the people of the county may see; everybody else may see none. */
const MAY: Readonly<Record<string, readonly (keyof Secrets)[]>> = {
  [temitope.id]: [...PLACES, 'paragraph'],
  [beatrix.id]: [...PLACES, ...HIDDEN],
  [jonah.id]: HIDDEN,
};

type Made = { readonly id: Id; readonly name: string; readonly roles: readonly Role[]; readonly active?: boolean };
const made = (name: string, ...roles: Role[]): Made => ({ id: handMadeId('planted reader', name), name, roles });

/** One of every role without any relation, and social workers who stand in each relation to Safiya; a manager opens with a reason. */
const STRANGERS: readonly Made[] = ROLE_NAMES.map((role) => made(`a ${role} elsewhere`, role));
const RELATED: readonly Made[] = RELATIONS.filter(
  (each) => !['allocated', 'manager', 'accountable', 'data-quality', 'named', 'duty', 'cover', 'family'].includes(each),
).map((each) => made(`a social worker: ${each}`, each === 'reason' ? 'team-manager' : 'social-worker'));
const STOPPED: Made = { ...made('somebody who was stopped', 'social-worker'), active: false };
const INTERESTED: Made = made('a neighbour in the same team', 'social-worker');

/** Everybody who might look, as of now. */
export async function readersOf({ fresh: { db } }: PlantedCounty): Promise<readonly Reader[]> {
  const people: readonly Made[] = [
    ...handMadePeople,
    { id: jonah.id, name: jonah.name, roles: ['social-worker'] },
    ...STRANGERS,
    ...RELATED,
    STOPPED,
    INTERESTED,
  ];
  await db.owner(async (tx) => {
    const run = (query: ReturnType<typeof sql>) => query.execute(tx);
    for (const { id, name, roles } of people)
      await run(sql`insert into access.person (id, email, name, roles, added_at, added_by)
        values (${id}, ${`${id}@planted.example`}, ${name}, ${[...roles]}, now(), 'test') on conflict do nothing`);
    const relate = (as: string, query: (person: Id, name: string) => ReturnType<typeof sql>) => {
      const found = RELATED.find(({ name }) => name.endsWith(`: ${as}`));
      if (!found) throw new Error(`nobody is ${as}`);
      return run(query(found.id, found.name));
    };
    for (const as of ['conference-chair', 'reviewing-officer', 'legal', 'supervising'])
      await relate(
        as,
        (person) => sql`insert into access.named_relation
        select book, ${handMadeId('planted', as)}, ${person}, ${as}, '2026-01-01', null from unnest(${[safiya.book, zayn.book]}::uuid[]) as book`,
      );
    await relate(
      'sample',
      (person) =>
        sql`insert into access.sample values (${handMadeId('planted', 'sample')}, ${handMadeId('planted', 'sample')}, ${person}, ${safiya.book}, '2026-01-01', '2026-12-31')`,
    );
    await relate(
      'reason',
      (person) =>
        sql`insert into access.opening (id, person, child, reason) values (${handMadeId('planted', 'opening')}, ${person}, ${safiya.book}, 'Asked by the hospital tonight')`,
    );
    const inTeam = async (person: Id, name: string) => {
      await run(sql`insert into workforce.worker (book, name) values (${person}, ${name})`);
      await run(
        sql`insert into workforce.membership (book, stay, team, over) select ${person}, 1, team, false from workforce.worker where book = ${temitope.id}`,
      );
    };
    await relate('team', (person) => sql`select ${person}::uuid`);
    const colleague = RELATED.find(({ name }) => name.endsWith(': team'));
    if (colleague) await inTeam(colleague.id, colleague.name);
    await inTeam(INTERESTED.id, INTERESTED.name);
    for (const child of [safiya.book, zayn.book])
      await run(
        sql`insert into access.interest values (${handMadeId('planted', 'interest')}, ${handMadeId('planted', 'interest', child)}, ${INTERESTED.id}, ${child}, 'neighbour')`,
      );
  });
  const readers: Reader[] = [
    { name: 'a visitor', session: undefined, kind: 'a visitor', isOfTheCounty: false, may: [] },
  ];
  for (const { id, name, roles } of people) {
    const session = await db.as(HOUSE, (tx) => startSession(tx, id));
    readers.push({
      name,
      session,
      kind: kindOf(id, name, roles),
      isOfTheCounty: handMadePeople.some((each) => each.id === id),
      may: MAY[id] ?? [],
    });
  }
  await db.owner((tx) => sql`update access.person set active = false where id = ${STOPPED.id}`.execute(tx));
  return readers;
}

const PART = /(conference-chair|reviewing-officer|legal|supervising)$/;

function kindOf(id: Id, name: string, roles: readonly Role[]): string {
  if (STRANGERS.some((each) => each.id === id))
    return `a stranger who may ${roles.flatMap((role) => ROLES[role].may).sort()}`;
  if (handMadePeople.some((each) => each.id === id) && PART.test(roles.join(' '))) return 'a part in some child’s life';
  return PART.test(name) ? 'a part in this child’s life' : name;
}

/** One reader of each kind, another one each time: the longer suite asks as everybody. */
export function oneOfEachKind(readers: readonly Reader[]): readonly Reader[] {
  const kinds = grouped(readers, ({ kind }) => kind);
  return [...kinds.values()].flatMap((alike) => alike[Math.floor(Math.random() * alike.length)] ?? []);
}

/** So many of them by chance, in their order: another choice on every run. */
export function someOf(readers: readonly Reader[], many: number): readonly Reader[] {
  const drawn = new Set([...readers].sort(() => Math.random() - 0.5).slice(0, many));
  return readers.filter((each) => drawn.has(each));
}

/** The children of whom there is something to learn. */
export const CHILDREN_WITH_SECRETS: readonly Id[] = [safiya.book, hiddenBook];

/** The children whom the crawl asks for: with secrets, beside them, restricted, and without any. */
export const CHILDREN: readonly Id[] = [
  safiya.book,
  zayn.book,
  hiddenBook,
  handMadeId('child', 'Suleiman'),
  handMadeId('nobody', 'at all'),
];
