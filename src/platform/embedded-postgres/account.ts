import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** An account of this machine that PostgreSQL runs as. */
export type Account = { readonly uid: number; readonly gid: number };

/**
 * PostgreSQL refuses to run as root. As root, it runs as the owner of the first of these folders that is there and not
 * root's, else as `postgres` or `nobody`; as anybody else it runs as that person, and the answer is undefined.
 */
export function accountForPostgres(folders: readonly string[]): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const folder of folders) {
    const owner = statSync(folder, { throwIfNoEntry: false });
    if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  }
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const fields = accounts.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error(
    'Sightline was started as root, under which PostgreSQL does not run, and this machine has neither a postgres nor a nobody account. Start it as an ordinary user.',
  );
}

/** May the account walk down to this folder and read in it? A folder below `/root` it may not. */
export function canReach(folder: string, account: Account | undefined): boolean {
  if (!account) return true;
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const found = statSync(at, { throwIfNoEntry: false });
    if (found && found.uid !== account.uid && (found.mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}
