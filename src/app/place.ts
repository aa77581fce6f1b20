import pg from 'pg';
import { type Database, openDatabase } from '../platform/database/database.ts';
import { isMigrated, migrate } from '../platform/database/migrate.ts';
import { appUrlOf, passwordFrom, roleUrlOf } from '../platform/database/roles.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../platform/embedded-postgres/embedded-postgres.ts';
import { hasCluster } from '../platform/embedded-postgres/folders.ts';
import type { Config } from './config.ts';

/** Where the record lies: an embedded database in the data folder, or a server. */
export type Place = {
  readonly kind: 'embedded' | 'server';
  readonly db: Database;
  readonly ownerUrl: string;
  /** For the queue of jobs: its role knows nothing else. */
  readonly jobsUrl: string;
  /** For a backup: its role reads everything and changes nothing. Undefined where nobody said how it signs in. */
  readonly backupUrl: string | undefined;
  /** Brings it to the newest shape; answers the names of the migrations applied. */
  migrate(only?: ReadonlySet<string>): Promise<string[]>;
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
  if (config.databaseUrl !== undefined) return placeAt(config.databaseUrl, config, undefined, options);
  const embedded = await startEmbeddedPostgres({
    dataFolder: config.dataFolder,
    ...(options.onLost ? { onLost: options.onLost } : {}),
  });
  try {
    await ensureDatabase(embedded.url());
    return placeAt(embedded.url(EMBEDDED_DATABASE), EMBEDDED_ROLES, embedded, options);
  } catch (fault) {
    await embedded.stop();
    throw fault;
  }
}

type RoleUrls = Pick<Config, 'databaseAppUrl' | 'databaseJobsUrl' | 'databaseBackupUrl'>;

/** In the embedded database every role's password follows from the owner's. */
const EMBEDDED_ROLES: RoleUrls = {
  databaseAppUrl: undefined,
  databaseJobsUrl: undefined,
  databaseBackupUrl: undefined,
};

function placeAt(
  ownerUrl: string,
  given: RoleUrls,
  embedded: EmbeddedPostgres | undefined,
  { onLostConnection }: PlaceOptions,
): Place {
  const { appUrl, jobsUrl, backupUrl } = roleUrls(ownerUrl, given);
  const appPassword = passwordIn(appUrl);
  const passwords = {
    ...(given.databaseJobsUrl ? { sightline_jobs: passwordIn(jobsUrl) } : {}),
    ...(given.databaseBackupUrl ? { sightline_backup: passwordIn(given.databaseBackupUrl) } : {}),
  };
  const db = openDatabase({ app: appUrl, owner: ownerUrl }, onLostConnection ? { onLostConnection } : {});
  let closing: Promise<void> | undefined;
  return {
    kind: embedded ? 'embedded' : 'server',
    db,
    ownerUrl,
    jobsUrl,
    backupUrl,
    migrate: (only) => migrate(ownerUrl, { appPassword, passwords, ...(only ? { only } : {}) }),
    isMigrated: () => isMigrated(ownerUrl),
    close: () => {
      closing ??= Promise.race([db.close(), patience()])
        .then(() => embedded?.stop())
        .then(() => {});
      return closing;
    },
  };
}

/** How each role signs in: as was given, or by a password that follows from the owner's (see `passwordsFor`). */
function roleUrls(ownerUrl: string, given: RoleUrls) {
  const owner = passwordIn(ownerUrl);
  const appUrl = given.databaseAppUrl ?? appUrlOf(ownerUrl, passwordFrom(owner, 'sightline_app'));
  const jobs = passwordFrom(passwordIn(appUrl), 'sightline_jobs');
  const backup = owner === '' ? undefined : passwordFrom(owner, 'sightline_backup');
  return {
    appUrl,
    jobsUrl: given.databaseJobsUrl ?? roleUrlOf(ownerUrl, 'sightline_jobs', jobs),
    backupUrl: given.databaseBackupUrl ?? (backup && roleUrlOf(ownerUrl, 'sightline_backup', backup)),
  };
}

const passwordIn = (url: string): string => decodeURIComponent(new URL(url).password);

/** A question that runs on does not keep us: an embedded server that stops rolls it back. */
const patience = () => new Promise<void>((resolve) => setTimeout(resolve, 3_000).unref());

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
