import { sql } from 'kysely';
import type { Id } from '../../src/kernel/id.ts';
import type { Identity, Tx } from '../../src/platform/database/database.ts';
import { tablesOfOurs } from '../database-roles/findings.ts';
import type { FreshDatabase } from '../fresh-database.ts';
import { idOf, peopleOfRelations, TODAY } from './people-of-relations.ts';

/** The children of `peopleOfRelations`, and some whose relations are over or never were. */
const CHILDREN = {
  held: idOf('a child with a worker'),
  sister: idOf('a sister with a worker'),
  brother: idOf('her brother'),
  unheld: idOf('a child whom nobody holds'),
  closed: idOf('a restricted child'),
  stranger: idOf('nobody’s child'),
  closedToo: idOf('another restricted child'),
  left: idOf('a child of a worker who left the team'),
  settled: idOf('a child whose episode is over'),
  begun: idOf('a child with a worker and an episode'),
  samples: idOf('a child in a sample'),
} as const;
export type ChildName = keyof typeof CHILDREN;
export const childNamed = (name: ChildName): Id => CHILDREN[name];
const nameOf = new Map(Object.entries(CHILDREN).map(([name, id]) => [id as string, name]));
/** A book by the name of its child; `no child` for a book that is no child’s. */
export const bookInWords = (book: string | null): string => {
  if (book === null) return 'none';
  return book === SEALED ? 'sealed' : (nameOf.get(book) ?? 'no child');
};
/** Of it everybody’s draft is sealed. */
const SEALED = idOf('a book whose drafts are sealed');
const NO_CHILD = idOf('a book that is no child’s');

/** Somebody who asks, with all that they are to each child, and what they may open of it. Written by hand: it is what must be. */
export type Asker = {
  readonly identity: Identity;
  /** Of whom the functions of relations are asked. */
  readonly about: Id | null;
  readonly relations: Readonly<Partial<Record<ChildName, string>>>;
  readonly opens: readonly ChildName[];
  readonly hidden: readonly ChildName[];
};

const CLOSED = ['closed', 'closedToo'] as const;
const ofPerson = (
  name: string,
  relations: Asker['relations'],
  opens: readonly ChildName[],
  hidden: readonly ChildName[] = CLOSED,
): readonly [string, Asker] => [
  name,
  {
    identity: { person: idOf(`person of ${name}`), purpose: 'request' },
    about: idOf(`person of ${name}`),
    ...{ relations, opens, hidden },
  },
];
export const EVERY_CHILD = Object.keys(CHILDREN) as ChildName[];
const OPEN_TO_ALL = EVERY_CHILD.filter((each) => !CLOSED.some((closed) => closed === each));
const team = { held: 'team', closed: 'team', begun: 'team' } as const;
const named = (as: string) => ofPerson(as, { held: as }, ['held']);
const nothing = (as: string) => ofPerson(as, {}, []);

const NOTHING = { about: null, relations: {}, opens: [], hidden: [] } as const;

export const ASKERS: ReadonlyMap<string, Asker> = new Map([
  ofPerson('allocated', { ...team, held: 'allocated,team' }, ['held', 'begun']),
  ofPerson('team', { ...team, begun: 'allocated,team' }, ['held', 'begun']),
  ofPerson('interest', team, ['begun'], ['held', ...CLOSED]),
  ofPerson('restricted-team', team, ['held', 'begun']),
  ofPerson('restricted-allocated', { ...team, closed: 'allocated,team' }, ['held', 'begun', 'closed'], ['closedToo']),
  ofPerson(
    'manager',
    { held: 'manager', begun: 'manager', closed: 'manager' },
    ['held', 'begun', 'closed'],
    ['closedToo'],
  ),
  ofPerson('cover', { held: 'cover' }, ['held']),
  ofPerson('cover of a manager', { held: 'cover', begun: 'cover', closed: 'cover' }, ['held', 'begun']),
  ofPerson('cover to come', {}, []),
  ofPerson('duty', { unheld: 'duty' }, ['unheld']),
  ofPerson('family', { sister: 'allocated,team', brother: 'family' }, ['sister', 'brother']),
  ofPerson('named', { closed: 'named' }, ['closed'], ['closedToo']),
  ...['conference-chair', 'reviewing-officer', 'supervising', 'reason'].map(named),
  ofPerson('legal', { held: 'legal', sister: 'legal' }, ['held', 'sister']),
  ofPerson('sample', { held: 'sample', samples: 'sample' }, ['held', 'samples']),
  ofPerson('left', { left: 'allocated' }, ['left']),
  ...[
    'none',
    'over-relation',
    'over-sample',
    'over-reason',
    'ended-reason',
    'stopped',
    'stopped director',
    'stopped data-protection-officer',
  ].map(nothing),
  ofPerson('director', {}, OPEN_TO_ALL),
  ofPerson('performance-analyst', {}, OPEN_TO_ALL),
  ofPerson(
    'director who knows a child',
    {},
    OPEN_TO_ALL.filter((each) => each !== 'held'),
    ['held', ...CLOSED],
  ),
  ofPerson('data-protection-officer', {}, []),
  [
    'a question for whom the gate opened one',
    {
      identity: {
        person: idOf('person of none'),
        purpose: 'request',
        opened: { books: [CHILDREN.stranger], relation: 'reason' },
      },
      ...{ about: idOf('person of none'), relations: {}, opens: ['stranger'], hidden: CLOSED },
    },
  ],
  ['a visitor', { identity: { person: 'visitor', purpose: 'request' }, ...NOTHING, hidden: CLOSED }],
  [
    'an import',
    { identity: { person: idOf('person of none'), purpose: 'import' }, ...NOTHING, opens: EVERY_CHILD, hidden: CLOSED },
  ],
  [
    'nobody, about a manager',
    { identity: { person: '', purpose: 'request' }, ...NOTHING, about: idOf('person of manager') },
  ],
  [
    'nobody, about a director',
    { identity: { person: '', purpose: 'request' }, ...NOTHING, about: idOf('person of director') },
  ],
]);

/** The people and children of the matrix, with relations that nearly hold, and a row of every child in every table that keeps its rows. */
export async function rowsOfRelations(fresh: FreshDatabase, tables: readonly string[]): Promise<void> {
  await peopleOfRelations(fresh);
  await fresh.db.owner(async (tx) => {
    const run = (query: ReturnType<typeof sql>) => query.execute(tx);
    await sql`set local session_replication_role = replica`.execute(tx);
    for (const child of [CHILDREN.closedToo, CHILDREN.left, CHILDREN.settled, CHILDREN.begun, CHILDREN.samples]) {
      await run(sql`insert into people.child (book, name, died) values (${child}, 'A Child', false)`);
      await run(sql`insert into people.child_identity (book, identity) values (${child}, ${child})`);
    }
    for (const [name, roles, active] of [
      ['cover of a manager', ['social-worker'], true],
      ['cover to come', ['social-worker'], true],
      ['left', ['social-worker'], true],
      ['stopped director', ['director'], false],
      ['stopped data-protection-officer', ['data-protection-officer'], false],
      ['director', ['director'], true],
      ['performance-analyst', ['performance-analyst'], true],
      ['director who knows a child', ['director'], true],
      ['data-protection-officer', ['data-protection-officer'], true],
    ] as const)
      await run(sql`insert into access.person (id, email, name, roles, active, added_at, added_by)
        values (${idOf(`person of ${name}`)}, ${`${name}@x.example`}, ${name}, ${[...roles]}, ${active}, now(), 'test')`);
    await run(sql`update access.person set roles = '{duty-worker}' where id = ${idOf('person of duty')}`);
    await run(
      sql`update access.person set roles = '{duty-worker,social-worker}' where id = ${idOf('person of stopped')}`,
    );
    const allocate = (child: Id, standing: string, worker = idOf(`worker of ${standing}`)) =>
      run(
        sql`insert into allocation.current (book, entry, held, worker) values (${child}, ${idOf('an entry')}, 'by-worker', ${worker})`,
      );
    await run(
      sql`insert into workforce.worker (book, name, email) values (${idOf('worker of left')}, 'left', 'left@x.example')`,
    );
    await run(
      sql`insert into workforce.membership (book, stay, team, over) values (${idOf('worker of left')}, 1, ${idOf('a team')}, true)`,
    );
    await allocate(CHILDREN.left, 'left');
    await allocate(CHILDREN.begun, 'team');
    await run(
      sql`insert into allocation.current (book, entry, held, placeholder) values (${CHILDREN.settled}, ${idOf('an entry')}, 'by-placeholder', 'duty')`,
    );
    await run(
      sql`insert into people.sibling (book, with_book, as_what) values (${CHILDREN.sister}, ${CHILDREN.sister}, 'sibling')`,
    );
    for (const [child, over] of [
      [CHILDREN.begun, false],
      [CHILDREN.settled, true],
    ] as const)
      await run(
        sql`insert into front_door.episode (book, episode, over) values (${child}, ${idOf(`episode of ${child}`)}, ${over})`,
      );
    await run(sql`insert into access.restriction values (${CHILDREN.closedToo}, ${idOf('an entry')})`);
    const council = idOf('the council');
    const interest = (person: string, child: Id) =>
      run(
        sql`insert into access.interest values (${council}, ${idOf(`interest of ${person}`)}, ${idOf(`person of ${person}`)}, ${child}, 'friend')`,
      );
    await interest('director who knows a child', CHILDREN.held);
    const cover = (by: string, of: string, from: string) =>
      run(
        sql`insert into access.cover values (${council}, ${idOf(`cover by ${by}`)}, ${idOf(`person of ${by}`)}, ${idOf(`person of ${of}`)}, ${from}, '2026-12-31')`,
      );
    await cover('cover of a manager', 'manager', TODAY);
    await cover('cover to come', 'manager', '2026-04-01');
    await run(sql`insert into access.sample values (${council}, ${idOf('a second')}, ${idOf('person of sample')}, ${CHILDREN.samples}, ${TODAY}, ${TODAY}),
      (${council}, ${idOf('to come')}, ${idOf('person of over-sample')}, ${CHILDREN.samples}, '2026-04-01', '2026-12-31'),
      (${council}, ${idOf('of one who was stopped')}, ${idOf('person of stopped')}, ${CHILDREN.samples}, ${TODAY}, ${TODAY})`);
    await run(sql`insert into access.named_relation values
      (${CHILDREN.held}, ${idOf('relation to come')}, ${idOf('person of none')}, 'legal', '2026-04-01', null),
      (${CHILDREN.held}, ${idOf('relation until today')}, ${idOf('person of legal')}, 'legal', ${TODAY}, ${TODAY}),
      (${CHILDREN.sister}, ${idOf('relation to a sister')}, ${idOf('person of legal')}, 'legal', ${TODAY}, null),
      (${CHILDREN.held}, ${idOf('relation of one who was stopped')}, ${idOf('person of stopped')}, 'legal', ${TODAY}, null)`);
    await run(
      sql`insert into access.restriction_named values (${CHILDREN.closedToo}, ${idOf('an entry')}, ${idOf('person of stopped')})`,
    );
    await run(sql`insert into access.opening (id, person, child, reason) values
      (${idOf('opening of stopped')}, ${idOf('person of stopped')}, ${CHILDREN.held}, 'A reason that is long enough')`);
    await run(sql.raw(WITHOUT_CHECKS));
    await fill(tx, tables);
  });
}

const WITHOUT_CHECKS = `do $$ declare each record; begin
  for each in select conrelid::regclass as place, conname from pg_constraint c join pg_namespace n on n.oid = c.connamespace
    where contype = 'c' and coninhcount = 0 and n.nspname in ('record', 'people', 'returns', 'access') loop
    execute format('alter table %s drop constraint %I', each.place, each.conname);
  end loop; end $$`;

const VALUES: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: `'words'`,
  boolean: 'false',
  bytea: `'\\x00'`,
  jsonb: `'{}'`,
  date: 'current_date',
  'timestamp with time zone': 'now()',
};

/** Tables of which a row may be about no book. */
export const HAS_ROWS_OF_NOBODY: ReadonlySet<string> = new Set(['record.draft', 'returns.finding']);

/** A row of each child and of a book that is no child’s; of drafts two: one by each of two people. */
async function fill(tx: Tx, names: readonly string[]): Promise<void> {
  const tables = (await tablesOfOurs(tx)).filter(({ name }) => names.includes(name));
  for (const { name, columns } of tables)
    for (const book of [
      ...Object.values(CHILDREN),
      NO_CHILD,
      ...(HAS_ROWS_OF_NOBODY.has(name) ? [null] : []),
      ...(name === 'record.draft' ? [SEALED] : []),
    ])
      for (const author of name === 'record.draft' ? AUTHORS : [SOMEBODY]) {
        const value = ({ name: column, type }: { name: string; type: string }): string => {
          if ((column === 'sealed_at' && book !== SEALED) || column === 'ended_at') return 'null';
          if (column === 'book' || (column === 'child' && type === 'uuid')) return book === null ? 'null' : `'${book}'`;
          if (column === 'author' || (column === 'person' && name === 'access.opening')) return `'${author}'`;
          if (column === 'until' && type.startsWith('timestamp')) return `now() - interval '1 hour'`;
          return VALUES[type] ?? (type.endsWith('[]') ? `'{}'` : '1');
        };
        await sql
          .raw(
            `insert into ${name} (${columns.map((each) => `"${each.name}"`).join(', ')}) values (${columns.map(value).join(', ')}) on conflict do nothing`,
          )
          .execute(tx);
      }
}
const SOMEBODY = idOf('somebody who typed');
/** Everybody has typed something about every child; so has somebody else. */
export const AUTHORS: readonly string[] = [
  ...new Set([...ASKERS.values()].map(({ identity }) => identity.person).filter((person) => person !== '')),
  SOMEBODY,
];
