import { expect, test } from 'vitest';
import type { Id } from '../../../../kernel/id.ts';
import type { Rights } from '../rights/decide-rights.ts';
import { mayReset } from './may-reset.ts';

const somebody = { person: '1' as Id, name: 'A', email: 'a@x.example', active: true };
const admin: Rights = { ...somebody, roles: ['administrator'], mayGrant: ['social-worker', 'administrator'] };
const worker: Rights = { ...somebody, roles: ['social-worker'], mayGrant: [] };

test('an administrator resets whom they could have made, and nobody above them', () => {
  expect(mayReset(admin, worker)).toBe(true);
  expect(mayReset(admin, admin)).toBe(true);
  expect(mayReset(admin, { ...worker, roles: ['director'] })).toBe(false);
  expect(mayReset(admin, { ...admin, mayGrant: ['director'] })).toBe(false);
});

test('nobody else resets anybody', () => {
  expect(mayReset({ ...worker, mayGrant: ['social-worker'] }, worker)).toBe(false);
  expect(mayReset({ ...admin, active: false }, worker)).toBe(false);
  expect(mayReset(undefined, worker)).toBe(false);
});
