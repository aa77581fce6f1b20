/** Widths of Arial in thousandths of its size, by kind of letter; wide enough for the fonts that stand in for it. */
const NARROW = /[ijlftr.,:;'’“”!|I()[\]/ -]/;
const WIDE = /[mwMW@%—]/;
const CAPITAL = /\p{Lu}|&/u;
const BEYOND_LATIN = /[^ -\u024f\u1e00-\u1eff\u2010-\u2027]/;

function thousandthsOf(letter: string): number {
  if (BEYOND_LATIN.test(letter)) return 1000;
  if (NARROW.test(letter)) return 340;
  if (WIDE.test(letter)) return 900;
  return CAPITAL.test(letter) ? 710 : 575;
}

/** About how wide a line of text is drawn, in the units of `size`, on the safe side. `bold` is a tenth wider. */
export function textWidth(text: string, size: number, bold = false): number {
  const thousandths = [...text].reduce((sum, letter) => sum + thousandthsOf(letter), 0);
  return (thousandths / 1000) * size * (bold ? 1.08 : 1);
}

/** Breaks a sentence into lines no wider than `width`; a single longer word stands on a line of its own. */
export function linesOf(text: string, width: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size, bold) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
