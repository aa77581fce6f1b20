import path from 'node:path';
import { ensureKeyFile, keyringInFile, readKeyFile } from '../platform/keys/key-file.ts';
import { type Keyring, keyringOf, type MasterKey } from '../platform/keys/keyring.ts';
import type { Config } from './config.ts';

type KeyConfig = Pick<Config, 'dataFolder' | 'keys'>;

/** Where the keys of a data folder are, when SIGHTLINE_KEYS does not hold them. Never in the database, nor in its backup. */
export const keyFileOf = ({ dataFolder }: Pick<Config, 'dataFolder'>): string => path.join(dataFolder, 'keys.json');

/**
 * The keys of this installation: those of SIGHTLINE_KEYS, or those of the data folder's file, which is made with a first key
 * where there is none. Throws a sentence when others may read the file, or when it is broken.
 */
export function openKeys(config: KeyConfig): Keyring {
  if (config.keys) return keyringOf(config.keys);
  const file = keyFileOf(config);
  ensureKeyFile(file);
  return keyringInFile(file);
}

/** The master keys themselves, oldest first: for adding and retiring one. */
export function masterKeysOf(config: KeyConfig): readonly MasterKey[] {
  if (config.keys) return config.keys;
  const file = keyFileOf(config);
  ensureKeyFile(file);
  return readKeyFile(file);
}
