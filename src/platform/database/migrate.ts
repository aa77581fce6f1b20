import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { installJobs } from '../jobs/install-jobs.ts';
import { projectRoot } from '../project-root.ts';
import { ensureBackupRights } from './backup-rights.ts';
import { ensureRoles, passwordsFor, type RolePasswords } from './roles.ts';

/** One migration at a time in a database. */
const MIGRATING = 7_265_392;

export type MigrateOptions = {
  readonly appPassword: string;
  /** Of roles whose password does not follow from the owner's and the application's. */
  readonly passwords?: Partial<RolePasswords>;
  /** Only these, and none later: for a backup that was made at an older shape. Every one unless told. */
  readonly only?: ReadonlySet<string>;
  /** Another folder than `db/migrations`: for tests. */
  readonly folder?: string;
};

/**
 * Brings a database to the newest shape: roles, the job queue, then every file of `db/migrations` that it has not seen,
 * in order of name, each in its own transaction. Answers the names it applied. Throws when a file that was applied has
 * changed since: migrations go forward only.
 */
export async function migrate(ownerUrl: string, options: MigrateOptions): Promise<string[]> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'sightline migrate' });
  owner.on('error', () => {});
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock($1)', [MIGRATING]);
    const { appPassword, passwords, only, folder = path.join(projectRoot(), 'db/migrations') } = options;
    const waiting = (await unapplied(owner, folder)).filter(({ name }) => only === undefined || only.has(name));
    await ensureRoles(owner, ownerUrl, { ...passwordsFor(ownerUrl, appPassword), ...passwords });
    await installJobs(owner, ownerUrl);
    for (const migration of waiting) await apply(owner, migration);
    await ensureBackupRights(owner);
    return waiting.map(({ name }) => name);
  } finally {
    await owner.end();
  }
}

type Migration = { readonly name: string; readonly text: string; readonly hash: string };

async function unapplied(owner: pg.Client, folder: string): Promise<Migration[]> {
  await owner.query(`
    create schema if not exists app;
    create table if not exists app.migration (name text primary key, sha256 text not null, applied_at timestamptz not null)`);
  const { rows } = await owner.query<{ name: string; sha256: string }>('select name, sha256 from app.migration');
  const applied = new Map(rows.map((row) => [row.name, row.sha256]));
  return readMigrations(folder).filter(({ name, hash }) => {
    const before = applied.get(name);
    if (before !== undefined && before !== hash)
      throw new Error(`The migration ${name} was changed after it was applied here.`);
    return before === undefined;
  });
}

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name) => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    return { name, text, hash: createHash('sha256').update(text).digest('hex') };
  });
}

async function apply(owner: pg.Client, { name, text, hash }: Migration): Promise<void> {
  try {
    await owner.query('begin');
    await owner.query(text);
    await owner.query('insert into app.migration (name, sha256, applied_at) values ($1, $2, now())', [name, hash]);
    await owner.query('commit');
  } catch (fault) {
    await owner.query('rollback').catch(() => {});
    throw new Error(`The migration ${name} failed: ${(fault as Error).message}`, { cause: fault });
  }
}

/** The migrations that this version of Sightline has, with their hashes. */
export const knownMigrations = (): ReadonlyMap<string, string> =>
  new Map(readMigrations(path.join(projectRoot(), 'db/migrations')).map(({ name, hash }) => [name, hash]));

/** Is the database at the newest shape? False also for one that Sightline never touched. Changes nothing. */
export async function isMigrated(ownerUrl: string): Promise<boolean> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  owner.on('error', () => {});
  await owner.connect();
  try {
    const { rows } = await owner.query<{ there: boolean }>(`select to_regclass('app.migration') is not null as there`);
    if (!rows[0]?.there) return false;
    const applied = await owner.query<{ name: string }>('select name from app.migration');
    const names = new Set(applied.rows.map((row) => row.name));
    return readMigrations(path.join(projectRoot(), 'db/migrations')).every(({ name }) => names.has(name));
  } finally {
    await owner.end();
  }
}
