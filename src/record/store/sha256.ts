import * as crypto from 'node:crypto';
import type { Sha256 } from '../chain.ts';

/** Node offers the quick way since 20.12. */
const oneShot = (crypto as Partial<typeof crypto>).hash;

export const sha256: Sha256 = oneShot
  ? (bytes) => oneShot('sha256', bytes, 'buffer')
  : (bytes) => crypto.createHash('sha256').update(bytes).digest();
