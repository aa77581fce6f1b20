import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handMadeId } from '../../../county/hand-made/hand-made-id.ts';
import { type FreshDatabase, freshDatabase } from '../../../test/database.ts';
import { startSession } from '../../modules/access/store/session-store.ts';

import { readStatute } from '../../statute/read-statute.ts';
import { createInvented } from '../create-house.ts';
import { demoPeople, INVENTED_COUNCIL } from '../demo-people.ts';
import { tellStories } from '../hand-made-stories.ts';
import { clockOf, HOUSE, readCouncil } from '../house-mark.ts';
import { manifests } from '../manifests.ts';
import { readingOf } from '../reading.ts';
import { houseWeb } from './house-web.ts';
import { readingPages } from './reading-pages.ts';

let fresh: FreshDatabase;
let web: FastifyInstance;
let session: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  const clock = clockOf('invented', undefined);
  if (!clock.ok) throw new Error(clock.refusal);
  await createInvented(fresh.db, clock.value, INVENTED_COUNCIL, 'with-stories');
  const council = await readCouncil(fresh.db);
  if (!council) throw new Error('there is no council');
  await tellStories(fresh.db, council.book);
  const worker = demoPeople.find(({ roles }) => roles.includes('social-worker'));
  if (!worker) throw new Error('there is no social worker');
  session = await fresh.db.as(HOUSE, (tx) => startSession(tx, worker.id));
  web = await houseWeb({
    db: fresh.db,
    clock: clock.value,
    council,
    log: () => {},
    pages: readingPages(readingOf(readStatute(), manifests)),
    dataFolder: mkdtempSync(path.join(os.tmpdir(), 'sightline-reading-')),
  });
}, 120_000);
afterAll(async () => {
  await web?.close();
  await fresh?.drop();
});

const get = async (url: string) => {
  const answer = await web.inject({ url, cookies: { 'sightline-session': session } });
  return { status: answer.statusCode, html: answer.body, text: textOf(answer.body), to: answer.headers.location };
};
const textOf = (html: string): string =>
  html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').replace(/ ([.,])/g, '$1');

const safiya = `/children/${handMadeId('child', 'Safiya Nowak-Rahman')}`;

describe('the list of children', () => {
  test('counts add up to every child, and the worst stands first', async () => {
    const { status, text } = await get('/children');
    expect(status).toBe(200);
    console.log(text);
  });
});

describe('a child’s page', () => {
  test('is told as of now', async () => {
    const { status, text } = await get(safiya);
    expect(status).toBe(200);
    console.log(text);
  });
  test('opens every explanation', async () => {
    const { html } = await get(safiya);
    const links = [...html.matchAll(/href="(\/children\/[^"]+\/explain\/[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) {
      const { status, text } = await get(link.replaceAll('&amp;', '&'));
      expect([link, status]).toEqual([link, 200]);
      console.log(text.slice(0, 1500));
    }
  });
});
test('duties', async () => {
  const { text } = await get('/duties?on=2013-01-14');
  console.log(text);
  console.log((await get('/duties/icpc-15wd')).text);
});
