import { spawn } from 'node:child_process';
import {
  closeSync,
  constants,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { CALM_ENVIRONMENT } from './cluster.ts';
import type { Folders } from './folders.ts';

/** A running PostgreSQL as its own lock file tells. */
export type Postmaster = { readonly pid: number; readonly port: number };

const A_LONG_LOG = 5_000_000;

const lockFile = (folders: Folders): string => path.join(folders.cluster, 'postmaster.pid');

/** The PostgreSQL that runs on this cluster, if one does, whoever started it. It may still be starting or stopping. */
export function runningPostmaster(folders: Folders): Postmaster | undefined {
  const text = readLock(folders);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !isAlive(pid)) return undefined;
  if (isPostgresOf(pid, folders)) return port ? { pid, port } : undefined;
  removeStale(folders, text);
  return undefined;
}

/** A server that this process started. */
export type Spawned = {
  /** It ended. */
  exited(): boolean;
  /** It ended because it could not start: what it said last. Undefined when it runs, or was stopped as it should be. */
  failure(): string | undefined;
};

/** Starts PostgreSQL, apart from our process group so that Ctrl-C reaches us alone. Does not wait until it is ready. */
export async function spawnPostmaster(
  folders: Folders,
  binaries: string,
  wanted: { readonly port: number | undefined; readonly fast: boolean },
): Promise<Spawned> {
  const log = openLog(folders);
  const port = wanted.port ?? (await freePort());
  const child = spawn(
    path.join(binaries, 'bin/postgres'),
    ['-D', folders.cluster, '-p', String(port), ...settings(wanted.fast).flatMap((each) => ['-c', each])],
    { ...folders.account, env: CALM_ENVIRONMENT, cwd: '/', stdio: ['ignore', log.file, log.file], detached: true },
  );
  closeSync(log.file);
  let end: { readonly code: number | null; readonly said?: string } | undefined;
  child.once('exit', (code) => {
    end = { code };
  });
  child.once('error', ({ message }) => {
    end = { code: 1, said: message };
  });
  child.unref();
  return {
    exited: () => end !== undefined,
    failure: () =>
      end && end.code !== 0 && end.code !== null ? (end.said ?? lastWords(log.said(), child.pid)) : undefined,
  };
}

/** Two starts may write to one log at once; and root must not follow a link that another account left. */
function openLog({ home }: Folders): { readonly file: number; said(): string } {
  const name = path.join(home, 'postgres.log');
  const file = openSync(
    name,
    constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | constants.O_NOFOLLOW,
    0o600,
  );
  if (fstatSync(file).size > A_LONG_LOG) ftruncateSync(file);
  const from = fstatSync(file).size;
  return { file, said: () => readFileSync(name).subarray(from).toString() };
}

/** The last line of a process that tells of a fault; lines of other servers bear other numbers. */
function lastWords(log: string, pid: number | undefined): string {
  const own = log.split('\n').filter((line) => line !== '' && (line.includes(`[${pid}]`) || !/\[\d+\]/.test(line)));
  return (own.filter((line) => /FATAL|PANIC|error/i.test(line)).at(-1) ?? own.at(-1) ?? '').trim();
}

/** Only this machine, no socket files, and a log that never quotes a row or a statement: those hold names. */
function settings(fast: boolean): string[] {
  return [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_error_verbosity=terse',
    'log_min_error_statement=panic',
    'max_wal_size=4GB',
    'jit=off',
    ...(fast ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ];
}

/** Ends it as its administrator would: open transactions are rolled back. Waits until the process is gone. */
export async function stopPostmaster({ pid }: Postmaster): Promise<void> {
  const patience = 20_000;
  for (let waited = 0; isAlive(pid); waited += 20) {
    if (waited === 0) signal(pid, 'SIGINT');
    if (waited === patience) signal(pid, 'SIGQUIT');
    if (waited > 2 * patience) throw new Error(`The embedded PostgreSQL (process ${pid}) does not stop.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {} // it ended in this moment
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !isZombie(pid);
}

/** Where nothing reaps orphans (a container without init) an ended process keeps its number. */
function isZombie(pid: number): boolean {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/, ''));
  } catch {
    return false;
  }
}

/** After a restart of the machine another program may bear the number in the lock file. PostgreSQL works inside its data directory. */
function isPostgresOf(pid: number, folders: Folders): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folders.cluster);
  } catch {
    try {
      return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
    } catch {
      return true; // no /proc to ask: believe the lock file, as PostgreSQL does
    }
  }
}

function readLock(folders: Folders): string | undefined {
  try {
    return readFileSync(lockFile(folders), 'utf8');
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    if ((fault as NodeJS.ErrnoException).code === 'EACCES')
      throw new Error(`The data folder ${folders.home} belongs to another user of this machine.`);
    throw fault;
  }
}

function removeStale(folders: Folders, seen: string): void {
  const aside = `${lockFile(folders)}.${process.pid}`;
  try {
    renameSync(lockFile(folders), aside);
    if (readFileSync(aside, 'utf8') === seen) rmSync(aside);
    else renameSync(aside, lockFile(folders)); // a new server wrote its own in between
  } catch {}
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
