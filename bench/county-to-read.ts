import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { countyOf } from '../county/generate/county-plan.ts';
import { inventCounty } from '../county/generate/invent-county.ts';
import { createInvented } from '../src/app/create-house.ts';
import { demoAdministrator, INVENTED_COUNCIL } from '../src/app/demo-people.ts';
import { clockOf, HOUSE, readCouncil } from '../src/app/house-mark.ts';
import { tellCounty } from '../src/app/tell-county.ts';
import { doorOf } from '../src/app/web/door-of-house.ts';
import { houseWeb } from '../src/app/web/house-web.ts';
import { pagesOf } from '../src/app/web/pages.ts';
import { startSession } from '../src/modules/access/store/session-store.ts';
import type { Database } from '../src/platform/database/database.ts';
import { keyringOf, newMasterKey } from '../src/platform/keys/keyring.ts';
import { readStatute } from '../src/statute/read-statute.ts';
import { type AskedPage, askedPages, type OpenPage, opener } from './asked-pages.ts';

const SEED = 20_260_331;

export type CountyToRead = { readonly asked: readonly AskedPage[]; readonly open: OpenPage; readonly seconds: number };

/** A county of some open children, loaded and analysed, with its whole web server and so many people who are signed in. */
export async function withCountyToRead<Answer>(
  db: Database,
  ownerUrl: string,
  { children, readers }: { readonly children: number; readonly readers: number },
  work: (county: CountyToRead) => Promise<Answer>,
): Promise<Answer> {
  const { council, clock, seconds } = await load(db, children);
  await analyse(ownerUrl);
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'sightline pages '));
  const door = doorOf({ db, clock, council, log: () => {}, keys: keyringOf([newMasterKey()]) });
  const pages = pagesOf(readStatute(), dataFolder, door);
  const web = await houseWeb({ db, clock, council, log: () => {}, pages, dataFolder });
  try {
    const open = opener(web, await signIn(db, readers));
    return await work({ asked: await askedPages(db, pages, open), open, seconds });
  } finally {
    await web.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function load(db: Database, children: number) {
  const clock = clockOf('invented', undefined);
  if (!clock.ok) throw new Error(clock.refusal);
  await createInvented(db, clock.value, INVENTED_COUNCIL, 'without-stories');
  const council = await readCouncil(db);
  if (!council) throw new Error('the invented county is not there');
  const start = performance.now();
  await tellCounty(db, inventCounty(countyOf(SEED, children)), council.book);
  return { council, clock: clock.value, seconds: Math.round((performance.now() - start) / 100) / 10 };
}

/** What PostgreSQL does by itself within minutes of a load. */
async function analyse(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query('vacuum analyze');
  await owner.end();
}

async function signIn(db: Database, readers: number): Promise<string[]> {
  const sessions: string[] = [];
  for (let each = 0; each < readers; each += 1)
    sessions.push(await db.as(HOUSE, (tx) => startSession(tx, demoAdministrator().id)));
  return sessions;
}
