import path from 'node:path';
import { type LocalDate, localDate } from '../kernel/local-date.ts';
import { accepted, type Result, refused } from '../kernel/result.ts';
import type { CouncilSettings } from '../modules/access/store/signing-in/council-provider.ts';
import type { Serving } from '../platform/http/serving.ts';
import { readMasterKeys } from '../platform/keys/key-text.ts';
import type { MasterKey } from '../platform/keys/keyring.ts';
import { projectRoot } from '../platform/project-root.ts';
import { readCouncilConfig } from './council-config.ts';
import { faultOfCertificates, faultOfDatabase } from './encrypted-ways.ts';
import { readServingConfig } from './serving-config.ts';

/** How this installation is set up. Everything comes from the environment. */
export type Config = {
  /** DATA_DIR: the embedded database, files that were uploaded. Absolute. */
  readonly dataFolder: string;
  /** DATABASE_URL: a PostgreSQL server to use instead, as the role that may make roles and tables. */
  readonly databaseUrl: string | undefined;
  /** DATABASE_APP_URL: the same database as `sightline_app`, where an administrator made that role. */
  readonly databaseAppUrl: string | undefined;
  /** DATABASE_JOBS_URL: the same database as `sightline_jobs`, where its password does not follow from the others. */
  readonly databaseJobsUrl: string | undefined;
  /** DATABASE_BACKUP_URL: the same database as `sightline_backup`; a machine that only makes backups needs no other. */
  readonly databaseBackupUrl: string | undefined;
  /** PORT: undefined when not set; then a free one from 3000 on. */
  readonly port: number | undefined;
  /** SIGHTLINE_TODAY: the day on which an invented database stands. */
  readonly today: LocalDate | undefined;
  /** SIGHTLINE_KEYS: the master keys, oldest first; undefined when the data folder's own file holds them. */
  readonly keys: readonly MasterKey[] | undefined;
  /** SIGHTLINE_OIDC_…: the council's own sign-in; undefined where people sign in here alone. */
  readonly oidc: CouncilSettings | undefined;
  /** SIGHTLINE_LISTEN, SIGHTLINE_PUBLIC_URL, SIGHTLINE_TRUST_PROXY and the limits: how it stands in the network. */
  readonly serving: Serving;
};

export const FIRST_PORT = 3000;

/** Where people reach it, as far as the settings say: the public address, or this machine at the port it will most likely have. */
export const addressOf = ({ serving, port }: Pick<Config, 'serving' | 'port'>): string =>
  serving.publicUrl?.origin ?? `http://127.0.0.1:${port ?? FIRST_PORT}`;

/** Reads the settings. A refusal lists every fault at once, each as a sentence. */
export function readConfig(env: NodeJS.ProcessEnv): Result<Config, readonly string[]> {
  const faults: string[] = [];
  const check = <Value>(name: string, read: (text: string) => Value | undefined, wanted: string): Value | undefined => {
    const text = env[name]?.trim();
    if (!text) return undefined;
    const value = read(text);
    if (value === undefined) faults.push(`${name} must be ${wanted}, not "${name.endsWith('_URL') ? '…' : text}".`);
    return value;
  };
  const database = (name: string, wanted: string): string | undefined => {
    const address = check(name, serverAddress, `an address like ${wanted}`);
    const fault = address && faultOfDatabase(name, address);
    if (fault) faults.push(fault);
    return address;
  };
  const port = check('PORT', portOf, 'a port from 0 to 65535');
  const today = check('SIGHTLINE_TODAY', localDate, 'a day like 2026-03-31');
  const databaseUrl = database('DATABASE_URL', 'postgres://owner:password@host/database');
  const databaseAppUrl = database('DATABASE_APP_URL', 'postgres://sightline_app:password@host/database');
  const keys = env.SIGHTLINE_KEYS?.trim() ? readMasterKeys(env.SIGHTLINE_KEYS) : undefined;
  if (keys?.ok === false) faults.push(`SIGHTLINE_KEYS must be id:base64,… with the oldest first: ${keys.refusal}.`);
  const [databaseJobsUrl, databaseBackupUrl] = ['jobs', 'backup'].map((role) =>
    database(`DATABASE_${role.toUpperCase()}_URL`, `postgres://sightline_${role}:password@host/database`),
  );
  if (databaseAppUrl && !databaseUrl) faults.push('DATABASE_APP_URL needs DATABASE_URL beside it.');
  if (databaseUrl && !databaseAppUrl && !new URL(databaseUrl).password)
    faults.push('DATABASE_URL holds no password, so DATABASE_APP_URL must say how the role sightline_app signs in.');
  const blind = faultOfCertificates(env);
  if (blind) faults.push(blind);
  const council = readCouncilConfig(env);
  const serving = readServingConfig(env);
  faults.push(...council.faults, ...serving.faults);
  if (faults.length > 0) return refused(faults);
  const dataFolder = path.resolve(env.DATA_DIR?.trim() || path.join(projectRoot(), 'data'));
  return accepted({
    dataFolder,
    databaseUrl,
    databaseAppUrl,
    databaseJobsUrl,
    databaseBackupUrl,
    port,
    today,
    keys: keys?.ok ? keys.value : undefined,
    oidc: council.settings,
    serving: serving.settings,
  });
}

function portOf(text: string): number | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined;
}

function serverAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return /^postgres(ql)?:$/.test(url.protocol) && url.host !== '' && url.pathname.length > 1 ? text : undefined;
}
