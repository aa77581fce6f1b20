import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the parameters that OWASP gives: 19 MiB and two passes, about 20 ms on the thread pool. */
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON);

/** Is it the password? Somebody without one costs the same time, so that nobody learns who has an account. */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  nobodys ??= hashPassword(randomBytes(16).toString('hex'));
  const right = await verify(kept ?? (await nobodys), password);
  return right && kept !== undefined;
}
let nobodys: Promise<string> | undefined;

/** 256 bits for a cookie or a link. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a secret: whoever reads the table cannot use it. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
