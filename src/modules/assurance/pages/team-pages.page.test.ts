import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handMadeId } from '../../../../county/hand-made/hand-made-id.ts';
import { agnieszka, jonah, temitope } from '../../../../county/hand-made/hand-made-people.ts';
import { type FreshDatabase, freshDatabase } from '../../../../test/fresh-database.ts';
import { createInvented } from '../../../app/create-house.ts';
import { demoPeople, INVENTED_COUNCIL } from '../../../app/demo-people.ts';
import { entryRegistry } from '../../../app/entry-registry.ts';
import { tellStories } from '../../../app/hand-made-stories.ts';
import { clockOf, HOUSE, readCouncil } from '../../../app/house-mark.ts';
import { houseProjections } from '../../../app/house-projections.ts';
import { manifests } from '../../../app/manifests.ts';
import { readingOf } from '../../../app/reading.ts';
import { houseWeb } from '../../../app/web/house-web.ts';
import { readingPages } from '../../../app/web/reading-pages.ts';
import type { Id } from '../../../kernel/id.ts';
import { mustBeDate } from '../../../kernel/local-date.ts';
import type { Clock } from '../../../platform/clock/house-clock.ts';
import { happenedOn } from '../../../record/entry.ts';
import { append } from '../../../record/store/append.ts';
import { actOf, newId } from '../../../record/store/invented-entries.fixture.ts';
import { readStatute } from '../../../statute/read-statute.ts';
import { startSession } from '../../access/store/session-store.ts';
import { leaveBegun } from '../../workforce/public.ts';

let fresh: FreshDatabase;
let web: Awaited<ReturnType<typeof houseWeb>>;
let clock: Clock;
const sessions = new Map<string, string>();
const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'sightline-teams-'));
const statute = readStatute();
const registry = entryRegistry();
const northfield = handMadeId('team', 'Northfield child protection team');

beforeAll(async () => {
  fresh = await freshDatabase();
  const read = clockOf('invented', undefined);
  if (!read.ok) throw new Error(read.refusal);
  clock = read.value;
  await createInvented(fresh.db, clock, INVENTED_COUNCIL, 'with-stories');
  const council = await readCouncil(fresh.db);
  if (!council) throw new Error('the invented county is not there');
  await tellStories(fresh.db, council.book);
  for (const { id, roles } of demoPeople)
    sessions.set(roles.join(), await fresh.db.as(HOUSE, (tx) => startSession(tx, id)));
  const pages = readingPages(readingOf(statute, manifests));
  web = await houseWeb({ db: fresh.db, clock, council, log: (...said) => console.error(...said), pages, dataFolder });
}, 120_000);
afterAll(async () => {
  await web?.close();
  await fresh?.drop();
  rmSync(dataFolder, { recursive: true, force: true });
});

const textOf = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;])/g, '$1');

async function get(url: string, role = 'director') {
  const answer = await web.inject({ url, cookies: { 'sightline-session': sessions.get(role) ?? 'nobody' } });
  return { status: answer.statusCode, html: answer.body, text: textOf(answer.body) };
}

describe('teams', () => {
  test('try', async () => {
    console.log((await get('/teams')).text);
    console.log((await get(`/teams/${northfield}`)).text);
    console.log((await get(`/workers/${agnieszka.id}`)).text);
    console.log((await get('/my-children', 'social-worker')).text);
    console.log((await get('/my-children', 'team-manager')).text);
  });
});
