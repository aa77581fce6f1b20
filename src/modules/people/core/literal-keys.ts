import { addressKeysAt } from './address-keys.ts';
import { figuresBetween, hashOfText, hashOn, looksLikeFigures, type Tokens, tokensOf } from './literal-tokens.ts';
import { asFigure, isFigure, isLetter } from './plain-letters.ts';

/** What kind of literal a key stands for; its first letter says so. */
export type LiteralKind = 'address' | 'postcode' | 'telephone';

/** A text that is searched: only a key whose hash is wanted is ever made. */
export type Search = {
  readonly tokens: Tokens;
  readonly wanted: (hint: number) => boolean;
  readonly found: Set<string>;
};

/** The plain hash of a key, 32 bits with a sign: whatever has another hash is another key. */
export const hintOf = (key: string): number => hashOfText(key);

/**
 * Every key by which a place or a number may be named in a text: postcodes, telephone numbers and lines of addresses, however
 * they are spaced, punctuated or cut short, with O for 0 and I or L for 1. Most are the name of nothing. `wanted` is asked for
 * the hash of each candidate, so that the keys of a long text need not all be made. A paraphrase has no key.
 */
export function literalKeys(text: string, wanted: (hint: number) => boolean = () => true): Set<string> {
  const search: Search = { tokens: tokensOf(text), wanted, found: new Set() };
  const { count, figures } = search.tokens;
  for (let place = 0; place < count; place += 1) {
    postcodeAt(search, place);
    if (figures[place]) telephoneAt(search, place);
    addressKeysAt(search, place);
  }
  return search.found;
}

const [NOUGHT, ONE, FOUR] = [48, 49, 52];
const LONGEST_POSTCODE = 7;
const SHORTEST_POSTCODE = 5;
const POSTCODE_SEED = hashOfText('p:');

/** A postcode begins with a word and ends with one, whatever stands between. */
function postcodeAt({ tokens, wanted, found }: Search, place: number): void {
  const { letters, starts, ends, count } = tokens;
  const from = starts[place] as number;
  if (!mayBeLetter(letters[from] as number) || !figureWithin(letters, from)) return;
  for (let last = place; last < count; last += 1) {
    const to = ends[last] as number;
    if (to - from > LONGEST_POSTCODE) return;
    if (to - from < SHORTEST_POSTCODE || !isPostcode(letters, from, to)) continue;
    let hash = POSTCODE_SEED;
    for (let at = from; at < to; at += 1) hash = hashOn(hash, asFigure(letters[at] as number));
    if (wanted(hash)) found.add(`p:${figuresBetween(tokens, from, to)}`);
  }
}

/** A letter, or a figure that is taken for one: 0 for O, 1 for I or L. */
const mayBeLetter = (code: number): boolean => isLetter(code) || code === NOUGHT || code === ONE;
const isOneLike = (code: number): boolean => isFigure(asFigure(code));

/** The second or the third letter of every postcode is a figure. */
const figureWithin = (letters: Uint8Array, from: number): boolean =>
  isOneLike(letters[from + 1] as number) || isOneLike(letters[from + 2] as number);

/** A letter or two, a figure, perhaps one more of either, then a figure and two letters: where letters look like figures, perhaps. */
function isPostcode(letters: Uint8Array, from: number, to: number): boolean {
  if (!isOneLike(letters[to - 3] as number)) return false;
  if (to - from === SHORTEST_POSTCODE) return isOneLike(letters[from + 1] as number);
  return to - from < LONGEST_POSTCODE || isOneLike(letters[from + 2] as number);
}

const MOST_FIGURES = 16;
const FEWEST_FIGURES = 9;

/** A number begins with a word of figures, and every word of it is one. */
function telephoneAt({ tokens, wanted, found }: Search, place: number): void {
  const { letters, starts, ends, count, plus, figures } = tokens;
  const from = starts[place] as number;
  const first = asFigure(letters[from] as number);
  const abroad = plus[place] === 1;
  if (!(abroad || first === NOUGHT || (first === FOUR && letters[from + 1] === FOUR))) return;
  for (let last = place; last < count; last += 1) {
    const to = ends[last] as number;
    if (to - from > MOST_FIGURES || !figures[last] || !looksLikeFigures(tokens, starts[last] as number, to)) return;
    if (to - from < FEWEST_FIGURES) continue;
    const key = `t:${nationally(figuresBetween(tokens, from, to), abroad)}`;
    if (wanted(hashOfText(key))) found.add(key);
  }
}

/** As it is rung within the country: `+44 (0)7700 900123` is `07700900123`. Another country's keeps its own code after 00. */
function nationally(figures: string, abroad: boolean): string {
  const international = abroad ? figures : /^00(?=[1-9])/.test(figures) ? figures.slice(2) : null;
  const full = international ?? (/^44(?=0?[1-9]\d{8,9}$)/.test(figures) ? figures : null);
  if (full === null) return figures;
  return full.startsWith('44') ? `0${full.slice(2).replace(/^0/, '')}` : `00${full}`;
}
