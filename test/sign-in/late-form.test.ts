import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handMadeId } from '../../county/hand-made/hand-made-id.ts';
import { loadHandMade } from '../../county/hand-made/load-hand-made.ts';
import { createInvented } from '../../src/app/create-house.ts';
import { DEMO_PASSWORD } from '../../src/app/demo-people.ts';
import { entryRegistry } from '../../src/app/entry-registry.ts';
import { readCouncil } from '../../src/app/house-mark.ts';
import { houseProjections } from '../../src/app/house-projections.ts';
import { practicePages } from '../../src/app/web/practice-pages.ts';
import { mustBeDate } from '../../src/kernel/local-date.ts';
import { standingClock } from '../../src/platform/clock/house-clock.ts';
import { readStatute } from '../../src/statute/read-statute.ts';
import { freshDatabase } from '../fresh-database.ts';
import { type HouseInChromium, heading, houseInChromium, signIn } from './house-in-chromium.ts';

const WORKER = 'temitope.adeyemi@wherrymouth.example';
const MANAGER = 'beatrix.ashworth@wherrymouth.example';
const FORM = `/children/${handMadeId('child', 'Safiya Nowak-Rahman')}/visits/new`;
const WORDS = 'Mum got up first on Friday!\nAnd “she” made <pancakes> & tea.';
let house: HouseInChromium;

beforeAll(async () => {
  const fresh = await freshDatabase();
  const clock = standingClock(mustBeDate('2026-03-31'));
  await createInvented(fresh.db, clock, 'Wherrymouth County Council', 'without-stories');
  const councilBook = (await readCouncil(fresh.db))?.book ?? handMadeId('council', 'none');
  const registry = entryRegistry();
  const projections = houseProjections(registry, readStatute());
  await loadHandMade({ db: fresh.db, registry, projections, councilBook });
  house = await houseInChromium({ fresh, clock, pages: practicePages(registry, projections) });
});
afterAll(() => house?.close());

const endAllSessions = () => house.owner("update access.session set seen_at = now() - interval '61 minutes'");

async function typeHalfAVisit(page: Page): Promise<void> {
  await page.getByLabel('Day', { exact: true }).fill('30');
  await page.getByLabel('Month').fill('3');
  await page.getByLabel('Year').fill('2026');
  await page.getByLabel('What did Safiya Nowak-Rahman say, word for word?').fill(WORDS);
  await page.getByLabel('What did you see and do?').first().fill('In the kitchen.');
}
const send = (page: Page) => page.getByRole('button', { name: 'Record the visit' }).click();

test('a half-typed form whose session has ended is there again after signing in, with every word', async () => {
  const page = await house.visitor();
  await page.goto(`/sign-in?next=${encodeURIComponent(FORM)}`);
  await signIn(page, WORKER, DEMO_PASSWORD);
  await typeHalfAVisit(page);
  await endAllSessions();
  await send(page);
  expect(await heading(page)).toBe('Sign in');
  expect(await page.getByText('What you typed is kept.').isVisible()).toBe(true);
  expect(await page.content()).not.toContain('pancakes');
  await signIn(page, WORKER, 'not the password');
  await signIn(page, WORKER, DEMO_PASSWORD);
  expect(await heading(page)).toBe('Your form was kept');
  expect(await page.getByText('Mum got up first on Friday!').isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Send it again' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('Say whether Safiya Nowak-Rahman was seen');
  const words = page.getByLabel('What did Safiya Nowak-Rahman say, word for word?');
  expect(await words.inputValue()).toBe(WORDS);
  expect(await page.getByLabel('Year').inputValue()).toBe('2026');
  await page.context().close();
});

test('somebody else who signs in there never sees the words', async () => {
  const page = await house.visitor();
  await page.goto(`/sign-in?next=${encodeURIComponent(FORM)}`);
  await signIn(page, WORKER, DEMO_PASSWORD);
  await typeHalfAVisit(page);
  await endAllSessions();
  await send(page);
  await signIn(page, MANAGER, DEMO_PASSWORD);
  expect(await page.content()).not.toContain('pancakes');
  await page.goto('/kept-form');
  expect(await page.content()).not.toContain('pancakes');
  await page.context().close();
});

test('a form of an earlier session is sent again from the page that says so; another person’s is not', async () => {
  const page = await house.visitor();
  await page.goto(`/sign-in?next=${encodeURIComponent(FORM)}`);
  await signIn(page, WORKER, DEMO_PASSWORD);
  await typeHalfAVisit(page);
  const tab = await page.context().newPage();
  await tab.goto('/sign-in?again=1');
  await signIn(tab, WORKER, DEMO_PASSWORD);
  await send(page);
  expect(await heading(page)).toBe('Your form was kept');
  await page.goto(FORM);
  await typeHalfAVisit(page);
  await tab.goto('/sign-in?again=1');
  await signIn(tab, MANAGER, DEMO_PASSWORD);
  await send(page);
  expect(await heading(page)).toBe('This form is too old');
  expect(await page.content()).not.toContain('pancakes');
  await page.context().close();
});

test('nothing that was kept stands readable in the database', async () => {
  const { rows } = await house.fresh.db.owner((tx) =>
    sql<{ text: string }>`select coalesce(string_agg(s::text, ' '), '') as text from access.session s`.execute(tx),
  );
  expect(rows[0]?.text).not.toContain('pancakes');
  expect(rows[0]?.text).not.toBe('');
});
