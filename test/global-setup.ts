import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../src/platform/database/migrate.ts';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/embedded-postgres.ts';
import { hasCluster } from '../src/platform/embedded-postgres/folders.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's address of the server of this run; `test/fresh-database.ts` makes databases there. */
    postgresUrl: string;
    /** The migrated database that every test file clones. */
    templateDatabase: string;
  }
}

const FOLDER = 'sightline test '; // a space, so that every run shows that one does no harm
const AN_HOUR = 3_600_000;

/** The password that the application's role has in tests. */
const APP_PASSWORD = 'only-in-tests';

/** One throwaway PostgreSQL for the run, with a migrated template. TEST_DATABASE_URL names a server to use instead. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await clearAbandoned();
  const folder = mkdtempSync(path.join(os.tmpdir(), FOLDER));
  chmodSync(folder, 0o755);
  const given = process.env.TEST_DATABASE_URL;
  const embedded = given ? undefined : await startEmbeddedPostgres({ dataFolder: folder, fast: true });
  const url = given ?? embedded?.url() ?? '';
  const template = `sightline_template_${process.pid}`;
  const tidy = async (): Promise<void> => {
    if (given) await onServer(url, [`drop database if exists ${template} with (force)`]);
    await embedded?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await onServer(url, [`drop database if exists ${template}`, `create database ${template}`]);
    await migrate(databaseAt(url, template), { appPassword: APP_PASSWORD });
  } catch (fault) {
    await tidy(); // a broken migration leaves no server behind
    throw fault;
  }
  project.provide('postgresUrl', url);
  project.provide('templateDatabase', template);
  return tidy;
}

/** A run that was killed left its server behind. Joining and leaving stops it, unless its run still goes on. */
async function clearAbandoned(): Promise<void> {
  for (const name of readdirSync(os.tmpdir()).filter((each) => each.startsWith(FOLDER))) {
    const folder = path.join(os.tmpdir(), name);
    try {
      if (Date.now() - statSync(folder).mtimeMs < AN_HOUR) continue;
      if (!hasCluster(folder) || (await (await startEmbeddedPostgres({ dataFolder: folder, fast: true })).stop()))
        rmSync(folder, { recursive: true, force: true });
    } catch {} // another user's, or another run is clearing it
  }
}

async function onServer(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

function databaseAt(url: string, database: string): string {
  const at = new URL(url);
  at.pathname = `/${database}`;
  return at.href;
}
