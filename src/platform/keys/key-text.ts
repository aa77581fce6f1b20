import { accepted, type Result, refused } from '../../kernel/result.ts';
import type { MasterKey } from './keyring.ts';

/**
 * Reads master keys as an administrator writes them: `id:base64,id:base64`, oldest first, 32 bytes each. The refusal says which
 * place is wrong and never quotes a key.
 */
export function readMasterKeys(text: string): Result<readonly MasterKey[], string> {
  const keys: MasterKey[] = [];
  for (const [at, part] of text.split(',').entries()) {
    const [id = '', base64 = '', ...more] = part.trim().split(':');
    const key = Buffer.from(base64, 'base64');
    if (more.length > 0 || !/^[\w-]{1,40}$/.test(id) || key.length !== 32)
      return refused(`key ${at + 1} is not an id, a colon and 32 bytes in base64`);
    if (keys.some((each) => each.id === id)) return refused(`two keys bear the id ${id}`);
    keys.push({ id, key });
  }
  return accepted(keys);
}

/** One key as `readMasterKeys` reads it. A secret: for a key file, or for the hands of whoever asked for a new key. */
export const writeMasterKey = ({ id, key }: MasterKey): string => `${id}:${key.toString('base64')}`;
