/** What stands between two words. */
export const GAP = 0;
/** What stands within a word and is not heard: an apostrophe, a soft hyphen, a zero-width space. */
export const SILENT = 1;

const ACCENTED =
  'àáâãäåāăą:a çćčĉ:c ďđ:d èéêëēėęě:e ĝğġģ:g ĥ:h ìíîïīį:i ĵ:j ķ:k ĺļľł:l ñńņň:n òóôõöøōő:o ŕř:r śŝşš:s ţť:t ùúûüūůűų:u ŵẁẃẅ:w ýÿŷỳ:y źżž:z';

/**
 * What each character of a text counts as when a place or a number is looked for: the code of a small letter a to z or of a
 * digit, `GAP` or `SILENT`. Capitals, accents and full-width figures make no difference.
 */
export const PLAIN: Uint8Array = plainLetters();

function plainLetters(): Uint8Array {
  const table = new Uint8Array(65_536);
  const codeOf = (letter: string): number => letter.charCodeAt(0);
  for (let digit = 0; digit < 10; digit += 1) table[48 + digit] = table[0xff10 + digit] = 48 + digit;
  for (let letter = 0; letter < 26; letter += 1) table[65 + letter] = table[97 + letter] = 97 + letter;
  for (const group of ACCENTED.split(' ')) {
    const [letters = '', plain = ''] = group.split(':');
    for (const letter of letters) table[codeOf(letter)] = table[codeOf(letter.toUpperCase())] = codeOf(plain);
  }
  for (let mark = 0x300; mark < 0x370; mark += 1) table[mark] = SILENT; // accents that stand apart from their letter
  for (const silent of ["'", '’', '‘', 'ʼ', '`', '´', '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff'])
    table[codeOf(silent)] = SILENT;
  return table;
}

/** A small letter that is taken for a figure where it stands among figures: O for 0, I and L for 1. */
export const asFigure = (code: number): number => (code === 111 ? 48 : code === 105 || code === 108 ? 49 : code);
export const isFigure = (code: number): boolean => code >= 48 && code <= 57;
export const isLetter = (code: number): boolean => code >= 97 && code <= 122;
