import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { ON_THIS_MACHINE, onlyAtPublicAddress, SAFE_LIMITS, serverOptions } from '../platform/http/serving.ts';
import { faultsOfServing, readServingConfig } from './serving-config.ts';

const PROXIED = {
  SIGHTLINE_LISTEN: '0.0.0.0',
  SIGHTLINE_PUBLIC_URL: 'https://sightline.example.gov.uk',
  SIGHTLINE_TRUST_PROXY: '10.0.0.7, 10.1.0.0/24',
};

test('with nothing set it is on this machine alone, with safe limits', () => {
  expect(readServingConfig({})).toEqual({ settings: ON_THIS_MACHINE, faults: [] });
  expect(serverOptions(ON_THIS_MACHINE)).toMatchObject({ requestTimeout: 600_000, http: { maxHeaderSize: 16_384 } });
  for (const limit of Object.values(SAFE_LIMITS)) expect(limit).toBeGreaterThan(0);
});

test('every setting, and every fault at once', () => {
  const { settings, faults } = readServingConfig({
    ...PROXIED,
    SIGHTLINE_REQUEST_SECONDS: '30',
    SIGHTLINE_HEADER_BYTES: '8192',
  });
  expect(faults).toEqual([]);
  expect(settings).toMatchObject({
    listen: '0.0.0.0',
    trustProxy: ['10.0.0.7', '10.1.0.0/24'],
    limits: { requestSeconds: 30, headerBytes: 8192 },
  });
  const wrong = readServingConfig({
    SIGHTLINE_LISTEN: 'everywhere',
    SIGHTLINE_PUBLIC_URL: 'https://x.example/path',
    SIGHTLINE_TRUST_PROXY: '0.0.0.0/0,proxy.example',
    SIGHTLINE_REQUEST_SECONDS: '0',
    SIGHTLINE_IDLE_SECONDS: 'long',
    SIGHTLINE_HEADER_BYTES: '1000000',
  });
  expect(wrong.faults.map((fault) => fault.split(' ')[0])).toEqual([
    ...['SIGHTLINE_LISTEN', 'SIGHTLINE_PUBLIC_URL', 'SIGHTLINE_TRUST_PROXY', 'SIGHTLINE_TRUST_PROXY'],
    ...['SIGHTLINE_REQUEST_SECONDS', 'SIGHTLINE_IDLE_SECONDS', 'SIGHTLINE_HEADER_BYTES'],
  ]);
});

test('a real record is not served to a network in the clear, and all that is wrong is said at once', () => {
  const faultsFor = (env: NodeJS.ProcessEnv) => faultsOfServing(readServingConfig(env).settings, 'real');
  expect(faultsFor({})).toEqual([]);
  expect(faultsFor(PROXIED)).toEqual([]);
  expect(faultsFor({ SIGHTLINE_PUBLIC_URL: 'http://localhost:3000' })).toEqual([]);
  expect(faultsFor({ SIGHTLINE_LISTEN: '0.0.0.0' })).toHaveLength(2);
  expect(faultsFor({ SIGHTLINE_LISTEN: '::' })).toHaveLength(2);
  expect(
    faultsFor({ SIGHTLINE_LISTEN: '0.0.0.0', SIGHTLINE_PUBLIC_URL: 'http://sightline.example.gov.uk' }),
  ).toHaveLength(2);
  expect(faultsFor({ ...PROXIED, SIGHTLINE_TRUST_PROXY: '' })).toEqual([
    expect.stringContaining('SIGHTLINE_TRUST_PROXY'),
  ]);
  expect(faultsOfServing(readServingConfig({ SIGHTLINE_LISTEN: '0.0.0.0' }).settings, 'invented')).toEqual([]);
});

test('what is asked for otherwise than at the public address over TLS is sent there, and a form is refused', async () => {
  const { settings } = readServingConfig({ ...PROXIED, SIGHTLINE_TRUST_PROXY: '127.0.0.1' });
  const web = Fastify({ ...serverOptions(settings) });
  onlyAtPublicAddress(web, settings);
  for (const path of ['/', '/health', '/children/:id']) web.get(path, (request) => request.protocol);
  web.post('/', () => 'taken');
  const ask = async (
    headers: Record<string, string>,
    url = '/',
    method: 'GET' | 'POST' = 'GET',
    from = '127.0.0.1',
  ) => {
    const { statusCode, headers: answered, body } = await web.inject({ method, url, headers, remoteAddress: from });
    return [statusCode, answered.location ?? body];
  };
  const host = 'sightline.example.gov.uk';
  const tls = { 'x-forwarded-proto': 'https' };
  expect(await ask({ host, ...tls })).toEqual([200, 'https']);
  expect(await ask({ host, ...tls }, '/', 'POST')).toEqual([200, 'taken']);
  expect(await ask({ host, 'x-forwarded-proto': 'http' }, '/children/7?on=2026')).toEqual([
    308,
    `https://${host}/children/7?on=2026`,
  ]);
  expect(await ask({ host: 'other.example', ...tls }, '/children/7')).toEqual([308, `https://${host}/children/7`]);
  expect(await ask({ host: 'other.example', ...tls }, '//evil.example/x')).toEqual([308, `https://${host}/`]);
  expect((await ask({ host, 'x-forwarded-proto': 'http' }, '/', 'POST'))[0]).toBe(421);
  // Somebody who is not the proxy says that they speak TLS, and is not believed.
  expect((await ask({ host, ...tls }, '/', 'POST', '10.9.9.9'))[0]).toBe(421);
  expect((await ask({ host }))[1]).toContain('X-Forwarded-Proto');
  expect(await ask({ host: '127.0.0.1' }, '/health')).toEqual([200, 'http']);
  await web.close();
});
