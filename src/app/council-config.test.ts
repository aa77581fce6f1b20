import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const SET = {
  SIGHTLINE_OIDC_ISSUER: 'https://id.council.example',
  SIGHTLINE_OIDC_CLIENT_ID: 'sightline',
  SIGHTLINE_OIDC_CLIENT_SECRET: 'between us',
};
const faultsOf = (env: NodeJS.ProcessEnv) => {
  const read = readConfig(env);
  return read.ok ? [] : read.refusal;
};

test('nothing set, no sign-in of the council', () => {
  expect(readConfig({})).toMatchObject({ ok: true, value: { oidc: undefined } });
});

test('set, with groups that have roles', () => {
  const roles = '{"SL-Workers": "social-worker", "SL-Admin": "administrator"}';
  expect(readConfig({ ...SET, SIGHTLINE_OIDC_ROLES: roles })).toMatchObject({
    ok: true,
    value: { oidc: { clientId: 'sightline', groupsClaim: 'groups', roles: { 'SL-Workers': 'social-worker' } } },
  });
  expect(readConfig({ ...SET, SIGHTLINE_OIDC_GROUPS_CLAIM: 'teams' })).toMatchObject({
    value: { oidc: { groupsClaim: 'teams', roles: undefined } },
  });
  for (const here of ['http://localhost:9', 'http://127.0.0.1:9', 'http://[::1]:9'])
    expect(faultsOf({ ...SET, SIGHTLINE_OIDC_ISSUER: here })).toEqual([]);
});

test('all faults at once, and no secret among them', () => {
  const faults = faultsOf({
    PORT: '70000',
    SIGHTLINE_OIDC_ISSUER: 'http://id.council.example',
    SIGHTLINE_OIDC_CLIENT_SECRET: 'between us',
    SIGHTLINE_OIDC_ROLES: '{"All": "parent", "Some": "king"}',
  });
  expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
    'PORT',
    'SIGHTLINE_OIDC_CLIENT_ID',
    'SIGHTLINE_OIDC_ISSUER',
    'SIGHTLINE_OIDC_ROLES',
    'SIGHTLINE_OIDC_ROLES',
  ]);
  expect(faults.join()).not.toContain('between us');
  expect(faultsOf({ ...SET, SIGHTLINE_OIDC_ROLES: '["a"]' })).toHaveLength(1);
  expect(faultsOf({ SIGHTLINE_OIDC_ROLES: '{}' })).toHaveLength(3);
});
