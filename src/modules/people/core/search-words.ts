/** Letters that no accent makes: they have no parts to fall into. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** `Ó Súilleabháin` → `o suilleabhain`: lower case, without accents, apostrophes dropped. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđðþßæœı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’‘ʻʼ`]/g, '');

/** The words of a name, folded, each once: hyphens and dots part words. */
export const wordsOfName = (name: string): string[] => [
  ...new Set(
    folded(name)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ''),
  ),
];

/** A council id or pupil number as one word: spaces and case do not count. */
export const wordOfNumber = (number: string): string => folded(number).replace(/\s+/g, '');

/** How many words of a question are looked for; more than a name has make no better question. */
export const MOST_WORDS = 6;

/**
 * What somebody typed, as the words to look for: each must be found. The whole is also looked for as a number, since a
 * pupil number is often typed with spaces.
 */
export const questionOf = (typed: string): { readonly words: readonly string[]; readonly number: string } => ({
  words: wordsOfName(typed).slice(0, MOST_WORDS),
  number: wordOfNumber(typed),
});
