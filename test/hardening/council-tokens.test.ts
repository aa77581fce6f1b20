import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type CouncilProvider, councilProvider } from '../../src/modules/access/store/signing-in/council-provider.ts';

/** A provider that can be told to lie: how it signs, what it says, and what its page about itself says. */
type Lies = {
  readonly claims?: Record<string, unknown>;
  readonly header?: Record<string, unknown>;
  readonly key?: KeyObject;
  readonly signature?: string;
  readonly metadata?: Record<string, unknown>;
  readonly token?: (code: string) => { status: number; headers?: Record<string, string>; body: unknown };
};
const ours = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const CLIENT = 'sightline';
const SECRET = 'between the council and us, at least thirty-two letters';
const BACK = 'http://localhost:1/sign-in/council/back';

let server: Server;
let issuer = '';
let lies: Lies = {};
let nonce = '';
/** What the provider was asked: addresses, and the forms that were sent to it. */
let asked: { readonly url: string; readonly form: URLSearchParams }[] = [];
let provider: CouncilProvider;

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function idToken(): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, sub: 'ada', aud: CLIENT, iat: now, exp: now + 300, nonce, ...lies.claims };
  const head = `${encoded({ alg: 'RS256', kid: 'one', ...lies.header })}.${encoded(claims)}`;
  const signature = createSign('RSA-SHA256')
    .update(head)
    .sign(lies.key ?? ours.privateKey, 'base64url');
  return `${head}.${lies.signature ?? signature}`;
}

function answerOf(
  url: string,
  form: URLSearchParams,
): { status: number; headers?: Record<string, string>; body: unknown } {
  if (url.startsWith('/.well-known'))
    return {
      status: 200,
      body: {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        ...lies.metadata,
      },
    };
  if (url === '/keys')
    return {
      status: 200,
      body: { keys: [{ ...ours.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] },
    };
  if (url === '/token')
    return (
      lies.token?.(form.get('code') ?? '') ?? {
        status: 200,
        body: { access_token: 'of the provider', token_type: 'bearer', expires_in: 300, id_token: idToken() },
      }
    );
  return { status: 404, body: {} };
}

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const form = new URLSearchParams(body);
      asked.push({ url: request.url ?? '', form });
      const answer = answerOf(request.url ?? '', form);
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      response.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  issuer = `http://localhost:${(server.address() as { port: number }).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  lies = {};
  asked = [];
  provider = councilProvider({
    issuer,
    clientId: CLIENT,
    clientSecret: SECRET,
    groupsClaim: 'groups',
    roles: undefined,
  });
});

/** Begins a visit and comes back with a code; `with` changes what came back. */
async function come(told: Lies = {}, more: Record<string, string> = {}) {
  const { address, secrets } = await provider.begin(BACK);
  nonce = secrets.nonce;
  lies = told;
  const back = new URL(BACK);
  for (const [name, value] of Object.entries({ code: 'c1', state: secrets.state, iss: issuer, ...more }))
    back.searchParams.set(name, value);
  return { address: new URL(address), secrets, who: provider.finish(back, secrets) };
}

test('whoever the provider names is who came; they are known by the provider and by who they are over there', async () => {
  const who = await (await come()).who;
  expect(who).toMatchObject({ issuer, subject: 'ada' });
  expect(JSON.stringify(who)).not.toMatch(/of the provider|eyJ/); // its tokens go no further
});

test('the provider is asked for as little as serves, with a proof that only this visit can give', async () => {
  const { address, secrets, who } = await come();
  await who;
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    scope: 'openid email profile',
    response_type: 'code',
    redirect_uri: BACK,
    code_challenge_method: 'S256',
    state: secrets.state,
    nonce: secrets.nonce,
  });
  const sent = asked.find(({ url }) => url === '/token')?.form;
  expect([sent?.get('code_verifier'), sent?.get('grant_type')]).toEqual([secrets.verifier, 'authorization_code']);
  expect(address.href).not.toContain(secrets.verifier);
  const others = (await come()).secrets;
  for (const each of ['state', 'nonce', 'verifier'] as const) {
    expect(secrets[each]).toMatch(/^[\w-]{43}$/);
    expect(secrets[each]).not.toBe(others[each]);
  }
});

const hour = 3600;
test.each<readonly [string, () => Lies]>([
  ['signed by somebody else', () => ({ key: stranger.privateKey })],
  ['with a signature that was changed', () => ({ signature: Buffer.alloc(256, 7).toString('base64url') })],
  ['without a signature', () => ({ header: { alg: 'none' }, signature: '' })],
  [
    'signed with our own secret in place of the provider’s key',
    () => ({ header: { alg: 'HS256' }, signature: createHmac('sha256', SECRET).update('x').digest('base64url') }),
  ],
  [
    'that brings its own key',
    () => ({ key: stranger.privateKey, header: { kid: 'mine', jwk: stranger.publicKey.export({ format: 'jwk' }) } }),
  ],
  [
    'whose key lies at an address that it names',
    () => ({ key: stranger.privateKey, header: { jku: `${issuer}/mine` } }),
  ],
  ['of another provider', () => ({ claims: { iss: 'https://evil.example' } })],
  ['for another program', () => ({ claims: { aud: 'another' } })],
  ['for several, of which we are not the one', () => ({ claims: { aud: ['another', 'third'], azp: 'another' } })],
  ['of another visit', () => ({ claims: { nonce: 'of another visit' } })],
  ['that names no visit', () => ({ claims: { nonce: undefined } })],
  [
    'that is over',
    () => ({ claims: { iat: Math.floor(Date.now() / 1000) - 2 * hour, exp: Math.floor(Date.now() / 1000) - hour } }),
  ],
  ['that has not begun', () => ({ claims: { nbf: Math.floor(Date.now() / 1000) + hour } })],
  ['of nobody', () => ({ claims: { sub: undefined } })],
])('a token %s lets nobody in', async (_what, told) => {
  const { who } = await come(told());
  await expect(who).rejects.toThrow();
  expect(asked.filter(({ url }) => url === '/mine')).toEqual([]);
});

test('an access token alone says nothing of who came', async () => {
  const body = { access_token: 'of the provider', token_type: 'bearer', expires_in: 300 };
  const { who } = await come({ token: () => ({ status: 200, body }) });
  await expect(who).rejects.toThrow();
});

test('what comes back with another state, from another provider, or with a fault is not believed', async () => {
  for (const more of [{ state: 'of another' }, { iss: 'https://evil.example' }, { error: 'access_denied' }] as Record<
    string,
    string
  >[]) {
    const { who } = await come({}, more);
    await expect(who).rejects.toThrow();
  }
  expect(asked.filter(({ url }) => url === '/token')).toEqual([]);
});

test('a provider that says that it is another is not used', async () => {
  lies = { metadata: { issuer: 'https://evil.example' } };
  await expect(provider.begin(BACK)).rejects.toThrow();
});

test('a provider that sends us elsewhere is not followed: the code and our secret go nowhere else', async () => {
  const { who } = await come({ token: () => ({ status: 307, headers: { location: `${issuer}/mine` }, body: {} }) });
  await expect(who).rejects.toThrow();
  expect(asked.filter(({ url }) => url === '/mine')).toEqual([]);
});
