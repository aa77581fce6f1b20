import { createHash } from 'node:crypto';
import type { Id } from '../../src/kernel/id.ts';

/** The id of an invented thing, by its name: the same on every machine. */
export function handMadeId(...names: readonly (string | number)[]): Id {
  const digest = createHash('sha256')
    .update(['wherrymouth', ...names].join('/'))
    .digest('hex');
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-9${digest.slice(17, 20)}-${digest.slice(20, 32)}` as Id;
}
