/** Digits and letters that nobody takes for one another. */
export const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

/** Reads a recovery code as people type it, `abcd-efgh-jkmn`; undefined for what is none. */
export function recoveryCode(typed: string): string | undefined {
  const plain = typed.toLowerCase().replace(/[\s-]/g, '').replace(/o/g, '0').replace(/[il]/g, '1');
  if (plain.length !== 12 || [...plain].some((letter) => !LETTERS.includes(letter))) return undefined;
  return [plain.slice(0, 4), plain.slice(4, 8), plain.slice(8)].join('-');
}
