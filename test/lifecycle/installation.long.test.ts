import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { projectRoot } from '../../src/platform/project-root.ts';
import { cleanEnvironment, roomyFolder, serversOf, type Watched, watching } from './watched-process.ts';

const isRoot = process.getuid?.() === 0;
const folders: string[] = [];
const started: Watched[] = [];
afterAll(() => {
  for (const process of started) process.signal('SIGKILL');
  for (const folder of folders) {
    for (const pid of serversOf(folder)) process.kill(pid, 'SIGQUIT');
    rmSync(folder, { recursive: true, force: true });
  }
});

type Installation = { readonly at: string; readonly env: NodeJS.ProcessEnv };
type As = { readonly uid: number; readonly gid: number };
/** An account of this machine that is not root: `nobody`, on any Linux. */
const ordinary = (): As => {
  const fields = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((line) => line.startsWith('nobody:'))
    ?.split(':');
  return { uid: Number(fields?.[2]), gid: Number(fields?.[3]) };
};

/** A clean clone of what is committed, with its packages, made by that account in a folder whose name has a space. */
function installed(folder: string, as: As | undefined, ...flags: string[]): Installation {
  folders.push(folder);
  const at = path.join(folder, 'sight line');
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', projectRoot(), at]);
  const home = path.join(folder, 'home');
  mkdirSync(home);
  if (as) execFileSync('chown', ['-R', `${as.uid}:${as.gid}`, folder]);
  const env = cleanEnvironment({ HOME: home, LANG: 'xx_YY.UTF-8', LC_ALL: '', TZ: 'Asia/Tokyo', PORT: '0' });
  for (const name of Object.keys(env)) if (/^npm_/i.test(name)) delete env[name]; // of the npm that runs the tests
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', ...flags], {
    ...as,
    env,
    cwd: at,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return { at, env };
}

/** As a terminal does it: npm and its children are one group, and Ctrl-C reaches them all. */
function npm(words: readonly string[], { at, env }: Installation, as: As | undefined) {
  const child = spawn('npm', words, { ...as, env, cwd: at, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const process = watching(child);
  started.push(process);
  return process;
}

async function startsServesAndStops(place: Installation, as: As | undefined, data: string): Promise<void> {
  const first = npm(['start'], place, as);
  const address = (await first.says(/at (http:\S+)[\s\S]*Ctrl-C/, 120))[1] ?? '';
  expect(await (await fetch(address)).text()).toMatch(/<h1[^>]*>Sign in<\/h1>/);
  expect(serversOf(data)).toHaveLength(1);
  const sight = execFileSync('npx', ['sightline', 'verify', '--json'], {
    ...as,
    env: place.env,
    cwd: place.at,
    encoding: 'utf8',
  });
  expect(JSON.parse(sight)).toMatchObject({ ok: true, firstFault: null });
  process.kill(-first.pid, 'SIGINT');
  await first.ended();
  expect(serversOf(data)).toEqual([]);
  const second = npm(['start'], place, as);
  await second.says(/Ctrl-C/, 60);
  second.signal('SIGTERM'); // to npm alone
  await second.ended();
  await expect.poll(() => serversOf(data), { timeout: 10_000 }).toEqual([]);
}

test.runIf(isRoot)('from a clean clone, as an ordinary user', async () => {
  const as = ordinary();
  const place = installed(roomyFolder('installation'), as);
  await startsServesAndStops(place, as, place.at);
});

test.runIf(!isRoot)('from a clean clone', async () => {
  const place = installed(roomyFolder('installation'), undefined);
  await startsServesAndStops(place, undefined, place.at);
});

test.runIf(isRoot)('from a clean clone, as root', async () => {
  const place = installed(roomyFolder('installation'), undefined);
  await startsServesAndStops(place, undefined, place.at);
});

test.runIf(isRoot)(
  'from a clean clone without install scripts, as root below a folder that only root may enter',
  async () => {
    const closed = mkdtempSync(path.join(os.tmpdir(), 'sightline closed '));
    const place = installed(closed, undefined, '--ignore-scripts');
    const first = npm(['start'], place, undefined);
    await first.says(/Ctrl-C/, 180);
    const data = readFileSync(path.join(place.at, 'data/postgres-is-in.txt'), 'utf8').trim();
    folders.push(data);
    process.kill(-first.pid, 'SIGINT');
    await first.ended();
    expect(serversOf(data)).toEqual([]);
    await startsServesAndStops(place, undefined, data);
  },
);
