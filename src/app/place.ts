import { createHmac } from 'node:crypto';
import pg from 'pg';
import { type Database, openDatabase } from '../platform/database/database.ts';
import { isMigrated, migrate } from '../platform/database/migrate.ts';
import { appUrlOf } from '../platform/database/roles.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../platform/embedded-postgres/embedded-postgres.ts';
import { hasCluster } from '../platform/embedded-postgres/folders.ts';
import type { Config } from './config.ts';

/** Where the record lies: an embedded database in the data folder, or a server. */
export type Place = {
  readonly kind: 'embedded' | 'server';
  readonly db: Database;
  readonly ownerUrl: string;
  /** Brings it to the newest shape; answers the names of the migrations applied. */
  migrate(): Promise<string[]>;
  isMigrated(): Promise<boolean>;
  /** Leaves it; may be asked again. An embedded database that nobody else uses is stopped. */
  close(): Promise<void>;
};

export type PlaceOptions = {
  readonly onLost?: (fault: Error) => void;
  readonly onLostConnection?: (fault: Error) => void;
};

const EMBEDDED_DATABASE = 'sightline';

/** Could there be a record here? False only where an embedded database was never made. */
export const placeExists = (config: Config): boolean =>
  config.databaseUrl !== undefined || hasCluster(config.dataFolder);

/** Opens the place, making and starting an embedded database where that is wanted. Throws a sentence when it cannot. */
export async function openPlace(config: Config, options: PlaceOptions = {}): Promise<Place> {
  if (config.databaseUrl !== undefined) return placeAt(config.databaseUrl, config.databaseAppUrl, undefined, options);
  const embedded = await startEmbeddedPostgres({
    dataFolder: config.dataFolder,
    ...(options.onLost ? { onLost: options.onLost } : {}),
  });
  try {
    await ensureDatabase(embedded.url());
    return placeAt(embedded.url(EMBEDDED_DATABASE), undefined, embedded, options);
  } catch (fault) {
    await embedded.stop();
    throw fault;
  }
}

function placeAt(
  ownerUrl: string,
  givenAppUrl: string | undefined,
  embedded: EmbeddedPostgres | undefined,
  { onLostConnection }: PlaceOptions,
): Place {
  const appPassword = givenAppUrl ? decodeURIComponent(new URL(givenAppUrl).password) : passwordOfApp(ownerUrl);
  const appUrl = givenAppUrl ?? appUrlOf(ownerUrl, appPassword);
  const db = openDatabase({ app: appUrl, owner: ownerUrl }, onLostConnection ? { onLostConnection } : {});
  let closing: Promise<void> | undefined;
  return {
    kind: embedded ? 'embedded' : 'server',
    db,
    ownerUrl,
    migrate: () => migrate(ownerUrl, { appPassword }),
    isMigrated: () => isMigrated(ownerUrl),
    close: () => {
      closing ??= Promise.race([db.close(), patience()])
        .then(() => embedded?.stop())
        .then(() => {});
      return closing;
    },
  };
}

/** A question that runs on does not keep us: an embedded server that stops rolls it back. */
const patience = () => new Promise<void>((resolve) => setTimeout(resolve, 3_000).unref());

/**
 * The password of the application's role. It follows from the owner's, so that every process that may open the
 * database knows it and none has to keep it; nobody learns the owner's from it.
 */
const passwordOfApp = (ownerUrl: string): string =>
  createHmac('sha256', decodeURIComponent(new URL(ownerUrl).password))
    .update('sightline_app')
    .digest('base64url');

async function ensureDatabase(serverUrl: string): Promise<void> {
  const server = new pg.Client({ connectionString: serverUrl });
  server.on('error', () => {});
  await server.connect();
  try {
    const { rowCount } = await server.query('select from pg_database where datname = $1', [EMBEDDED_DATABASE]);
    if (!rowCount) await server.query(`create database ${EMBEDDED_DATABASE}`);
  } catch (fault) {
    if (!['42P04', '23505'].includes((fault as pg.DatabaseError).code ?? '')) throw fault; // another start made it first
  } finally {
    await server.end();
  }
}
