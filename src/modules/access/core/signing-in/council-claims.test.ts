import { expect, test } from 'vitest';
import { readClaims, rolesOfGroups } from './council-claims.ts';

const claims = { iss: 'https://id.example', sub: '42', email: 'Ada@X.example', email_verified: true };

test('an address that was not verified is none', () => {
  expect(readClaims(claims, 'groups').email).toBe('ada@x.example');
  expect(readClaims({ ...claims, email_verified: false }, 'groups').email).toBeUndefined();
  expect(readClaims({ ...claims, email_verified: 'true' }, 'groups').email).toBeUndefined();
});

test('groups come by the claim that was named, one or several; what is no text is left out', () => {
  expect(readClaims({ ...claims, teams: ['a', 7, 'b'] }, 'teams').groups).toEqual(['a', 'b']);
  expect(readClaims({ ...claims, teams: 'a' }, 'teams').groups).toEqual(['a']);
  expect(readClaims(claims, 'teams').groups).toEqual([]);
});

test('how they were known is kept as it was said', () => {
  expect(readClaims({ ...claims, amr: ['pwd', 'mfa'], acr: '2' }, 'groups').told).toBe('pwd, mfa, 2');
  expect(readClaims(claims, 'groups').told).toBeNull();
});

test('only groups that were mapped give roles, and none that cannot be given', () => {
  const mapping = { workers: 'social-worker', managers: 'team-manager', parents: 'parent' } as const;
  expect(rolesOfGroups(['managers', 'workers', 'workers', 'cleaners', 'toString'], mapping)).toEqual([
    'social-worker',
    'team-manager',
  ]);
  expect(rolesOfGroups(['parents'], mapping)).toEqual([]);
});
