import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { type Database, openDatabase } from '../src/platform/database/database.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { appUrlOf } from '../src/platform/database/roles.ts';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/embedded-postgres.ts';

const PASSWORD = 'only-in-benches';

/** A server of its own, writing to the disk as in earnest; it is gone when `work` ends. Each database is fresh and migrated. */
export async function withBenchServer<Answer>(
  work: (
    fresh: (name: string, connections: number) => Promise<Database>,
    ownerUrlOf: (name: string) => string,
    appUrl: (name: string) => string,
  ) => Promise<Answer>,
): Promise<Answer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sightline bench '));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres({ dataFolder: folder });
  const opened: Database[] = [];
  try {
    return await work(
      async (name, connections) => {
        const owner = new pg.Client({ connectionString: server.url() });
        await owner.connect();
        await owner.query(`create database ${name}`);
        await owner.end();
        await migrate(server.url(name), { appPassword: PASSWORD });
        const url = server.url(name);
        const db = openDatabase({ app: appUrlOf(url, PASSWORD), owner: url }, { max: connections });
        opened.push(db);
        return db;
      },
      server.url,
      (name) => appUrlOf(server.url(name), PASSWORD),
    );
  } finally {
    for (const db of opened) await db.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
