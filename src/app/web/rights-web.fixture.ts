import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { handMadePeople } from '../../../county/hand-made/load-hand-made.ts';
import { handMadeWeb, webInTests } from '../../../test/hand-made-web.ts';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { mustBeDate } from '../../kernel/local-date.ts';
import { FIRST_ROLES, GRANTABLE_ROLES } from '../../modules/access/public.ts';
import { giveFirstRights } from '../../modules/access/store/rights/first-rights.ts';
import type { Log } from '../../platform/log/log.ts';
import { readStatute } from '../../statute/read-statute.ts';
import { HOUSE } from '../house-mark.ts';
import { houseProjections } from '../house-projections.ts';
import { rightsPages } from './rights-pages.ts';

const today = mustBeDate('2026-03-31');
export const personOf = (first: string) => handMadePeople.find(({ email }) => email.startsWith(first))?.id as Id;
/** Two who hold two roles. */
export const HOLD_TWO = [
  { id: randomUUID() as string as Id, name: 'Ada Both', email: 'both@x.example', roles: FIRST_ROLES },
  { id: randomUUID() as string as Id, name: 'Una Twice', email: 'twice@x.example', roles: ['social-worker', 'legal'] },
] as const;

export type RightsWeb = Awaited<ReturnType<typeof rightsWeb>>;

/** The hand-made county, everybody's rights given by an entry, with the pages on which people give each other rights. */
export async function rightsWeb() {
  const house = await handMadeWeb();
  const { db, registry } = house;
  const given = {
    ...{ identity: HOUSE, registry, today, because: 'For the test.' },
    ...{ newId: () => randomUUID() as string as Id, now: '2026-03-31T08:00:00.000Z' as Instant },
  };
  await db.as(HOUSE, (tx) =>
    giveFirstRights(
      tx,
      given,
      handMadePeople.map((each) => ({
        ...each,
        mayGrant: each.roles.includes('administrator') ? GRANTABLE_ROLES : [],
      })),
    ),
  );
  await db.owner((tx) =>
    sql`insert into app.standing_day (today) values (${today}) on conflict (only_row) do update set today = excluded.today`.execute(
      tx,
    ),
  );
  /** The operators' log. */
  const told: unknown[] = [];
  const log: Log = (event, fields) => void told.push({ event, ...fields });
  const pages = rightsPages(registry, houseProjections(registry, readStatute()), log);
  const web = await webInTests(db, pages, today, HOLD_TWO);
  return {
    db,
    web,
    told,
    ask: <Row>(query: ReturnType<typeof sql<Row>>) => db.as(HOUSE, async (tx) => (await query.execute(tx)).rows),
    close: async (): Promise<void> => {
      await web.close();
      await house.close();
    },
  };
}
