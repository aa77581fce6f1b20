import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { markDatabase } from '../src/app/house-mark.ts';
import type { Instant } from '../src/kernel/instant.ts';
import { type Database, openDatabase } from '../src/platform/database/database.ts';
import { appUrlOf, passwordsFor, roleUrlOf } from '../src/platform/database/roles.ts';

export type FreshDatabase = {
  readonly db: Database;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly jobsUrl: string;
  readonly backupUrl: string;
  drop(): Promise<void>;
};

/** PostgreSQL copies a template only while nobody is in it, and test files run side by side. */
const COPYING = 7_265_393;

/** An empty, migrated database of its own for one test file. `drop` it in `afterAll`. */
export async function freshDatabase(options: { readonly max?: number } = {}): Promise<FreshDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const serverUrl = inject('postgresUrl');
  await onServer(serverUrl, async (server) => {
    await server.query('select pg_advisory_lock($1)', [COPYING]);
    await server.query(`create database ${name} template ${inject('templateDatabase')}`);
  });
  const at = new URL(serverUrl);
  at.pathname = `/${name}`;
  const ownerUrl = at.href;
  const appUrl = appUrlOf(ownerUrl, 'only-in-tests');
  const { sightline_jobs: jobs = '', sightline_backup: backup = '' } = passwordsFor(ownerUrl, 'only-in-tests');
  const [jobsUrl, backupUrl] = [
    roleUrlOf(ownerUrl, 'sightline_jobs', jobs),
    roleUrlOf(ownerUrl, 'sightline_backup', backup),
  ];
  const db = openDatabase({ app: appUrl, owner: ownerUrl }, { max: options.max ?? 4 });
  const drop = async (): Promise<void> => {
    await db.close();
    await onServer(serverUrl, async (server) => {
      await server.query(`drop database if exists ${name} with (force)`);
    });
  };
  return { db, ownerUrl, appUrl, jobsUrl, backupUrl, drop };
}

/** The same, marked invented: histories may be told to it. */
export async function inventedDatabase(options: { readonly max?: number } = {}): Promise<FreshDatabase> {
  const fresh = await freshDatabase(options);
  await fresh.db.owner((tx) => markDatabase(tx, 'Wherrymouth', 'invented', '2026-03-31T12:00:00.000Z' as Instant));
  return fresh;
}

async function onServer(url: string, work: (server: pg.Client) => Promise<void>): Promise<void> {
  const server = new pg.Client({ connectionString: url });
  server.on('error', () => {});
  await server.connect();
  try {
    await work(server);
  } finally {
    await server.end();
  }
}
