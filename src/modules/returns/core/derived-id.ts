import type { Id } from '../../../kernel/id.ts';

/**
 * A UUID (version 8) made from parts: the same parts give the same id, on every machine and at every loading. `digest` is
 * SHA-256 in hexadecimal.
 */
export function derivedId(digest: (text: string) => string, ...parts: readonly string[]): Id {
  const hex = digest(parts.map((part) => `${part.length}:${part}`).join(''));
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}` as Id;
}
