import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { roomyFolder, serversOf, type Watched, watch } from './watched-process.ts';

const folder = roomyFolder('start');
const started: Watched[] = [];
afterAll(() => {
  for (const process of started) process.signal('SIGKILL');
  for (const pid of serversOf(folder)) process.kill(pid, 'SIGQUIT');
  rmSync(folder, { recursive: true, force: true });
});

const env = (name: string) => ({ DATA_DIR: path.join(folder, name), PORT: '0' });
const npmStart = (name: string, ...words: string[]): Watched => {
  const process = watch('bin/start.js', words, env(name));
  started.push(process);
  return process;
};
const addressOf = async (process: Watched): Promise<string> =>
  (await process.says(/at (http:\/\/(?:localhost|127\.0\.0\.1):\d+)[\s\S]*Ctrl-C/))[1] ?? '';
const sightline = async (name: string, words: readonly string[]) => {
  const process = watch('bin/sightline.js', words, env(name));
  return { code: await process.ended(), out: process.out(), err: process.err() };
};

const UNHURRIED = 120_000; // a busy machine may run other test files beside this one

test(
  'the invented county: asks who you are, shared with a second start and with commands, and gone',
  async () => {
    const one = npmStart('invented');
    const address = await addressOf(one);
    const first = await fetch(address, { redirect: 'manual' });
    expect([first.status, first.headers.get('location')]).toEqual([303, '/sign-in']);
    expect(await (await fetch(address)).text()).toMatch(/<h1[^>]*>Sign in<\/h1>/);
    const two = npmStart('invented');
    expect(await addressOf(two)).not.toBe(address);
    expect(await sightline('invented', ['verify', '--json'])).toMatchObject({ code: 0 });
    one.signal('SIGINT');
    expect(await one.ended()).toBe(0);
    expect(serversOf(folder)).toHaveLength(1);
    const again = await sightline('invented', ['create', '--invented']);
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('already stands') });
    two.signal('SIGTERM');
    expect(await two.ended()).toBe(0);
    expect(serversOf(folder)).toEqual([]);
    const three = npmStart('invented');
    await addressOf(three);
    three.signal('SIGINT');
    await three.ended();
    const other = npmStart('invented', '--council', 'Another Council');
    expect(await other.ended()).toBe(1);
    expect(other.err()).toContain('The database here is that of Wherrymouth County Council, marked invented.');
    expect(serversOf(folder)).toEqual([]);
  },
  UNHURRIED,
);

test('an empty real council by its name: a link once, then it opens', async () => {
  const one = npmStart('real', '--council', 'Test County Council');
  await addressOf(one);
  const link = /http:\S+\/set-password\/\S+/.exec(one.out())?.[0] ?? '';
  expect(await (await fetch(link)).text()).toContain('administrator@localhost');
  one.signal('SIGINT');
  expect(await one.ended()).toBe(0);
  const two = npmStart('real', '--council', 'Test County Council');
  await addressOf(two);
  expect(two.out()).not.toContain('set-password');
  two.signal('SIGINT');
  await two.ended();
  expect(serversOf(folder)).toEqual([]);
});

test('a signal while it still starts ends it too, and nothing stays', async () => {
  const process = npmStart('early');
  await expect.poll(() => serversOf(folder).length, { timeout: 20_000 }).toBe(1);
  process.signal('SIGINT');
  expect(await process.ended()).toBe(0);
  expect(serversOf(folder)).toEqual([]);
});

test('a port that is taken is a sentence, and leaves nothing running', async () => {
  const council = ['--council', 'Test County Council']; // an empty one: inventing a county again would show nothing more
  const one = npmStart('ports', ...council);
  const port = new URL(await addressOf(one)).port;
  const two = watch('bin/start.js', council, { ...env('ports'), PORT: port });
  expect(await two.ended()).toBe(1);
  expect(two.err()).toBe(`Port ${port} is taken. Set PORT to another.\n`);
  one.signal('SIGINT');
  await one.ended();
  expect(serversOf(folder)).toEqual([]);
});
