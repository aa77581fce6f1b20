import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../test/fresh-database.ts';
import { entryRegistry } from '../../../app/entry-registry.ts';
import { currentPages, moduleProjections } from '../../../app/manifests.ts';
import type { Id } from '../../../kernel/id.ts';
import { instantOf } from '../../../kernel/instant.ts';
import { mustBeDate } from '../../../kernel/local-date.ts';
import type { BookKind, NewEntry } from '../../../record/entry.ts';
import { append } from '../../../record/store/append.ts';
import { rebuildPages } from '../../../record/store/turn-page.ts';
import { envelopeOn } from '../../stored-entry.fixture.ts';
import { familyOf } from '../core/family.ts';
import { familyPicture } from '../pages/show-child/family-picture.ts';
import {
  addressUsed,
  adultRecorded,
  booksLinked,
  childRecorded,
  householdJoined,
  related,
  siblingRecorded,
} from '../public.ts';
import { readFamily } from './read-family.ts';

const registry = entryRegistry();
const someone = { person: 'a tester', purpose: 'command' } as const;
const newId = (): Id => randomUUID() as Id;
let moment = Date.parse('2026-03-01T09:00:00.000Z');
let fresh: FreshDatabase;

beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const on = (book: Id) => ({ ...envelopeOn('2026-03-01', book, book), id: newId() });
async function write(entries: readonly NewEntry[], opens: { book: Id; kind: BookKind }[] = []): Promise<void> {
  const now = () => {
    moment += 1000;
    return instantOf(moment);
  };
  const context = { identity: someone, now, registry, projections: moduleProjections(registry), commandId: newId() };
  expect(await append(fresh.db, context, [{ id: newId(), entries, opens, decidedOn: [] }])).toMatchObject({ ok: true });
}
async function child(name: string): Promise<Id> {
  const book = newId();
  await write([childRecorded.write(on(book), { name })], [{ book, kind: 'child' }]);
  return book;
}
async function adult(name: string): Promise<Id> {
  const book = newId();
  await write([adultRecorded.write(on(book), { name, aliases: ['An earlier name'] })], [{ book, kind: 'adult' }]);
  return book;
}
const knownOf = (book: Id) => fresh.db.as(someone, (tx) => readFamily(tx, book));
const namesOf = async (book: Id) => (await knownOf(book)).people.map(({ name }) => name).sort();

describe('the family around a child', () => {
  test('goes from book to book, and stops at a carer and at those who only live there', async () => {
    const [ada, ben, mother, carer, fosterChild, lodger, stranger] = [
      ...[await child('Ada'), await child('Ben'), await adult('Mother'), await adult('Carer')],
      ...[await child('Foster child'), await adult('Lodger'), await adult('Stranger')],
    ] as [Id, Id, Id, Id, Id, Id, Id];
    const household = newId();
    await write([
      related.write(on(ada), { to: mother, as: 'mother', parentalResponsibility: true }),
      related.write(on(mother), { to: ben, as: 'child' }),
      related.write(on(ada), { to: carer, as: 'carer' }),
      related.write(on(fosterChild), { to: carer, as: 'carer' }),
      householdJoined.write(on(ada), { household }),
      householdJoined.write(on(lodger), { household }),
      related.write(on(lodger), { to: stranger, as: 'sibling' }),
      addressUsed.write(on(ada), { line: '4 Mill Lane', protected: true }),
    ]);
    expect(await namesOf(ada)).toEqual(['Ada', 'Ben', 'Carer', 'Lodger', 'Mother']);
    expect(JSON.stringify(await knownOf(ada))).not.toContain('Mill Lane');
    const tree = familyOf(ada, await knownOf(ada), mustBeDate('2026-03-31'));
    expect(tree.siblings.map(({ as }) => as)).toEqual(['shares-a-parent']);
    expect(tree.parentages).toContainEqual({ parent: mother, child: ada, as: 'mother', responsibility: 'yes' });
    expect(tree.households).toEqual([{ household, members: expect.arrayContaining([ada, lodger]) }]);
  });

  test('a child with two books is one person, and either book finds the other’s relatives', async () => {
    const [one, other, sister] = [await child('Zayn'), await child('Zayn Malik'), await child('Safiya')];
    const link = newId();
    await write([
      siblingRecorded.write(on(other), { with: sister, as: 'sibling' }),
      booksLinked.write(on(one), { link, with: other, because: 'The same birth certificate.' }),
      booksLinked.write(on(other), { link, with: one, because: 'The same birth certificate.' }),
    ]);
    const known = await knownOf(one);
    expect(known.people).toHaveLength(2);
    const identity = [one, other].sort()[0] as Id;
    expect(known.relations).toMatchObject([{ of: identity, to: sister, as: 'sibling' }]);
  });

  test('a child who must be asked for is there without a name; of a hidden one there is no trace', async () => {
    const [ada, ben, mother, father] = [
      await child('Ada'),
      await child('Ben'),
      await adult('Mother'),
      await adult('Father of Ben'),
    ];
    await write([
      related.write(on(ada), { to: mother, as: 'mother', parentalResponsibility: true }),
      siblingRecorded.write(on(ada), { with: ben, as: 'half-sibling' }),
      related.write(on(mother), { to: ben, as: 'child' }),
      related.write(on(father), { to: ben, as: 'child' }),
    ]);
    const worker = newId();
    await fresh.db.owner((tx) =>
      sql`insert into access.person (id, email, name, roles, added_at, added_by)
        values (${worker}, 'worker@wherrymouth.example', 'A worker', '{social-worker}', now(), 'a tester')`.execute(tx),
    );
    const reader = { person: worker, purpose: 'request', opened: { books: [ada], relation: 'allocated' } } as const;
    const drawn = async () => {
      const known = await fresh.db.as(reader, (tx) => readFamily(tx, ada));
      const today = mustBeDate('2026-03-31');
      return { known, picture: familyPicture(familyOf(ada, known, today), 'Ada', today) };
    };
    const asked = await drawn();
    expect(asked.picture?.people.map(({ name }) => name).sort()).toEqual([
      'A brother or sister whom you may not open without a reason',
      'Ada',
      'Father of Ben',
      'Mother',
    ]);
    expect(asked.known.people).toContainEqual({
      ...{ id: ben, name: null, bornOn: null, diedOn: null, sex: null },
      ...{ isChild: true, mustAsk: true },
    });
    expect(asked.picture?.people.find(({ id }) => id === ben)).toMatchObject({ sex: null, detail: 'Not shown to you' });
    await fresh.db.owner((tx) =>
      sql`insert into access.interest (book, entry, person, child, kind)
        values (${newId()}, ${newId()}, ${worker}, ${ben}, 'neighbour')`.execute(tx),
    );
    const hidden = await drawn();
    // Whoever is related through the hidden child alone would tell of one.
    expect(hidden.picture?.people.map(({ name }) => name)).toEqual(['Mother', 'Ada']);
    expect(JSON.stringify(hidden)).not.toContain(ben);
    expect(JSON.stringify(hidden)).not.toContain(father);
  });

  test('a child of whom nobody recorded any family has only themselves', async () => {
    expect(await namesOf(await child('Alone'))).toEqual(['Alone']);
  });

  test('rebuilt from the books, every table of the module is what it was', async () => {
    const rebuilt = await fresh.db.owner((tx) => rebuildPages(tx, registry, currentPages.people ?? []));
    expect(rebuilt.filter(({ differed }) => differed > 0)).toEqual([]);
    const rows = new Map(rebuilt.map(({ table, rows: count }) => [table, count]));
    for (const table of [
      'people.adult',
      'people.alias',
      'people.relationship',
      'people.household_member',
      'people.address',
    ])
      expect(rows.get(table), table).toBeGreaterThan(0);
  });
});
