import { randomUUID } from 'node:crypto';
import type { Id } from '../kernel/id.ts';
import { dayInLondon, type Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { accepted, type Result, refused } from '../kernel/result.ts';
import { FIRST_ROLES, GRANTABLE_ROLES } from '../modules/access/public.ts';
import { type FirstRights, giveFirstRights } from '../modules/access/store/rights/first-rights.ts';
import { makeLink, setPassword } from '../modules/access/store/signing-in/one-time-link.ts';
import { hashPassword } from '../modules/access/store/signing-in/secrets.ts';
import type { Clock } from '../platform/clock/house-clock.ts';
import type { Database } from '../platform/database/database.ts';
import { DEMO_PASSWORD, demoPeople } from './demo-people.ts';
import { entryRegistry } from './entry-registry.ts';
import { promiseStories } from './hand-made-stories.ts';
import { HOUSE, markDatabase } from './house-mark.ts';

/** The first person of a council; the link sets their password. */
export type FirstPerson = { readonly email: string; readonly name: string };

/** Makes an empty database the record of a real council. Answers the path of the one-time link. */
export async function createReal(
  db: Database,
  clock: Clock,
  council: string,
  first: FirstPerson,
): Promise<Result<`/set-password/${string}`, 'already-stands'>> {
  return db.as(HOUSE, async (tx) => {
    if (!(await markDatabase(tx, council, 'real', clock.now()))) return refused('already-stands');
    const id = randomUUID() as string as Id;
    const rights = { ...first, id, roles: FIRST_ROLES, mayGrant: GRANTABLE_ROLES };
    await giveFirstRights(tx, firstRights(clock.now(), clock.today(), 'The first person of the council.'), [rights]);
    return accepted(await makeLink(tx, id));
  });
}

/** Before anything else is told of the invented county, whose book is written in the order of time. */
const RIGHTS_GIVEN_AT = '2013-04-08T08:30:00.000Z' as Instant;

const firstRights = (now: Instant, today: LocalDate, because: string): FirstRights => ({
  identity: HOUSE,
  registry: entryRegistry(),
  newId: () => randomUUID() as string as Id,
  now,
  today,
  because,
});

/** Makes an empty database an invented one, with people who may sign in; stories are told afterwards. */
export async function createInvented(
  db: Database,
  clock: Clock,
  council: string,
  stories: 'with-stories' | 'without-stories',
): Promise<Result<'made', 'already-stands'>> {
  const people = await Promise.all(
    demoPeople.map(async (person) => ({ ...person, hash: await hashPassword(DEMO_PASSWORD) })),
  );
  return db.as(HOUSE, async (tx) => {
    if (!(await markDatabase(tx, council, 'invented', clock.now()))) return refused('already-stands');
    if (stories === 'with-stories') await promiseStories(tx);
    await giveFirstRights(
      tx,
      firstRights(RIGHTS_GIVEN_AT, dayInLondon(RIGHTS_GIVEN_AT), 'Invented: they sign in to the demonstration.'),
      people.map((person) => ({ ...person, mayGrant: person.roles.includes('administrator') ? GRANTABLE_ROLES : [] })),
    );
    for (const { hash, id } of people) await setPassword(tx, id, hash);
    return accepted('made');
  });
}
