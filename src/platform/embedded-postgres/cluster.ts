import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Folders } from './folders.ts';

const UNFINISHED = 'unfinished-';
const PASSWORD = 'sightline-owner-password';
const AN_HOUR = 3_600_000;

/** What PostgreSQL's programs see of the environment: nothing that a strange locale or zone of the user could upset. */
export const CALM_ENVIRONMENT = { PATH: process.env.PATH ?? '', TZ: 'UTC', LC_ALL: 'C', LANG: 'C' };

/** The password of the embedded cluster's owner; only the account that runs it (and root) can read the file. */
export function ownerPassword(folders: Folders): string {
  try {
    return readFileSync(path.join(folders.cluster, PASSWORD), 'utf8');
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EACCES') throw fault;
    throw new Error(`The data folder ${folders.home} belongs to another user of this machine.`);
  }
}

/**
 * Makes the cluster unless it stands. It is made aside and moved into place in one step, so a start that is killed
 * half-way leaves nothing that looks like a database, and of two first starts one wins.
 */
export function ensureCluster(folders: Folders, binaries: string): void {
  if (existsSync(path.join(folders.cluster, 'PG_VERSION'))) return;
  clearUnfinished(folders.home);
  const aside = mkdtempSync(path.join(folders.home, UNFINISHED));
  try {
    own(aside, folders);
    const made = path.join(aside, 'cluster');
    initialise(made, path.join(aside, 'password'), folders, binaries);
    renameSync(made, folders.cluster);
  } catch (fault) {
    if (!existsSync(path.join(folders.cluster, 'PG_VERSION'))) throw fault;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function initialise(made: string, passwordFile: string, folders: Folders, binaries: string): void {
  const password = randomBytes(24).toString('base64url');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  own(passwordFile, folders);
  mkdirSync(made, { mode: 0o700 });
  own(made, folders);
  execFileSync(
    path.join(binaries, 'bin/initdb'),
    [
      ...['-D', made, '-U', 'sightline_owner', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--no-instructions'],
      ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
    ],
    { ...folders.account, env: CALM_ENVIRONMENT, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const kept = path.join(made, PASSWORD);
  writeFileSync(kept, password, { mode: 0o600 });
  own(kept, folders);
}

function own(file: string, { account }: Folders): void {
  if (account) chownSync(file, account.uid, account.gid);
}

function clearUnfinished(home: string): void {
  for (const name of readdirSync(home)) {
    const at = path.join(home, name);
    if (!name.startsWith(UNFINISHED)) continue;
    const found = statSync(at, { throwIfNoEntry: false });
    if (found && Date.now() - found.mtimeMs > AN_HOUR) rmSync(at, { recursive: true, force: true });
  }
}
