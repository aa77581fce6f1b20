import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handMadePeople } from '../../../county/hand-made/load-hand-made.ts';
import { childNamed, type HandMadeWeb, handMadeWeb } from '../../../test/hand-made-web.ts';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { mustBeDate } from '../../kernel/local-date.ts';
import { decideRestrict } from '../../modules/access/core/rights/decide-restriction.ts';
import { judge } from '../../modules/access/store/gate.ts';
import { liftUnheld } from '../../modules/access/store/rights/lift-unheld.ts';
import { readRights } from '../../modules/access/store/rights/rights-store.ts';
import { append } from '../../record/store/append.ts';
import { readStatute } from '../../statute/read-statute.ts';
import { HOUSE } from '../house-mark.ts';
import { houseProjections } from '../house-projections.ts';

const today = mustBeDate('2026-03-31');
const now = '2026-03-31T10:00:00.000Z' as Instant;
const newId = () => randomUUID() as string as Id;
const personOf = (first: string) =>
  handMadePeople.find(({ email }) => email.startsWith(first)) as never as {
    id: Id;
    roles: string[];
    name: string;
    email: string;
  };
const [director, manager, kwame] = [personOf('marguerite'), personOf('beatrix'), personOf('kwame')];
const child = childNamed('Esmé Tull');
let house: HandMadeWeb;
let writing: Parameters<typeof liftUnheld>[1];

beforeAll(async () => {
  house = await handMadeWeb();
  const { registry } = house;
  writing = { registry, projections: houseProjections(registry, readStatute()), newId };
  const everybody = await house.db.as(HOUSE, readRights);
  const restricting = { people: [kwame.id], because: 'Their aunt works here.' };
  const decided = decideRestrict(everybody, restricting, { holdsTheChild: false }, { today, book: child, newId });
  if (!decided.ok) throw new Error(decided.refusal.code);
  const context = { identity: HOUSE, now: () => now, ...writing, commandId: decided.value.id };
  await append(house.db, context, [decided.value]);
  await house.db.owner((tx) => sql`delete from allocation.current where book = ${child}`.execute(tx));
});
afterAll(() => house.close());

const lift = (by: Id) => {
  const identity = { person: by, purpose: 'command' } as const;
  const asked = { identity, by, now, today, book: child, because: 'Everybody named has left the council.' };
  return liftUnheld(house.db, writing, HOUSE, asked);
};
const stop = (person: Id, active: boolean) =>
  house.db.owner((tx) => sql`update access.person set active = ${active} where id = ${person}`.execute(tx));
const gateOf = async () => (await judge(house.db, director, child)).is;
const code = async (by: Id) => {
  const lifted = await lift(by);
  return lifted.ok ? 'lifted' : lifted.refusal.code;
};

test('while somebody may open the record, it is theirs to lift; then the director does, and is looked at', async () => {
  expect(await gateOf()).toBe('hidden');
  expect(await code(director.id)).toBe('nothing-to-lift');
  await stop(kwame.id, false);
  expect(await code(manager.id)).toBe('not-director');
  expect(await gateOf()).toBe('hidden');
  expect(await code(director.id)).toBe('lifted');
  expect(await gateOf()).toBe('open');
  const { rows } = await house.db.owner((tx) =>
    sql<{ person: Id; name: string }>`select o.person, t.name from access.opening o
      join access.notice n on n.about = o.id join access.person t on t.id = n.person where o.child = ${child}`.execute(
      tx,
    ),
  );
  expect(rows).toContainEqual({ person: director.id, name: 'Anil Perera' });
  expect(await code(director.id)).toBe('nothing-to-lift');
});
