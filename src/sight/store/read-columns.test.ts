import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handMadeId } from '../../../county/hand-made/hand-made-id.ts';
import { loadHandMade } from '../../../county/hand-made/load-hand-made.ts';
import { type FreshDatabase, inventedDatabase } from '../../../test/fresh-database.ts';
import { entryRegistry } from '../../app/entry-registry.ts';
import { houseProjections } from '../../app/house-projections.ts';
import type { Instant } from '../../kernel/instant.ts';
import { readStatute } from '../../statute/read-statute.ts';
import { columnsOf } from '../columns.ts';
import { columnsAt } from './read-columns.ts';
import { factsOf } from './read-facts.ts';
import { EVERYTHING } from './reckon-clocks.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await inventedDatabase();
  const registry = entryRegistry();
  const projections = houseProjections(registry, readStatute());
  await loadHandMade({ db: fresh.db, registry, projections, councilBook: handMadeId('council', 'of columns') });
});
afterAll(() => fresh.drop());

const MOMENTS = ['2012-01-01', '2013-05-01', '2025-12-24', '2026-03-10'].map(
  (day) => `${day}T12:00:00.000Z` as Instant,
);

async function expectTheSame(): Promise<void> {
  for (const known of [...MOMENTS, EVERYTHING])
    await fresh.db.as({ person: 'a-reader', purpose: 'command' }, async (tx) => {
      const [{ columns, children }, facts] = [await columnsAt(tx, known), await factsOf(tx, null, known)];
      expect(children).toEqual([...facts.keys()]);
      expect(columns).toEqual(columnsOf([...facts.values()]).columns);
    });
}

test('at any moment the columns hold what is read fact by fact', async () => {
  await expectTheSame();
  await fresh.db.owner((tx) =>
    sql`insert into sight.retraction (entry, book, believed_until, corrected_by)
      select entry, child, '2026-01-15 12:00:00+00', entry from sight.fact where source = 'here' and ordinal = 0
      order by entry limit 40 on conflict do nothing`.execute(tx),
  );
  await expectTheSame();
});

test('also when two books are of one child', async () => {
  await fresh.db.owner((tx) =>
    sql`update people.child_identity set identity = (select min(book::text)::uuid from people.child_identity)
      where book in (select book from people.child_identity order by book limit 3)`.execute(tx),
  );
  await expectTheSame();
});
