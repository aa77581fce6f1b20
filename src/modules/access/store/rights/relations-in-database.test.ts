import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handMadeId } from '../../../../../county/hand-made/hand-made-id.ts';
import { handMadePeople, loadHandMade } from '../../../../../county/hand-made/load-hand-made.ts';
import { type FreshDatabase, inventedDatabase } from '../../../../../test/fresh-database.ts';
import { entryRegistry } from '../../../../app/entry-registry.ts';
import { HOUSE } from '../../../../app/house-mark.ts';
import { moduleProjections } from '../../../../app/manifests.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import { mustBeDate } from '../../../../kernel/local-date.ts';
import { happenedOn, type NewEntry } from '../../../../record/entry.ts';
import { notKnown } from '../../../../record/said.ts';
import { append } from '../../../../record/store/append.ts';
import { rebuildPages } from '../../../../record/store/turn-page.ts';
import { GRANTABLE_ROLES } from '../../core/permission.ts';
import { coverArranged, coverEnded } from '../../core/rights/cover.entry.ts';
import { interestDeclared, interestEnded } from '../../core/rights/interest.entry.ts';
import { relationEnded, relationNamed } from '../../core/rights/named-relation.entry.ts';
import { accessTables } from '../../core/rights/relations-now.ts';
import { recordRestricted, restrictionLifted } from '../../core/rights/restriction.entry.ts';
import { sampleDrawn, sampleEnded } from '../../core/rights/sample.entry.ts';
import { DOORKEEPER } from '../person-store.ts';
import { startSession } from '../session-store.ts';
import { giveFirstRights } from './first-rights.ts';
import { readRights, setRights } from './rights-store.ts';
import { councilBook } from './write-in-council.ts';

const personOf = (first: string) => handMadePeople.find(({ email }) => email.startsWith(first))?.id as Id;
const child = (name: string): Id => handMadeId('child', name);
const [admin, chair, auditor, inspector] = ['dilwyn', 'lorraine', 'kwame', 'siobhan'].map(personOf) as [Id, Id, Id, Id];
const [temitope, beatrix] = ['temitope', 'beatrix'].map(personOf) as [Id, Id];
const [minhAnh, yusra] = [child('Nguyễn Minh Anh'), child('Yusra al-Hashimi')];
const now = '2026-03-31T09:00:00.000Z' as Instant;
const today = mustBeDate('2026-03-31');
const newId = () => randomUUID() as string as Id;
const registry = entryRegistry();
const projections = moduleProjections(registry);
const writing = { registry, projections, newId };
let fresh: FreshDatabase;
let council: Id;

beforeAll(async () => {
  fresh = await inventedDatabase();
  await loadHandMade({ db: fresh.db, registry, projections, councilBook: handMadeId('council', 'of this test') });
  const given = { identity: HOUSE, registry, newId, now, today, because: 'For the test.' };
  council = await fresh.db.as(HOUSE, async (tx) => {
    const people = handMadePeople.map((person) => ({
      ...person,
      mayGrant: person.id === admin ? GRANTABLE_ROLES : [],
    }));
    await giveFirstRights(tx, given, people);
    return councilBook(tx);
  });
});
afterAll(() => fresh.drop());

/** Writes one entry, as the house would on somebody's behalf. Answers its id. */
async function wrote(book: Id, make: (on: Parameters<typeof relationNamed.write>[0]) => NewEntry): Promise<Id> {
  const id = newId();
  const entry = make({ id, book, about: id, happened: happenedOn(today), source: { kind: 'here' } });
  const context = { identity: HOUSE, now: () => now, registry, projections, commandId: newId() };
  expect(await append(fresh.db, context, [{ id: newId(), entries: [entry], decidedOn: [] }])).toMatchObject({
    ok: true,
  });
  return id;
}

async function on<T>(day: string, ask: () => Promise<T>): Promise<T> {
  await fresh.db.owner((tx) =>
    sql`insert into app.standing_day (today) values (${day}) on conflict (only_row) do update set today = excluded.today`.execute(
      tx,
    ),
  );
  return ask();
}
const relationTo = async (person: Id, of: Id): Promise<string[]> => {
  const { rows } = await fresh.db.as(HOUSE, (tx) =>
    sql<{
      relation: string;
    }>`select relation from access.related_children(${person}) where child = ${of} order by 1`.execute(tx),
  );
  return rows.map(({ relation }) => relation);
};
const isHidden = async (person: Id, of: Id): Promise<boolean> =>
  (await fresh.db.as(HOUSE, (tx) => sql`select from access.hidden_children(${person}) where child = ${of}`.execute(tx)))
    .rows.length > 0;
const [before, first, last, after] = ['2026-03-29', '2026-03-30', '2026-04-02', '2026-04-03'] as const;
const [from, until] = [mustBeDate(first), mustBeDate(last)];

/** What somebody is to a child on the day before, on the first and the last day, and on the day after. */
const days = async (person: Id, of: Id) => {
  const told: string[][] = [];
  for (const day of [before, first, last, after]) told.push(await on(day, () => relationTo(person, of)));
  return told;
};

describe('what the entries say, the database answers on each day', () => {
  test('a named part, from its first day to its last, and not once it was ended', async () => {
    const entry = await wrote(minhAnh, (at) =>
      relationNamed.write(at, { person: chair, as: 'conference-chair', from, until }),
    );
    expect(await days(chair, minhAnh)).toEqual([[], ['conference-chair'], ['conference-chair'], []]);
    await wrote(minhAnh, (at) => relationEnded.write(at, { relation: entry, because: notKnown }));
    expect(await on(first, () => relationTo(chair, minhAnh))).toEqual([]);
  });

  test('a sample opens its own files alone, in its time', async () => {
    const entry = await wrote(council, (at) =>
      sampleDrawn.write(at, { title: 'A sample', people: [inspector, inspector], children: [minhAnh], from, until }),
    );
    expect(await days(inspector, minhAnh)).toEqual([[], ['sample'], ['sample'], []]);
    expect(await on(first, () => relationTo(inspector, yusra))).toEqual([]);
    expect(await on(first, () => relationTo(auditor, minhAnh))).toEqual([]);
    await wrote(council, (at) => sampleEnded.write(at, { sample: entry, because: 'Done.' }));
    expect(await on(first, () => relationTo(inspector, minhAnh))).toEqual([]);
  });

  test('who stands in has the relations of the other, and none once the cover is over', async () => {
    const safiya = child('Safiya Nowak-Rahman');
    const entry = await wrote(council, (at) =>
      coverArranged.write(at, { by: auditor, for: temitope, from, until, because: 'Leave.' }),
    );
    expect(await days(auditor, safiya)).toEqual([[], ['cover', 'family'], ['cover', 'family'], []]);
    await wrote(council, (at) => coverEnded.write(at, { cover: entry, because: notKnown }));
    expect(await on(first, () => relationTo(auditor, safiya))).toEqual([]);
  });

  test('a declared interest hides the child from that person alone', async () => {
    const entry = await wrote(council, (at) =>
      interestDeclared.write(at, {
        person: beatrix,
        child: yusra,
        numberTyped: notKnown,
        kind: 'friend',
        because: notKnown,
      }),
    );
    await wrote(council, (at) =>
      interestDeclared.write(at, {
        person: beatrix,
        child: notKnown,
        numberTyped: 'WM999999',
        kind: 'friend',
        because: notKnown,
      }),
    );
    expect([await isHidden(beatrix, yusra), await isHidden(temitope, yusra)]).toEqual([true, false]);
    await wrote(council, (at) => interestEnded.write(at, { interest: entry, because: 'Moved away.' }));
    expect(await isHidden(beatrix, yusra)).toBe(false);
  });

  test('a restriction leaves the record to those named last, the worker and the manager, until it is lifted', async () => {
    await wrote(minhAnh, (at) => recordRestricted.write(at, { people: [inspector], because: 'A colleague’s child.' }));
    const entry = await wrote(minhAnh, (at) =>
      recordRestricted.write(at, { people: [auditor, auditor], because: 'A colleague’s child.' }),
    );
    expect([await isHidden(auditor, minhAnh), await isHidden(inspector, minhAnh)]).toEqual([false, true]);
    expect(await isHidden(temitope, minhAnh)).toBe(true);
    expect(await relationTo(auditor, minhAnh)).toEqual(['named']);
    await wrote(minhAnh, (at) => restrictionLifted.write(at, { restriction: entry, because: 'She left.' }));
    expect(await isHidden(temitope, minhAnh)).toBe(false);
  });

  test('the tables can be made again from the books', async () => {
    const rebuilt = await fresh.db.owner((tx) => rebuildPages(tx, registry, accessTables));
    expect(rebuilt.filter(({ differed }) => differed > 0)).toEqual([]);
    expect(rebuilt.map(({ table }) => table)).toHaveLength(6);
  });
});

describe('rights change at once', () => {
  const asked = (by: Id) => ({ identity: { person: by, purpose: 'request' as const }, by, now, today });
  const rightsOf = async (person: Id) => {
    const found = (await fresh.db.as(HOUSE, readRights)).find((each) => each.person === person);
    if (!found) throw new Error('Nobody.');
    return found;
  };
  const sessions = async (person: Id) => {
    const { rows } = await fresh.db.owner((tx) =>
      sql<{
        n: number;
      }>`select count(*) as n from access.session where person = ${person} and ended_at is null`.execute(tx),
    );
    return rows[0]?.n;
  };

  test('an entry, the table of people and the end of the sessions are one transaction; a retry writes once', async () => {
    await fresh.db.as(DOORKEEPER, (tx) => startSession(tx, chair));
    expect(await sessions(chair)).toBe(1);
    const rights = { ...(await rightsOf(chair)), roles: ['legal'] as const };
    const command = newId();
    for (let twice = 0; twice < 2; twice += 1)
      expect(await setRights(fresh.db, writing, asked(admin), { rights, because: 'Moved.' }, command)).toMatchObject({
        ok: true,
      });
    expect((await rightsOf(chair)).roles).toEqual(['legal']);
    expect(await sessions(chair)).toBe(0);
    const { rows } = await fresh.db.owner((tx) =>
      sql<{ n: number }>`select count(*) as n from record.entry where type = 'rights-set' and about = ${chair}`.execute(
        tx,
      ),
    );
    expect(rows[0]?.n).toBe(2);
  });

  test('two administrators who stop each other at once leave one', async () => {
    const second = { ...(await rightsOf(inspector)), roles: ['administrator'] as const, mayGrant: GRANTABLE_ROLES };
    expect(await setRights(fresh.db, writing, asked(admin), { rights: second, because: notKnown })).toMatchObject({
      ok: true,
    });
    const stop = async (by: Id, whom: Id) =>
      setRights(fresh.db, writing, asked(by), {
        rights: { ...(await rightsOf(whom)), active: false },
        because: notKnown,
      });
    const outcomes = await Promise.all([stop(admin, inspector), stop(inspector, admin)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const left = (await fresh.db.as(HOUSE, readRights)).filter(
      ({ roles, active }) => active && roles.includes('administrator'),
    );
    expect(left).toHaveLength(1);
  });
});
