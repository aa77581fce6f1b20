import { sql } from 'kysely';
import { generateSync } from 'otplib/functional';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../../test/fresh-database.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import { keyringOf, newMasterKey } from '../../../../platform/keys/keyring.ts';
import type { Rights } from '../../core/rights/decide-rights.ts';
import type { CouncilClaims } from '../../core/signing-in/council-claims.ts';
import { addPerson, DOORKEEPER } from '../person-store.ts';
import { personOfSession } from '../session-store.ts';
import { keepAuthenticator, newAuthenticatorSecret, stepOfCode, useCode } from './authenticator.ts';
import type { CouncilSettings } from './council-provider.ts';
import { enterByCouncil, keepCouncilVisit, takeCouncilVisit } from './council-sign-in.ts';
import { enter } from './enter.ts';
import { factorsOf, forgetFactors } from './factors.ts';
import { beginPasskeySignIn, personOfPasskey } from './passkeys.ts';
import { keepRecoveryCodes, newRecoveryCodes, recoveryCodesLeft, useRecoveryCode } from './recovery-codes.ts';

const ada = '00000000-0000-4000-8000-0000000000a1' as Id;
const keys = keyringOf([newMasterKey()]);
const origin = { from: '192.0.2.1', agent: '' };
const asked: Rights[] = [];
let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  await fresh.db.as({ person: 'admin', purpose: 'command' }, (tx) =>
    addPerson(tx, {
      id: ada,
      email: 'ada@x.example',
      name: 'Ada',
      roles: ['administrator'],
      addedAt: '2026-01-01T09:00:00.000Z' as Instant,
    }),
  );
});
afterAll(() => fresh.drop());
const door = <T>(work: Parameters<typeof fresh.db.as<T>>[1]) => fresh.db.as(DOORKEEPER, work);
const asOwner = (statement: string) => fresh.db.owner((tx) => sql.raw(statement).execute(tx));

test('a code counts one step aside, once, and none before it any more', async () => {
  const secret = newAuthenticatorSecret();
  const epoch = Math.floor(Date.now() / 1000);
  const code = (steps: number) => generateSync({ secret, epoch: epoch + steps * 30 });
  expect([-2, 2].map((steps) => stepOfCode(secret, code(steps)))).toEqual([undefined, undefined]);
  const step = stepOfCode(secret, code(-1)) ?? 0;
  await door((tx) => keepAuthenticator(tx, keys, ada, secret, step));
  const use = (typed: string) => door((tx) => useCode(tx, keys, ada, typed));
  expect(await use(code(-1))).toBe('used');
  const spaced = `${code(0).slice(0, 3)} ${code(0).slice(3)}`;
  expect([await use(spaced), await use(code(0)), await use('123')]).toEqual(['right', 'used', 'wrong']);
  const other = keyringOf([newMasterKey()]);
  expect(await door((tx) => useCode(tx, other, ada, code(1)))).toBe('wrong'); // sealed by keys that are not ours
});

test('a recovery code works once, and new ones void the old', async () => {
  const { codes, hashes } = await newRecoveryCodes();
  await door((tx) => keepRecoveryCodes(tx, ada, hashes));
  const [one = '', two = ''] = codes;
  expect(new Set(codes).size).toBe(10);
  expect([await useRecoveryCode(fresh.db, ada, one), await useRecoveryCode(fresh.db, ada, one)]).toEqual([true, false]);
  expect(await door((tx) => recoveryCodesLeft(tx, ada))).toBe(9);
  const again = await newRecoveryCodes();
  await door((tx) => keepRecoveryCodes(tx, ada, again.hashes));
  expect(await useRecoveryCode(fresh.db, ada, two)).toBe(false);
});

test('who comes back from the council does so once, in the same browser, within ten minutes', async () => {
  const visit = { secrets: { state: 's', nonce: 'n', verifier: 'v' }, next: '/duties', kept: 'sealed' };
  await keepCouncilVisit(fresh.db, 'token', visit);
  expect(await takeCouncilVisit(fresh.db, 'another', 's')).toBeUndefined();
  expect(await takeCouncilVisit(fresh.db, 'token', 's')).toEqual(visit);
  expect(await takeCouncilVisit(fresh.db, 'token', 's')).toBeUndefined();
  await keepCouncilVisit(fresh.db, 'token', visit);
  await asOwner("update access.council_visit set made_at = now() - interval '11 minutes'");
  expect(await takeCouncilVisit(fresh.db, 'token', 's')).toBeUndefined();
});

test('what a passkey must sign is asked once and told to nobody else; nonsense is nobody', async () => {
  const place = { origin: 'http://localhost:3000', csrf: 'token' };
  const { challenge } = (await beginPasskeySignIn(fresh.db, place)) as { challenge: string };
  const clientDataJSON = Buffer.from(JSON.stringify({ type: 'webauthn.get', challenge })).toString('base64url');
  const answer = JSON.stringify({ id: 'unknown', response: { clientDataJSON } });
  const left = () => fresh.db.owner((tx) => sql`select from access.challenge`.execute(tx));
  expect(await personOfPasskey(fresh.db, { ...place, csrf: 'another' }, answer)).toBeUndefined();
  expect((await left()).rows).toHaveLength(1);
  expect(await personOfPasskey(fresh.db, place, answer)).toBeUndefined();
  expect((await left()).rows).toHaveLength(0);
  for (const odd of ['', 'null', '[]', '{"id":7}', 'x'.repeat(9)])
    expect(await personOfPasskey(fresh.db, place, odd)).toBeUndefined();
});

test('nobody else than the doorkeeper reads what lets somebody in', async () => {
  const seen = await fresh.db.as({ person: ada, purpose: 'request' }, (tx) =>
    sql`select from access.authenticator union all select from access.recovery_code`.execute(tx),
  );
  expect(seen.rows).toEqual([]);
  expect(await door((tx) => factorsOf(tx, ada))).toEqual({ authenticator: true, passkeys: 0 });
});

test('an unused account stops where children are real, and nowhere else', async () => {
  const entrance = { way: 'password', origin } as const;
  const outcome = (real: boolean) => door((tx) => enter(tx, ada, { ...entrance, real }));
  await asOwner("update access.person set added_at = now() - interval '31 days'");
  expect(await outcome(true)).toEqual({ is: 'stopped', person: ada, ask: ['Ada'] });
  expect(await outcome(false)).toMatchObject({ is: 'in' });
  await asOwner('update access.person set woken_at = now()');
  const entered = await outcome(true);
  expect(entered).toMatchObject({ is: 'in', awaits: 'second-factor' });
  expect(await personOfSession(fresh.db, entered.is === 'in' ? entered.session : '')).toMatchObject({
    awaits: 'second-factor',
  });
});

test('what a reset takes away: every factor, and whoever is signed in', async () => {
  const entered = await door((tx) => enter(tx, ada, { way: 'passkey', origin, real: false }));
  await forgetFactors(fresh.db, ada);
  expect(await door((tx) => factorsOf(tx, ada))).toEqual({ authenticator: false, passkeys: 0 });
  expect(await personOfSession(fresh.db, entered.is === 'in' ? entered.session : '')).toBeUndefined();
});

test('what a session kept goes with it, and the session itself after thirty days', async () => {
  await asOwner("update access.session set kept_sealed = 'sealed', started_at = now() - interval '13 hours'");
  const begin = () => door((tx) => enter(tx, ada, { way: 'passkey', origin, real: false }));
  const of = async (what: string) => (await fresh.db.owner((tx) => sql.raw(what).execute(tx))).rows.length;
  await begin();
  expect(await of('select from access.session where kept_sealed is not null')).toBe(0);
  const before = await of('select from access.session');
  await asOwner("update access.session set started_at = now() - interval '31 days'");
  await begin();
  expect([before > 1, await of('select from access.session')]).toEqual([true, 1]);
});

const claims: CouncilClaims = {
  issuer: 'https://id.example',
  subject: '42',
  email: 'ada@x.example',
  name: 'Ada B',
  groups: [],
  told: 'mfa',
};
const settings: CouncilSettings = {
  issuer: '',
  clientId: '',
  clientSecret: '',
  groupsClaim: 'groups',
  roles: undefined,
};
const byCouncil = (more: Partial<CouncilClaims>, roles?: CouncilSettings['roles']) =>
  enterByCouncil(
    fresh.db,
    {
      settings: { ...settings, roles },
      claims: { ...claims, ...more },
      setRights: async (rights) => {
        asked.push(rights);
        return { keptAdministrator: false };
      },
    },
    { origin, real: true, kept: null },
  );

test('without mapped groups rights are given here alone, and nobody is added', async () => {
  expect(await byCouncil({})).toMatchObject({ is: 'in', person: ada, awaits: null });
  expect(await byCouncil({ subject: '43', email: 'new@x.example' })).toEqual({ is: 'unknown' });
  expect(asked).toEqual([]);
});

test('who was here before is known by who they are over there, whatever their address is now', async () => {
  expect(await byCouncil({ email: 'renamed@x.example' })).toMatchObject({ is: 'in', person: ada });
  expect(await byCouncil({ subject: '44' })).toEqual({ is: 'another-account', person: ada });
  expect(await byCouncil({ email: undefined, subject: '45' })).toEqual({ is: 'no-email' });
});

test('mapped groups give the roles, and take away what an administrator might pass on', async () => {
  const mapping = { Workers: 'social-worker' } as const;
  expect(await byCouncil({}, mapping)).toEqual({ is: 'no-role', person: ada });
  expect(await byCouncil({ groups: ['Workers'] }, mapping)).toMatchObject({ is: 'in' });
  expect(asked.at(-1)).toMatchObject({ person: ada, name: 'Ada', roles: ['social-worker'], mayGrant: [] });
  await asOwner('update access.person set active = false');
  expect(await byCouncil({ groups: ['Workers'] }, mapping)).toEqual({ is: 'closed', person: ada });
});
