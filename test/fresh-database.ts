import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../src/platform/database/database.ts';
import { appUrlOf } from '../src/platform/database/roles.ts';

export type FreshDatabase = {
  readonly db: Database;
  readonly ownerUrl: string;
  readonly appUrl: string;
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
  const db = openDatabase({ app: appUrl, owner: ownerUrl }, { max: options.max ?? 4 });
  const drop = async (): Promise<void> => {
    await db.close();
    await onServer(serverUrl, async (server) => {
      await server.query(`drop database if exists ${name} with (force)`);
    });
  };
  return { db, ownerUrl, appUrl, drop };
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
