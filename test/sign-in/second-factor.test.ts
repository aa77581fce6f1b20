import { generateSync } from 'otplib/functional';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInWithPassword } from '../../src/modules/access/store/signing-in/sign-in.ts';
import { type HouseInChromium, heading, houseInChromium, signIn } from './house-in-chromium.ts';

const PASSWORD = 'kettle lantern otter';
const ADA = 'ada@council.example';
let house: HouseInChromium;
let key = '';
let recoveryCodes: string[] = [];
beforeAll(async () => {
  house = await houseInChromium({});
});
afterAll(() => house?.close());

/** A code of that many steps of thirty seconds from now: later ones stand in for time that goes by. */
const codeIn = (steps: number): string =>
  generateSync({ secret: key, epoch: Math.floor(Date.now() / 1000) + steps * 30 });
const send = async (page: Page, code: string): Promise<void> => {
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: /Save|Continue/ }).click();
};
const forgetSteps = () => house.owner('update access.authenticator set last_step = 0');

test('where the children are real, nothing opens before a second factor is set up', async () => {
  const page = await house.visitor();
  await page.goto(house.link);
  await page.getByLabel('New password').fill('password1234');
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('lists that were stolen');
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  expect(await heading(page)).toBe('Set up a second factor');
  await page.goto('/my-account');
  expect(await heading(page)).toBe('Set up a second factor');
  await page.getByRole('link', { name: 'Set up an authenticator app' }).click();
  expect(await page.getByRole('img', { name: 'Picture for an authenticator app' }).isVisible()).toBe(true);
  key = (await page.locator('code').innerText()).replaceAll(' ', '');
  await send(page, '000000');
  expect(await page.getByRole('alert').innerText()).toContain('The code is not right');
  expect((await page.locator('code').innerText()).replaceAll(' ', '')).toBe(key);
  const before = (await page.context().cookies()).find(({ name }) => name === 'sightline-session')?.value;
  await send(page, codeIn(0));
  expect(await heading(page)).toBe('Your recovery codes');
  const after = (await page.context().cookies()).find(({ name }) => name === 'sightline-session')?.value;
  expect(after).not.toBe(before);
  recoveryCodes = await page.locator('code').allInnerTexts();
  expect(recoveryCodes).toHaveLength(10);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  expect(await heading(page)).toBe('My account');
  await page.goto('/my-account/recovery-codes');
  expect(await heading(page)).toBe('My account');
  await page.getByRole('button', { name: 'Remove the authenticator app' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('This is your last second factor');
  await page.context().close();
});

test('a password, then a code of the app; a code works once, and so does a recovery code', async () => {
  await forgetSteps();
  const page = await house.visitor();
  await page.goto('/my-account');
  await signIn(page, ADA, PASSWORD);
  expect(await heading(page)).toBe('Enter your second factor');
  await page.goto('/second-factor/app'); // who has a factor and has not proved it sets up no other
  expect(await heading(page)).toBe('Enter your second factor');
  await page.goto('/second-factor?next=%2Fmy-account');
  const code = codeIn(0);
  await send(page, code);
  expect(await heading(page)).toBe('My account');
  const other = await house.visitor();
  await other.goto('/sign-in');
  await signIn(other, ADA, PASSWORD);
  await send(other, code);
  expect(await other.getByRole('alert').innerText()).toContain('This code was used already');
  await send(other, recoveryCodes[0]?.toUpperCase() ?? '');
  await other.goto('/my-account');
  expect(await other.getByText('9 codes left').isVisible()).toBe(true);
  await other.getByRole('button', { name: 'Sign out' }).click();
  await signIn(other, ADA, PASSWORD);
  await send(other, recoveryCodes[0] ?? '');
  expect(await other.getByRole('alert').innerText()).toContain('The code is not right');
  await other.context().close();
  await page.context().close();
});

test('after five wrong codes nobody listens, not even to the right one, and it is said until when', async () => {
  await forgetSteps();
  await house.owner('delete from access.failed_attempt');
  const page = await house.visitor();
  await page.goto('/sign-in');
  await signIn(page, ADA, PASSWORD);
  for (let wrong = 0; wrong < 5; wrong += 1) await send(page, '000000');
  await send(page, codeIn(0));
  expect(await page.getByRole('alert').innerText()).toMatch(
    /too many wrong attempts. You can try again after \d+(\.\d\d)?[ap]m/,
  );
  await house.owner("update access.failed_attempt set at = at - interval '16 minutes'");
  await send(page, codeIn(0));
  expect(await heading(page)).not.toBe('Enter your second factor');
  await page.context().close();
});

test('a password is changed by who knows the present one, and every other session ends', async () => {
  await forgetSteps();
  await house.owner('delete from access.failed_attempt');
  const [page, other] = [await house.visitor(), await house.visitor()];
  for (const each of [page, other]) {
    await forgetSteps();
    await each.goto('/sign-in?next=%2Fmy-account');
    await signIn(each, ADA, PASSWORD);
    await send(each, codeIn(0));
  }
  const change = async (present: string, password: string): Promise<void> => {
    await page.getByLabel('Present password').fill(present);
    await page.getByLabel('New password').fill(password);
    await page.getByRole('button', { name: 'Change my password' }).click();
  };
  await page.getByRole('link', { name: 'Change my password' }).click();
  await change('not the password', `${PASSWORD} too`);
  expect(await page.getByRole('alert').innerText()).toContain('This is not your present password');
  await change(PASSWORD, `${PASSWORD} too`);
  expect(await heading(page)).toBe('My account');
  await other.reload();
  expect(await heading(other)).toBe('Sign in');
  await page.goto('/my-account/password');
  await change(`${PASSWORD} too`, PASSWORD);
  for (const each of [page, other]) await each.context().close();
});

test('a passkey is made, is a second factor, and signs in by itself', async () => {
  await forgetSteps();
  const page = await house.visitor();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto('/sign-in?next=%2Fmy-account');
  await signIn(page, ADA, PASSWORD);
  await send(page, codeIn(0));
  await page.getByRole('link', { name: 'Set up a second factor' }).click();
  await page.getByRole('button', { name: 'Make a passkey' }).click();
  await page.getByText('Passkey, Chrome on Linux').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.goto('/sign-in?next=%2Fmy-account');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByText('Where I am signed in').waitFor();
  expect(await page.getByRole('row').filter({ hasText: 'This session' }).innerText()).toContain('Passkey');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.goto('/sign-in?next=%2Fmy-account');
  await signIn(page, ADA, PASSWORD);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.getByText('Where I am signed in').waitFor();
  await page.context().close();
});

test('after ten wrong passwords the right one is not heard either, for a quarter of an hour', async () => {
  await house.owner('delete from access.failed_attempt');
  const page = await house.visitor();
  await page.goto('/sign-in');
  const attempt = { email: ADA, password: 'not it', origin: { from: '192.0.2.1', agent: '' }, real: true };
  for (let wrong = 0; wrong < 9; wrong += 1) await signInWithPassword(house.fresh.db, attempt);
  await signIn(page, ADA, 'not the password');
  await signIn(page, ADA, PASSWORD);
  expect(await page.getByRole('alert').innerText()).toMatch(/You can try again after \d/);
  expect(await page.getByLabel('E-mail address').inputValue()).toBe(ADA);
  expect(house.events).toContain('sign-in.too-many');
  await house.owner('delete from access.failed_attempt');
  await page.context().close();
});

test('an account that is stopped is out at once, and one that nobody used for thirty days is told whom to ask', async () => {
  await forgetSteps();
  const page = await house.visitor();
  await page.goto('/sign-in?next=%2Fmy-account');
  await signIn(page, ADA, PASSWORD);
  await send(page, codeIn(0));
  expect(await heading(page)).toBe('My account');
  await house.owner('update access.person set active = false');
  await page.reload();
  expect(await heading(page)).toBe('Sign in');
  await signIn(page, ADA, PASSWORD);
  expect(await page.getByRole('alert').innerText()).toContain('is not right');
  await house.owner(`update access.person set active = true, added_at = now() - interval '31 days',
    last_signed_in_at = now() - interval '31 days', woken_at = null`);
  await house.owner("update access.password set set_at = now() - interval '31 days'");
  await signIn(page, ADA, PASSWORD);
  expect(await page.getByRole('alert').innerText()).toContain('has stopped. Ask Ada Byron to let you in again');
  await house.owner('update access.person set woken_at = now()');
  await signIn(page, ADA, PASSWORD);
  expect(await heading(page)).toBe('Enter your second factor');
  await page.context().close();
});
