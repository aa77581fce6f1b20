import { sql } from 'kysely';
import type { Id } from '../../src/kernel/id.ts';
import { RELATIONS, type Relation } from '../../src/modules/access/public.ts';
import { startSession } from '../../src/modules/access/store/session-store.ts';
import type { FreshDatabase } from '../fresh-database.ts';

/** How one person stands towards one child: a relation, or what forbids it. */
export const STANDINGS = [
  ...RELATIONS.filter((each) => each !== 'accountable' && each !== 'data-quality'),
  'none',
  'stopped',
  'over-relation',
  'over-sample',
  'over-reason',
  'ended-reason',
  'interest',
  'restricted-team',
  'restricted-allocated',
] as const;
export type StandingName = Relation | (typeof STANDINGS)[number];

export type Somebody = { readonly id: Id; readonly session: string; readonly child: Id };

export const TODAY = '2026-03-31';
const YESTERDAY = '2026-03-30';
const ids = new Map<string, Id>();
/** The same id for the same words. */
export const idOf = (words: string): Id => {
  const known = ids.get(words);
  if (known) return known;
  const made = `00000000-0000-4000-9000-${String(ids.size + 1).padStart(12, '0')}` as Id;
  ids.set(words, made);
  return made;
};

const held = idOf('a child with a worker');
const sister = idOf('a sister with a worker');
const brother = idOf('her brother');
const unheld = idOf('a child whom nobody holds');
const closed = idOf('a restricted child');
const stranger = idOf('nobody’s child');

const CHILD_OF: Partial<Record<StandingName, Id>> = {
  duty: unheld,
  family: brother,
  named: closed,
  'restricted-team': closed,
  'restricted-allocated': closed,
};

/** One person for each standing, with a session of their own, in an otherwise empty database. */
export async function peopleOfRelations({ db }: FreshDatabase): Promise<ReadonlyMap<StandingName, Somebody>> {
  const people = new Map<StandingName, Somebody>();
  await db.owner(async (tx) => {
    const run = (query: ReturnType<typeof sql>) => query.execute(tx);
    await run(
      sql`insert into app.standing_day (today) values (${TODAY}) on conflict (only_row) do update set today = excluded.today`,
    );
    for (const child of [held, sister, brother, unheld, closed, stranger]) {
      await run(sql`insert into people.child (book, name, died) values (${child}, 'A Child', false)`);
      await run(sql`insert into people.child_identity (book, identity) values (${child}, ${child})`);
    }
    await run(sql`insert into people.sibling (book, with_book, as_what) values (${sister}, ${brother}, 'sibling')`);
    await run(
      sql`insert into front_door.episode (book, episode, over) values (${unheld}, ${idOf('an episode')}, false)`,
    );
    const team = idOf('a team');
    await run(
      sql`insert into workforce.team (book, name, managed_by) values (${team}, 'A Team', ${idOf('worker of manager')})`,
    );
    for (const standing of STANDINGS) {
      const id = idOf(`person of ${standing}`);
      await run(sql`insert into access.person (id, email, name, roles, active, added_at, added_by)
        values (${id}, ${`${standing}@x.example`}, ${standing}, '{social-worker}', true, now(), 'test')`);
      await run(
        sql`insert into workforce.worker (book, name, email) values (${idOf(`worker of ${standing}`)}, ${standing}, ${`${standing}@x.example`})`,
      );
    }
    for (const standing of [
      'allocated',
      'team',
      'restricted-team',
      'restricted-allocated',
      'family',
      'interest',
      'stopped',
    ])
      await run(
        sql`insert into workforce.membership (book, stay, team, over) values (${idOf(`worker of ${standing}`)}, 1, ${standing === 'family' ? idOf('another team') : team}, false)`,
      );
    const allocate = (child: Id, standing: string) =>
      run(
        sql`insert into allocation.current (book, entry, held, worker) values (${child}, ${idOf('an entry')}, 'by-worker', ${idOf(`worker of ${standing}`)})`,
      );
    await allocate(held, 'allocated');
    await allocate(sister, 'family');
    await allocate(closed, 'restricted-allocated');
    await run(sql`insert into access.restriction values (${closed}, ${idOf('an entry')})`);
    await run(
      sql`insert into access.restriction_named values (${closed}, ${idOf('an entry')}, ${idOf('person of named')})`,
    );
    await run(
      sql`insert into access.interest values (${idOf('the council')}, ${idOf('an entry')}, ${idOf('person of interest')}, ${held}, 'neighbour')`,
    );
    await run(
      sql`insert into access.cover values (${idOf('the council')}, ${idOf('an entry')}, ${idOf('person of cover')}, ${idOf('person of allocated')}, ${TODAY}, ${TODAY})`,
    );
    for (const [standing, from, until] of [
      ...(['conference-chair', 'reviewing-officer', 'legal', 'supervising'] as const).map(
        (each) => [each, TODAY, null] as const,
      ),
      ['over-relation', '2026-01-01', YESTERDAY] as const,
    ])
      await run(sql`insert into access.named_relation values (${held}, ${idOf(`entry of ${standing}`)}, ${idOf(`person of ${standing}`)},
        ${standing === 'over-relation' ? 'legal' : standing}, ${from}, ${until})`);
    await run(sql`insert into access.sample values (${idOf('the council')}, ${idOf('an entry')}, ${idOf('person of sample')}, ${held}, ${TODAY}, ${TODAY}),
      (${idOf('the council')}, ${idOf('another entry')}, ${idOf('person of over-sample')}, ${held}, '2026-01-01', ${YESTERDAY})`);
    const opens = (standing: string, until: string, ended: boolean) =>
      run(sql`insert into access.opening (id, person, child, reason, until, ended_at) values (${idOf(`opening of ${standing}`)}, ${idOf(`person of ${standing}`)},
        ${held}, 'A reason that is long enough', now() + ${until}::interval, ${ended ? sql`now()` : null})`);
    await opens('reason', '1 hour', false);
    await opens('over-reason', '-1 second', false);
    await opens('ended-reason', '1 hour', true);
    for (const standing of STANDINGS)
      people.set(standing, {
        id: idOf(`person of ${standing}`),
        session: await startSession(tx, idOf(`person of ${standing}`)),
        child: CHILD_OF[standing] ?? (standing === 'none' ? stranger : held),
      });
    await run(sql`update access.person set active = false where id = ${idOf('person of stopped')}`);
  });
  return people;
}
