import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { manifests } from '../src/app/manifests.ts';
import { readingOf } from '../src/app/reading.ts';
import { readingPages } from '../src/app/web/reading-pages.ts';
import { reconcilePages } from '../src/app/web/reconcile-pages.ts';
import type { Id } from '../src/kernel/id.ts';
import type { Instant } from '../src/kernel/instant.ts';
import { mustBeDate } from '../src/kernel/local-date.ts';
import { audienceSet } from '../src/modules/access/public.ts';
import { importAnnexA } from '../src/modules/returns/imports/annex-a/import-annex-a.ts';
import { importCinCensus } from '../src/modules/returns/imports/cin-census/import-cin-census.ts';
import {
  annexRows,
  census,
  censusChild,
  workbook,
} from '../src/modules/returns/pages/reconcile-files/differing-files.fixture.ts';
import type { Envelope } from '../src/record/define-entry.ts';
import { happenedBetween, type NewEntry } from '../src/record/entry.ts';
import { append } from '../src/record/store/append.ts';
import { readStatute } from '../src/statute/read-statute.ts';
import { type ImportHouse, importHouse } from './census/import-in-tests.ts';
import { type WebInTests, webInTests } from './hand-made-web.ts';

/** An empty database with the pages that compare files, and two files of the same children that differ. */
export type ReconcileHouse = {
  readonly house: ImportHouse;
  readonly web: WebInTests;
  /** Where files of a test may lie. */
  readonly folder: string;
  ask<Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]>;
  loadCensus(): Promise<void>;
  loadLists(): Promise<void>;
  /** The first book under a council id. */
  bookOf(councilId: string): Promise<Id>;
  /** The entry that the lists made of the event with this key. */
  entryOf(councilId: string, key: string): Promise<Id>;
  written(book: Id, write: (on: Envelope) => NewEntry): Promise<void>;
  /** From now on, these read that paragraph. */
  keep(book: Id, entry: Id, path: string, audience: 'everyone' | 'protected-readers'): Promise<void>;
  close(): Promise<void>;
};

/** The council ids of the children in both files. */
export const IDS = ['A100', 'A101', 'A102', 'A103'] as const;
const FEMALE = 'b) Female';
const TESTER = { person: 'a tester', purpose: 'command' } as const;

export async function reconcileHouse(): Promise<ReconcileHouse> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'reconcile '));
  const house = await importHouse('real');
  const { db, registry, projections } = house.context;
  const statute = readStatute();
  const pages = [...reconcilePages(registry, projections, statute), ...readingPages(readingOf(statute, manifests))];
  const web = await webInTests(db, pages, mustBeDate('2026-06-01'));
  const ask = <Row>(query: ReturnType<typeof sql<Row>>) => db.as(TESTER, async (tx) => (await query.execute(tx)).rows);
  const written = async (book: Id, write: (on: Envelope) => NewEntry): Promise<void> => {
    const id = randomUUID() as Id;
    const on = { id, book, about: book, happened: happenedBetween(null, null), source: { kind: 'here' } } as const;
    const now = () => '2026-06-01T09:00:00.000Z' as Instant;
    const context = { identity: TESTER, now, registry, projections, commandId: id };
    const appended = await append(db, context, [{ id, entries: [write(on)], decidedOn: [] }]);
    if (!appended.ok) throw new Error('the entry of a test was refused');
  };
  const firstId = async <Key extends string>(key: Key, query: ReturnType<typeof sql<Record<Key, Id>>>): Promise<Id> => {
    const [row] = await ask(query);
    return row?.[key] as Id;
  };
  return {
    house,
    web,
    folder,
    ask,
    written,
    loadCensus: async () => {
      const file = path.join(folder, 'census.xml');
      writeFileSync(file, census(...IDS.map((id) => censusChild(id))));
      const loaded = await importCinCensus(house.context, [file]);
      if (!loaded.ok) throw new Error('the census was refused');
    },
    loadLists: async () => {
      const file = await workbook(
        folder,
        annexRows('A100', '2015-05-04', FEMALE),
        annexRows('A101', '2015-05-04', FEMALE),
        annexRows('A102', '2016-05-04', 'a) Male'),
        annexRows('A103', '2016-05-04', FEMALE),
      );
      const loaded = await importAnnexA(house.context, file, mustBeDate('2026-03-31'));
      if (!loaded.ok) throw new Error('the lists were refused');
    },
    bookOf: (councilId) =>
      firstId('book', sql`select book from people.child where council_child_id = ${councilId} order by book`),
    entryOf: (councilId, key) =>
      firstId(
        'entry',
        sql`select entry from returns.attestation
          where la_child_id = ${councilId} and key like ${`%${key}`} and source_kind = 'annex-a'`,
      ),
    keep: (book, entry, paragraph, audience) =>
      written(book, (on) => audienceSet.write({ ...on, about: entry }, { entry, path: paragraph, audience })),
    close: async () => {
      await web.close();
      await house.fresh.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
