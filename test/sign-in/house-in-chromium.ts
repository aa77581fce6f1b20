import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { createReal } from '../../src/app/create-house.ts';
import { type Council, readCouncil } from '../../src/app/house-mark.ts';
import { doorOf } from '../../src/app/web/door-of-house.ts';
import { houseWeb } from '../../src/app/web/house-web.ts';
import { accessPages } from '../../src/modules/access/module.ts';
import type { CouncilSettings } from '../../src/modules/access/store/signing-in/council-provider.ts';
import { type Clock, realClock } from '../../src/platform/clock/house-clock.ts';
import type { Page as HousePage } from '../../src/platform/http/page.ts';
import { keyringOf, newMasterKey } from '../../src/platform/keys/keyring.ts';
import { launchChromium } from '../browser/chromium.ts';
import { type FreshDatabase, freshDatabase } from '../fresh-database.ts';

/** A house on a port of its own, with a browser before it. */
export type HouseInChromium = {
  readonly fresh: FreshDatabase;
  readonly browser: Browser;
  /** By name, as passkeys need it: `http://localhost:49152`. */
  readonly address: string;
  /** The link of the first person of a real council. */
  readonly link: string;
  /** What the door has logged: the events. */
  readonly events: string[];
  /** A page of a browser that nobody has used. */
  visitor(): Promise<Page>;
  /** Asks the owner of the database, which is how a test moves time. */
  owner(statement: string): Promise<unknown>;
  close(): Promise<void>;
};

type Wanted = {
  readonly fresh?: FreshDatabase;
  readonly clock?: Clock;
  readonly pages?: readonly HousePage[];
  readonly oidc?: CouncilSettings;
};

/** That database as a house, or a new real council. Answers when a browser can visit it. */
export async function houseInChromium({
  clock = realClock(),
  pages = [],
  oidc,
  ...given
}: Wanted): Promise<HouseInChromium> {
  const fresh = given.fresh ?? (await freshDatabase());
  const first = { email: 'ada@council.example', name: 'Ada Byron' };
  const made = given.fresh ? undefined : await createReal(fresh.db, clock, 'Test County Council', first);
  const council = (await readCouncil(fresh.db)) as Council;
  const events: string[] = [];
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'sightline-sign-in-'));
  const log = (event: string) => void events.push(event);
  const behind = { db: fresh.db, clock, council, log, keys: keyringOf([newMasterKey()]), oidc };
  const web = await houseWeb({ ...behind, pages: [...accessPages(doorOf(behind)), ...pages], dataFolder });
  await web.listen({ host: '127.0.0.1', port: 0 });
  const { port } = web.server.address() as { port: number };
  const address = `http://localhost:${port}`;
  const browser = await launchChromium();
  return {
    fresh,
    browser,
    address,
    link: made?.ok ? made.value : '',
    events,
    visitor: async () => {
      const context = await browser.newContext({ baseURL: address, locale: 'en-GB' });
      context.setDefaultTimeout(8_000); // says which step did not come, before the whole test ends
      return context.newPage();
    },
    owner: (statement) => fresh.db.owner((tx) => sql.raw(statement).execute(tx)),
    close: async () => {
      await browser.close();
      await web.close();
      await fresh.drop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Fills in the sign-in page and sends it. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

export const heading = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();
