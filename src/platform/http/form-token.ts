import { createHmac, timingSafeEqual } from 'node:crypto';

/** The token that every form of a session carries. It follows from the secret in the cookie, which no other site can read. */
export const formToken = (secret: string): string =>
  createHmac('sha256', secret).update('the form of this session').digest('base64url');

/** Compares in constant time. False for anything but the token itself. */
export function isFormToken(given: unknown, secret: string | undefined): boolean {
  if (typeof given !== 'string' || secret === undefined) return false;
  const [ours, theirs] = [Buffer.from(formToken(secret)), Buffer.from(given)];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}
