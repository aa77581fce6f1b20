import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { type AddressInfo, createServer as createNetServer, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { TLSSocket } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { councilProvider } from '../../src/modules/access/store/signing-in/council-provider.ts';
import { openDatabase } from '../../src/platform/database/database.ts';

type Name = 'localhost' | 'elsewhere';
const fileOf = (name: string): string => path.join(import.meta.dirname, 'certificates', name);
const shown = (name: Name) => ({
  key: readFileSync(fileOf(`${name}.key.pem`)),
  cert: readFileSync(fileOf(`${name}.pem`)),
});

let server: Server | undefined;
const sockets = new Set<Socket>();
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  server = undefined;
});

async function listening(made: Server): Promise<number> {
  server = made;
  made.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => made.listen(0, 'localhost', resolve));
  return (made.address() as AddressInfo).port;
}

/** Something that says it is PostgreSQL, shows a certificate, and writes down all that it is told behind it. */
async function databaseThatShows(name: Name): Promise<{ port: number; told: () => string }> {
  let told = '';
  const port = await listening(
    createNetServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => {
        socket.write('S'); // "let us speak TLS"
        const secured = new TLSSocket(socket, { isServer: true, ...shown(name) });
        secured.on('error', () => {});
        secured.on('data', (bytes) => {
          told += bytes.toString('latin1');
          secured.destroy();
        });
      });
    }),
  );
  return { port, told: () => told };
}

/** What becomes of the first question to a database there, as `sslmode=verify-full` and an authority, or none, have it. */
async function faultOfAsking(port: number, authority?: Name): Promise<string> {
  const trusted = authority ? `&sslrootcert=${fileOf(`${authority}.pem`)}` : '';
  const url = `postgres://sightline_app:the-password@localhost:${port}/sightline?sslmode=verify-full${trusted}`;
  const db = openDatabase({ app: url, owner: url });
  try {
    await db.as({ person: 'somebody', purpose: 'request' }, async () => {});
    return 'it was asked';
  } catch (fault) {
    return `${(fault as { code?: string }).code} ${(fault as Error).message}`;
  } finally {
    await db.close();
  }
}

test('a database is told who asks once its certificate is of an authority that we know, and of its own name', async () => {
  const { port, told } = await databaseThatShows('localhost');
  await faultOfAsking(port, 'localhost');
  expect(told()).toContain('sightline_app');
});

test.each([
  ['that no authority signed', 'localhost', undefined, /SELF_SIGNED/],
  ['of another authority', 'localhost', 'elsewhere', /SELF_SIGNED|UNABLE_TO_VERIFY/],
  ['of another name', 'elsewhere', 'elsewhere', /ALTNAME_INVALID/],
] as const)('a database that shows a certificate %s is told nothing', async (_, shows, authority, why) => {
  const { port, told } = await databaseThatShows(shows);
  expect(await faultOfAsking(port, authority)).toMatch(why);
  expect(told()).toBe('');
});

test('a provider with a certificate that no authority signed is not asked who came', async () => {
  const asked: string[] = [];
  const port = await listening(
    createServer(shown('localhost'), (request, response) => {
      asked.push(request.url ?? '');
      response.end('{}');
    }),
  );
  const provider = councilProvider({
    issuer: `https://localhost:${port}`,
    clientId: 'sightline',
    clientSecret: 'between the council and us',
    groupsClaim: 'groups',
    roles: undefined,
  });
  const fault = await provider.begin('https://sightline.example/back').catch((thrown: unknown) => thrown);
  expect(causesOf(fault)).toMatch(/SELF_SIGNED/);
  expect(asked).toEqual([]);
});

/** The codes of a fault and of what caused it. */
const causesOf = (fault: unknown): string =>
  fault instanceof Error ? `${(fault as { code?: string }).code} ${causesOf(fault.cause)}` : '';
