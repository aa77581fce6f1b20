import { lookup } from 'node:dns/promises';
import { createServer, type Server } from 'node:net';
import { expect, test } from 'vitest';
import { nameOfThisMachine } from './name-of-this-machine.ts';

const listening = (host: string, port: number): Promise<Server> =>
  new Promise((told, failed) => {
    const server = createServer().once('error', failed);
    server.listen(port, host, () => told(server));
  });

test('by its name, by which passkeys are kept; by its number where the name leads to somebody else', async () => {
  const ours = await listening('127.0.0.1', 0);
  const { port } = ours.address() as { port: number };
  const places = (await lookup('localhost', { all: true })).map(({ address }) => address);
  expect(await nameOfThisMachine(port)).toBe(places.includes('127.0.0.1') ? 'localhost' : '127.0.0.1');
  const theirs = places.includes('::1') ? await listening('::1', port) : undefined;
  if (theirs) expect(await nameOfThisMachine(port)).toBe('127.0.0.1');
  theirs?.close();
  ours.close();
});
