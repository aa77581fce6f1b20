import { randomUUID } from 'node:crypto';
import type { Id } from '../kernel/id.ts';
import { accepted, type Result, refused } from '../kernel/result.ts';
import { FIRST_ROLES } from '../modules/access/public.ts';
import { makeLink, setPassword } from '../modules/access/store/one-time-link.ts';
import { addPerson } from '../modules/access/store/person-store.ts';
import { hashPassword } from '../modules/access/store/secrets.ts';
import type { Clock } from '../platform/clock/house-clock.ts';
import type { Database } from '../platform/database/database.ts';
import { DEMO_PASSWORD, demoPeople } from './demo-people.ts';
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
    await addPerson(tx, { ...first, id, roles: FIRST_ROLES, addedAt: clock.now() });
    return accepted(await makeLink(tx, id));
  });
}

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
    for (const { hash, ...person } of people) {
      await addPerson(tx, { ...person, addedAt: clock.now() });
      await setPassword(tx, person.id, hash);
    }
    return accepted('made');
  });
}
