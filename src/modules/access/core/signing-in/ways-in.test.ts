import { expect, test } from 'vitest';
import { awaitsAfter } from './ways-in.ts';

const none = { authenticator: false, passkeys: 0 };
const app = { authenticator: true, passkeys: 0 };
const key = { authenticator: false, passkeys: 1 };

test.each([
  ['password', none, true, 'set-up'],
  ['password', none, false, null],
  ['password', app, true, 'second-factor'],
  ['password', app, false, 'second-factor'],
  ['password', key, true, 'second-factor'],
  ['passkey', key, true, null],
  ['council', none, true, null],
] as const)('after %s with %o, real %s: %s', (way, factors, real, awaits) => {
  expect(awaitsAfter(way, factors, real)).toBe(awaits);
});
