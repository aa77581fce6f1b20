import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../test/fresh-database.ts';
import { manifests, moduleProjections } from '../../../app/manifests.ts';
import type { Id } from '../../../kernel/id.ts';
import { type Instant, instantOf } from '../../../kernel/instant.ts';
import { mustBeDate } from '../../../kernel/local-date.ts';
import { happenedOn } from '../../../record/entry.ts';
import { registryOf } from '../../../record/registry.ts';
import { append } from '../../../record/store/append.ts';
import { nameUsed } from '../core/adult-recorded.entry.ts';
import { childRecorded } from '../core/child-recorded.entry.ts';
import { questionOf } from '../core/search-words.ts';
import { searchChildren } from './search-children.ts';

const registry = registryOf(manifests.flatMap(({ entries }) => entries.map(({ is }) => is)));
const someone = { person: 'a tester', purpose: 'command' } as const;
let moment = Date.parse('2026-03-01T09:00:00.000Z');
const now = (): Instant => {
  moment += 1000;
  return instantOf(moment);
};
const newId = (): Id => randomUUID() as Id;
const named = new Map<Id, string>();
let fresh: FreshDatabase;

async function child(...said: Parameters<typeof childRecorded.write>[1][]): Promise<Id> {
  const book = newId();
  const entries = said.map((each) =>
    childRecorded.write(
      { id: newId(), book, about: book, happened: happenedOn(mustBeDate('2026-03-01')), source: { kind: 'here' } },
      each,
    ),
  );
  const act = { id: newId(), entries, opens: [{ book, kind: 'child' as const }], decidedOn: [] };
  const context = { identity: someone, now, registry, projections: moduleProjections(registry), commandId: newId() };
  expect(await append(fresh.db, context, [act])).toMatchObject({ ok: true });
  named.set(book, String(said[0]?.name ?? said[0]?.councilChildId));
  return book;
}

async function alsoCalled(book: Id, name: string): Promise<void> {
  const entry = nameUsed.write(
    { id: newId(), book, about: book, happened: happenedOn(mustBeDate('2026-03-02')), source: { kind: 'here' } },
    { name },
  );
  const context = { identity: someone, now, registry, projections: moduleProjections(registry), commandId: newId() };
  expect(await append(fresh.db, context, [{ id: newId(), entries: [entry], decidedOn: [] }])).toMatchObject({
    ok: true,
  });
}

const search = async (typed: string) => {
  const { found } = await fresh.db.as(someone, (tx) => searchChildren(tx, questionOf(typed)));
  return found.map(({ child: book, how, alias }) => ({ name: named.get(book), how, alias }));
};
const namesFor = async (typed: string) => (await search(typed)).map(({ name }) => name);

beforeAll(async () => {
  fresh = await freshDatabase();
  await child({ name: 'Zuzanna Król', councilChildId: 'WM900001', upn: 'A123456789012' });
  await child({ name: 'Seán Ó Súilleabháin' });
  await child({ name: 'Mohammed Abdul-Rahman' });
  await child({ name: 'Muhammad Iqbal' });
  await child({ name: 'Kasia Nowak' }, { name: 'Kasia Smith' });
  await alsoCalled(await child({ name: 'Jon Smyth' }), 'Yusuf Demir');
  await child({ councilChildId: 'WM900007' });
});
afterAll(() => fresh.drop());

describe('a child is found', () => {
  it('without accents, apostrophes or capitals', async () => {
    expect(await namesFor('zuzanna krol')).toEqual(['Zuzanna Król']);
    expect(await namesFor("O'Suilleabhain")).toEqual(['Seán Ó Súilleabháin']);
  });

  it('by the beginning of each word, in any order', async () => {
    expect(await search('rah moh')).toEqual([{ name: 'Mohammed Abdul-Rahman', how: 'beginning', alias: null }]);
  });

  it('by sound, after those whose name is spelt so', async () => {
    expect(await namesFor('Mohammed')).toEqual(['Mohammed Abdul-Rahman', 'Muhammad Iqbal']);
    expect(await namesFor('Jon Smith')).toContain('Jon Smyth');
  });

  it('by letters that are alike, as when one was mistyped', async () => {
    expect(await namesFor('Zuzana')).toContain('Zuzanna Król');
  });

  it('by an earlier name, which is then shown', async () => {
    expect(await search('Nowak')).toEqual([{ name: 'Kasia Nowak', how: 'exact', alias: 'Kasia Nowak' }]);
    expect(await search('Kasia Smith')).toContainEqual({ name: 'Kasia Nowak', how: 'exact', alias: null });
  });

  it('by a name that they are known by', async () => {
    expect(await search('demir')).toEqual([{ name: 'Jon Smyth', how: 'exact', alias: 'Yusuf Demir' }]);
  });

  it('by council id and by pupil number, with spaces too', async () => {
    expect(await namesFor('wm900007')).toEqual(['WM900007']);
    expect(await namesFor('A 1234 5678 9012')).toEqual(['Zuzanna Król']);
    expect(await namesFor('A123456789012')).toEqual(['Zuzanna Król']);
  });

  it('only where every word is found', async () => {
    expect(await search('Zuzanna Iqbal')).toEqual([]);
    expect(await search('')).toEqual([]);
    expect(await search('%')).toEqual([]);
  });
});

it('tells nothing to a caller without an identity', async () => {
  const found = await fresh.db.as(someone, async (tx) => {
    await sql`select set_config('sightline.person', '', true)`.execute(tx);
    return (await sql`select * from people.words_met(array['zuzanna'], 'zuzanna', 2, 3)`.execute(tx)).rows;
  });
  expect(found).toEqual([]);
});

it('looks words up by index, under the owner’s function', async () => {
  const plan = await fresh.db.owner(async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx);
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select book from people.search_word w
      where w.kind <> 'number' and daitch_mokotoff(w.word) && daitch_mokotoff('krol')`.execute(tx);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan).toContain('search_word_sound');
});
