import pg from 'pg';
import { ownerPassword } from './cluster.ts';
import type { Folders } from './folders.ts';
import { type Postmaster, runningPostmaster, type Spawned, spawnPostmaster } from './postmaster.ts';

/** Taken in the database `postgres`, which holds nothing else of ours. */
const MEMBERS = 7_265_391;
const PATIENCE = 60_000;

/**
 * One process that uses the running PostgreSQL. It holds a shared advisory lock for as long as its connection
 * lives, so a killed process is forgotten at once and needs no file to be cleaned.
 */
export type Membership = {
  readonly postmaster: Postmaster;
  readonly connection: pg.Client;
  /** Did we start the server, or find it running? */
  readonly started: boolean;
};

export type Wanted = { readonly port: number | undefined; readonly fast: boolean };

/**
 * Becomes a member of the server on this cluster, starting it if need be. Safe against others who start or stop it at
 * the same time: a server that is about to stop ends our connection attempt, and we try again.
 */
export async function join(folders: Folders, binaries: string, wanted: Wanted): Promise<Membership> {
  let spawned: Spawned | undefined;
  for (const giveUp = performance.now() + PATIENCE; performance.now() < giveUp; await pause()) {
    const postmaster = runningPostmaster(folders);
    if (postmaster) {
      const connection = await register(postmaster.port, ownerPassword(folders));
      if (connection) return { postmaster, connection, started: spawned !== undefined && !spawned.exited() };
    } else if (!spawned || spawned.exited()) {
      if (spawned) mustBePassing(spawned.failure());
      spawned = await spawnPostmaster(folders, binaries, wanted);
    }
  }
  throw new Error(`The embedded PostgreSQL did not start within ${PATIENCE / 1000} s. Its log is in ${folders.home}.`);
}

/**
 * Ends the membership. True when no other process was a member; the server then takes no new one (they
 * wait for the lock that we now hold) until `connection` ends or the server stops.
 */
export async function wasLast({ connection }: Membership): Promise<boolean> {
  await connection.query('select pg_advisory_unlock_shared($1)', [MEMBERS]);
  const { rows } = await connection.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [MEMBERS]);
  return rows[0]?.alone === true;
}

async function register(port: number, password: string): Promise<pg.Client | undefined> {
  const connection = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'sightline_owner',
    password,
    database: 'postgres',
    application_name: `sightline ${process.pid}`,
    connectionTimeoutMillis: 10_000,
  });
  connection.on('error', () => {}); // a lost connection is seen by its `end`
  try {
    await connection.connect();
    await connection.query('select pg_advisory_lock_shared($1)', [MEMBERS]);
    return connection;
  } catch (fault) {
    await connection.end().catch(() => {});
    if (!isPassing(fault)) throw fault;
    return undefined;
  }
}

/** Refused, reset, starting up, shutting down, recovering, full: all of them pass. A wrong password does not. */
function isPassing(fault: unknown): boolean {
  const code = (fault as { code?: string }).code ?? '';
  return !/^(28|3D|42)/.test(code);
}

/** Another start came first, the port was taken in between, or children of a killed server are still leaving. */
function mustBePassing(failure: string | undefined): void {
  if (failure === undefined || /already exists|in use|could not bind|could not create any TCP/i.test(failure)) return;
  throw new Error(`The embedded PostgreSQL did not start: ${failure}`);
}

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 20));
