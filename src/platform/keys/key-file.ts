import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readMasterKeys, writeMasterKey } from './key-text.ts';
import { type Keyring, keyringOf, type MasterKey, newMasterKey } from './keyring.ts';

const FORMAT = 'sightline-keys-1';
/** Whoever is not the owner of the file. */
const OTHERS = 0o077;

/** The keys of a file, oldest first. Throws a sentence when others may read it, or it holds no keys. */
export function readKeyFile(file: string): readonly MasterKey[] {
  if ((statSync(file).mode & OTHERS) !== 0)
    throw new Error(`The keys in ${file} can be read by others than their owner. Close the file: chmod 600 ${file}`);
  const keys = keysIn(readFileSync(file, 'utf8'));
  if (keys.length === 0)
    throw new Error(`The file ${file} holds no keys that Sightline wrote. Put it back from its copy.`);
  return keys;
}

function keysIn(text: string): readonly MasterKey[] {
  try {
    const { format, keys } = JSON.parse(text) as { format?: unknown; keys?: unknown };
    const read = format === FORMAT && Array.isArray(keys) ? readMasterKeys(keys.join(',')) : undefined;
    return read?.ok ? read.value : [];
  } catch {
    return [];
  }
}

/** Puts these keys in the place of those that the file held, in one step. */
export function writeKeyFile(file: string, keys: readonly MasterKey[]): void {
  const aside = writeAside(file, keys);
  renameSync(aside, file);
}

/** Makes the file with one new key unless it stands. Of two first starts one wins, and both use its key. */
export function ensureKeyFile(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })) return;
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const aside = writeAside(file, [newMasterKey()]);
  try {
    linkSync(aside, file);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
  } finally {
    rmSync(aside);
  }
}

function writeAside(file: string, keys: readonly MasterKey[]): string {
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  const text = JSON.stringify({ format: FORMAT, keys: keys.map(writeMasterKey) }, null, 2);
  writeFileSync(aside, `${text}\n`, { mode: 0o600, flag: 'wx' });
  return aside;
}

/** The ring of a key file as it is now: a server that runs sees at once what a command changed in it. */
export function keyringInFile(file: string): Keyring {
  let ring = keyringOf(readKeyFile(file));
  let seen = stamp(statSync(file));
  const now = (): Keyring => {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found && stamp(found) !== seen) {
      ring = keyringOf(readKeyFile(file));
      seen = stamp(found);
    }
    return ring; // a file that is away for a moment takes no key from a server that runs
  };
  return {
    get newest() {
      return now().newest;
    },
    seal: (purpose, plain) => now().seal(purpose, plain),
    open: (purpose, sealed) => now().open(purpose, sealed),
    mark: (purpose, value) => now().mark(purpose, value),
  };
}

const stamp = ({ ino, mtimeMs, size, mode }: Stats): string => `${ino} ${mtimeMs} ${size} ${mode}`;
