import type { Mark } from './snooping-known.ts';

/** Letters without capitals and accents: "Özdemir" and "OZDEMIR" are one name. */
const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** In a double-barrelled name a shorter part is a particle, as in “al-Hashimi”. */
const SHORTEST_PART = 3;

/**
 * The marks of a full name’s surname: the last word, or what stands before a comma; each part of a double-barrelled one for
 * itself, since families keep one half. Nothing of a name of one word, which may be a first name.
 */
export function surnameMarks(name: string | null): Mark[] {
  const plain = folded(name ?? '').replaceAll(/['’‘`]/g, '');
  const [before = '', ...after] = plain.split(',');
  const words = before.trim().split(/\s+/u);
  const isSurnameFirst = after.join('').trim() !== '';
  if (!isSurnameFirst && words.length < 2) return [];
  const parts = (words.at(-1) ?? '').split(/[-‐‑–]/u).map((part) => part.replaceAll(/[^\p{L}]/gu, ''));
  const long = parts.filter((part) => part.length >= SHORTEST_PART);
  return [...new Set(long.length > 0 ? long : parts.filter((part) => part.length > 1))];
}
