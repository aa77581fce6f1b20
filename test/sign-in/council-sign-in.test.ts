import { createServer, type Server } from 'node:http';
import Provider from 'oidc-provider';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entryRegistry } from '../../src/app/entry-registry.ts';
import { houseProjections } from '../../src/app/house-projections.ts';
import { rightsPages } from '../../src/app/web/rights-pages.ts';
import { readStatute } from '../../src/statute/read-statute.ts';
import { type HouseInChromium, heading, houseInChromium } from './house-in-chromium.ts';

/** Who is who at the council: what its provider says of them. */
type Account = { email: string; email_verified: boolean; name: string; groups: string[] };
const accounts: Record<string, Account> = {
  ada: { email: 'ada@council.example', email_verified: true, name: 'Ada Byron', groups: ['SL-Admin', 'SL-Analyst'] },
  ben: { email: 'ben@council.example', email_verified: true, name: 'Ben Lloyd', groups: ['SL-Workers', 'Choir'] },
  cara: { email: 'cara@council.example', email_verified: true, name: 'Cara Quinn', groups: ['Choir'] },
  dan: { email: 'ada@council.example', email_verified: false, name: 'Dan Roe', groups: ['SL-Workers'] },
  eve: { email: 'ada@council.example', email_verified: true, name: 'Eve Byron', groups: ['SL-Workers'] },
};

let house: HouseInChromium;
let provider: Server;
const SECRET = 'between the council and us, at least thirty-two letters';

beforeAll(async () => {
  provider = createServer();
  await new Promise<void>((listening) => provider.listen(0, '127.0.0.1', listening));
  const { port } = provider.address() as { port: number };
  const issuer = `http://localhost:${port}`;
  const registry = entryRegistry();
  house = await houseInChromium({
    pages: rightsPages(registry, houseProjections(registry, readStatute()), () => {}),
    oidc: {
      issuer,
      clientId: 'sightline',
      clientSecret: SECRET,
      groupsClaim: 'groups',
      roles: { 'SL-Admin': 'administrator', 'SL-Analyst': 'performance-analyst', 'SL-Workers': 'social-worker' },
    },
  });
  provider.on('request', providerAt(issuer, `${house.address}/sign-in/council/back`).callback());
});
afterAll(async () => {
  await house?.close();
  provider?.close();
});

/** A real provider, whose own development page asks who one is and believes it. */
function providerAt(issuer: string, back: string): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: 'sightline',
        client_secret: SECRET,
        redirect_uris: [back],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub', 'groups'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, ...accounts[sub] }) }),
    cookies: { keys: ['only in tests'] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, AuthorizationCode: 60, IdToken: 600 },
  });
}

/** Goes to the council's sign-in and says there who one is. */
async function comeAs(page: Page, who: string): Promise<void> {
  await page.goto('/sign-in?next=%2Fmy-account');
  await page.getByRole('button', { name: 'Sign in with the council’s account' }).click();
  await page.getByPlaceholder('Enter any login').fill(who);
  await page.getByPlaceholder('and password').fill('anything');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(`${house.address}/**`);
}
const alertOf = (page: Page) => page.getByRole('alert').innerText();

test('a known person comes in by their verified address, without a second factor of ours', async () => {
  const page = await house.visitor();
  await comeAs(page, 'ada');
  expect(await heading(page)).toBe('My account');
  expect(await page.getByRole('row').filter({ hasText: 'This session' }).innerText()).toContain(
    'The council’s account',
  );
  await page.goto('/sign-in/council/back?code=used&state=used');
  expect(await alertOf(page)).toContain('too long ago, or in another browser');
  await page.context().close();
});

test('somebody whose group has a role is added; somebody without one is refused, and the log says so', async () => {
  const page = await house.visitor();
  await comeAs(page, 'ben');
  expect(await page.getByText('Ben Lloyd, Social worker').isVisible()).toBe(true);
  const other = await house.visitor();
  await comeAs(other, 'cara');
  expect(await alertOf(other)).toContain('You have no account here');
  expect(house.events).toContain('sign-in.unknown');
  accounts.ben = { ...(accounts.ben as Account), groups: ['Choir'] };
  const again = await house.visitor();
  await comeAs(again, 'ben');
  expect(await alertOf(again)).toContain('None of your groups');
  accounts.ben = { ...accounts.ben, groups: ['SL-Analyst'] };
  const changed = await house.visitor();
  await comeAs(changed, 'ben');
  expect(await changed.getByText('Ben Lloyd, Performance analyst').isVisible()).toBe(true);
  await page.reload();
  expect(await heading(page)).toBe('Sign in'); // the session with the old role has ended
  for (const each of [page, other, again, changed]) await each.context().close();
});

test('an address that was not verified, or that somebody else has used, lets nobody in as another', async () => {
  const page = await house.visitor();
  await comeAs(page, 'dan');
  expect(await alertOf(page)).toContain('did not give an e-mail address that it has checked');
  const other = await house.visitor();
  await comeAs(other, 'eve');
  expect(await alertOf(other)).toContain('Somebody else of the council has used this e-mail address');
  for (const each of [page, other]) await each.context().close();
});

test('the last administrator stays one whatever their groups say, is told so each time, and the log says it', async () => {
  accounts.ada = { ...(accounts.ada as Account), groups: ['SL-Workers'] };
  const page = await house.visitor();
  await comeAs(page, 'ada');
  expect(await heading(page)).toBe('My roles');
  const words = await page.getByRole('main').innerText();
  for (const each of ['Social worker and administrator', 'no longer makes you an administrator'])
    expect(words).toContain(each);
  const again = await house.visitor();
  await comeAs(again, 'ada');
  expect(await again.getByText('Ada Byron, Social worker and administrator').isVisible()).toBe(true);
  expect(house.events.filter((event) => event === 'sign-in.last-administrator-kept')).toHaveLength(2);
  for (const each of [page, again]) await each.context().close();
});

test('what comes back in another browser is not believed', async () => {
  const page = await house.visitor();
  await page.route(`${house.address}/sign-in/council/back**`, (route) => route.abort());
  const back = page.waitForRequest(/sign-in\/council\/back/);
  const coming = comeAs(page, 'ada').catch(() => {});
  const stolen = (await back).url();
  const thief = await house.visitor();
  await thief.goto(stolen);
  expect(await alertOf(thief)).toContain('in another browser');
  await page.context().close();
  await thief.context().close();
  await coming;
});
