import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { roomyFolder, serversOf, type Watched, watch } from './watched-process.ts';

const folder = roomyFolder('lifecycle');
const data = path.join(folder, 'the data');
const started: Watched[] = [];
const hold = (...words: string[]): Watched => {
  const process = watch('dist/test/lifecycle/hold-server.js', [data, ...words]);
  started.push(process);
  return process;
};
afterAll(() => {
  for (const process of started) process.signal('SIGKILL');
  for (const pid of serversOf(folder)) process.kill(pid, 'SIGQUIT');
  rmSync(folder, { recursive: true, force: true });
});

test('two first starts at once make one database and share it; whoever is last stops it', async () => {
  const [one, two] = [hold(), hold()];
  const [first, second] = [await one.says(/up \w+ (\d+)/), await two.says(/up \w+ (\d+)/)];
  expect(first[1]).toBe(second[1]);
  expect(serversOf(data)).toHaveLength(1);
  one.signal('SIGINT');
  expect(await one.ended()).toBe(0);
  expect(one.out()).toContain('left others');
  expect(serversOf(data)).toHaveLength(1);
  two.signal('SIGINT');
  expect(await two.ended()).toBe(0);
  expect(two.out()).toContain('left last');
  expect(serversOf(data)).toEqual([]);
});

test('a killed starter leaves the server to the next, who stops it', async () => {
  const killed = hold();
  await killed.says(/up started/);
  killed.signal('SIGKILL');
  await killed.ended();
  expect(serversOf(data)).toHaveLength(1);
  const next = hold('0');
  expect(await next.ended()).toBe(0);
  expect(next.out()).toMatch(/up shared \d+\nleft last/);
  expect(serversOf(data)).toEqual([]);
});

test('a server that is killed under us comes back where it was', async () => {
  const one = hold();
  await one.says(/up started (\d+)/);
  const [before = 0] = serversOf(data);
  process.kill(before, 'SIGKILL');
  await expect.poll(() => serversOf(data).filter((pid) => pid !== before).length, { timeout: 20_000 }).toBe(1);
  const two = hold('0');
  await two.ended();
  expect(two.out()).toMatch(/up shared/);
  one.signal('SIGINT');
  await one.ended();
  expect(one.out()).toContain('left last');
  expect(one.out()).not.toContain('lost');
  expect(serversOf(data)).toEqual([]);
});

test('many that come and go never meet a stopped server, and leave none', async () => {
  const rounds = Array.from({ length: 4 }, async (_, lane) => {
    for (let round = 0; round < 3; round += 1) {
      const process = hold(String(((lane + 3) * (round + 2) * 7) % 60));
      expect([await process.ended(), process.err()]).toEqual([0, '']);
    }
  });
  await Promise.all(rounds);
  expect(serversOf(data)).toEqual([]);
});
