import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { type Account, accountForPostgres, canReach } from './account.ts';

/** Where one embedded PostgreSQL lives. */
export type Folders = {
  readonly account: Account | undefined;
  /** Holds the cluster and, where needed, a copy of the binaries. Usually the data folder itself. */
  readonly home: string;
  /** What PostgreSQL itself calls its data directory. */
  readonly cluster: string;
};

const POINTER = 'postgres-is-in.txt';
const CLUSTER = 'postgres';

/** Is there a cluster in this data folder already? Looks, and makes nothing. */
export function hasCluster(dataFolder: string): boolean {
  return existsSync(path.join(homeNamedIn(dataFolder) ?? dataFolder, CLUSTER, 'PG_VERSION'));
}

/**
 * Finds or makes the folders. As root below a folder that the account of PostgreSQL cannot enter (`/root`, say) the
 * cluster lives in /var/lib/sightline, or /var/tmp where that cannot be made, and the data folder holds a
 * file that says where.
 */
export function foldersFor(dataFolder: string): Folders {
  try {
    accessSync(
      existsSync(dataFolder) ? dataFolder : firstAbove(dataFolder),
      constants.R_OK | constants.W_OK | constants.X_OK,
    );
  } catch {
    throw new Error(`The data folder ${dataFolder} may not be read and written by the user that started Sightline.`);
  }
  const named = homeNamedIn(dataFolder);
  if (named) return foldersIn(named, accountForPostgres([path.join(named, CLUSTER)]));
  if (!existsSync(dataFolder))
    mkdirSync(dataFolder, { recursive: true, mode: process.getuid?.() === 0 ? 0o755 : 0o700 });
  const account = accountForPostgres([path.join(dataFolder, CLUSTER), dataFolder]);
  letThrough(dataFolder, account);
  if (canReach(dataFolder, account)) return foldersIn(dataFolder, account);
  const home = homeElsewhere();
  try {
    writeFileSync(path.join(dataFolder, POINTER), `${home}\n`, { flag: 'wx' });
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault; // another start pointed elsewhere first
  }
  return foldersIn(homeNamedIn(dataFolder) ?? home, account);
}

/** As root, a data folder of our own that is closed to all others (as `mktemp -d` makes it) is opened for walking through, not for looking. */
function letThrough(dataFolder: string, account: Account | undefined): void {
  const { uid, mode } = statSync(dataFolder);
  if (account && uid === 0 && (mode & 0o001) === 0 && canReach(path.dirname(dataFolder), account))
    chmodSync(dataFolder, (mode & 0o777) | 0o001);
}

const firstAbove = (folder: string): string => (existsSync(folder) ? folder : firstAbove(path.dirname(folder)));

const foldersIn = (home: string, account: Account | undefined): Folders => ({
  account,
  home,
  cluster: path.join(home, CLUSTER),
});

function homeNamedIn(dataFolder: string): string | undefined {
  const pointer = path.join(dataFolder, POINTER);
  if (!existsSync(pointer)) return undefined;
  const home = readFileSync(pointer, 'utf8').trim();
  // A folder that somebody cleaned away must not quietly become an empty new record.
  if (!existsSync(home)) throw new Error(`The data of ${dataFolder} should be in ${home}, which is not there.`);
  return home;
}

function homeElsewhere(): string {
  for (const base of ['/var/lib/sightline', '/var/tmp']) {
    try {
      if (base !== '/var/tmp') mkdirSync(base, { recursive: true, mode: 0o755 });
      if (statSync(base).uid !== 0) continue;
      const home = mkdtempSync(path.join(base, 'sightline-data-'));
      chmodSync(home, 0o755); // the cluster inside is closed to all but its own account
      return home;
    } catch {}
  }
  throw new Error('Found no folder for the data that the account of PostgreSQL can reach. Set DATA_DIR to one.');
}
