import type { Search } from './literal-keys.ts';
import { figuresBetween, hashOfText, hashOn, looksLikeFigures, type Tokens, textBetween } from './literal-tokens.ts';
import { asFigure, isFigure, isLetter } from './plain-letters.ts';
import { FIRST_WORDS, LAST_WORDS } from './street-words.ts';

/** How many words the name of a street has at most, its last word included. */
const STREET_WORDS = 4;
const LONGEST_NUMBER = 5;
const SEED = 'a:';
const SEED_HASH = hashOfText(SEED);
const NOUGHT = 48;

const LAST_BY_HASH = new Map([...LAST_WORDS].map(([word, whole]) => [hashOfText(word), whole]));
const FIRST_BY_HASH = new Map([...FIRST_WORDS].map(([word, short]) => [hashOfText(word), short]));

/** What may be the line of an address at this word: a number with the words after it, or the name of a house and its street. */
export function addressKeysAt(search: Search, place: number): void {
  const { figures, hashes, starts, ends } = search.tokens;
  const [from, to] = [starts[place] as number, ends[place] as number];
  // `I Orchard Gardens` may be number 1
  if (figures[place] || (to - from <= 2 && looksLikeFigures(search.tokens, from, to))) numberedAt(search, place);
  else if (LAST_BY_HASH.has(hashes[place] as number)) namedBefore(search, place);
}

/** Finds the number in a word with figures, and what follows it. */
function numberedAt(search: Search, place: number): void {
  const { tokens } = search;
  const { letters, starts, ends, count } = tokens;
  const [from, to] = [starts[place] as number, ends[place] as number];
  const next = place + 1;
  if (to - from <= LONGEST_NUMBER && looksLikeFigures(tokens, from, to)) {
    streetsFrom(search, { from, to, lettered: 0, word: next, begun: 0 });
    const after = starts[next] as number;
    // `14 a Mill Lane` is `14a Mill Lane`
    if (next + 1 < count && (ends[next] as number) - after === 1 && isLetter(letters[after] as number))
      streetsFrom(search, { from, to, lettered: letters[after] as number, word: next + 1, begun: 0 });
  } else lettersAround(search, place);
  let mid = from;
  while (mid < to && isFigure(letters[mid] as number)) mid += 1;
  // `14mill`, and `14oil`, which looks like figures
  if (mid > from && mid < to - 1 && mid - from <= LONGEST_NUMBER)
    streetsFrom(search, { from, to: mid, lettered: 0, word: place, begun: mid });
}

/** `14a`, `l4a`, where the letter is of the number; and `at14`, `at14a`, where a gap was forgotten. */
function lettersAround(search: Search, place: number): void {
  const { tokens } = search;
  const { letters, starts, ends } = tokens;
  const [from, to] = [starts[place] as number, ends[place] as number];
  const lettered = letters[to - 1] as number;
  const end = isLetter(lettered) && to - from > 1 && isFigure(letters[to - 2] as number) ? to - 1 : to;
  let mid = end;
  if (end - from <= LONGEST_NUMBER && looksLikeFigures(tokens, from, end)) mid = from;
  else while (mid > from && isFigure(letters[mid - 1] as number)) mid -= 1;
  if (mid < end && end - mid <= LONGEST_NUMBER)
    streetsFrom(search, { from: mid, to: end, lettered: end < to ? lettered : 0, word: place + 1, begun: 0 });
}

/** A number at these letters, with a letter of its own or none, and where its street begins: at a word, or within it. */
type Numbered = {
  readonly from: number;
  readonly to: number;
  readonly lettered: number;
  readonly word: number;
  readonly begun: number;
};

/** The number with one word after it, with two, and so on: one of them is the street if it is one. */
function streetsFrom({ tokens, wanted, found }: Search, numbered: Numbered): void {
  const { ends, count, hashes, letters, starts, figures } = tokens;
  const { word, begun } = numbered;
  if (word >= count || (begun === 0 && figures[word])) return;
  const firstFrom = begun || (starts[word] as number);
  const short =
    begun === 0
      ? FIRST_BY_HASH.get(hashes[word] as number)
      : FIRST_WORDS.get(textBetween(tokens, begun, ends[word] as number));
  let hash = hashOfNumber(tokens, numbered);
  if (short !== undefined) hash = hashOfText(short, hash);
  const wordsFrom = short === undefined ? firstFrom : (ends[word] as number);
  let at = wordsFrom;
  for (let last = word; last < count && last < word + STREET_WORDS; last += 1) {
    const whole = last > word ? LAST_BY_HASH.get(hashes[last] as number) : undefined;
    const to = ends[last] as number;
    if (whole !== undefined && wanted(hashOfText(whole, hash)))
      found.add(
        `${SEED}${numberOf(tokens, numbered)}${short ?? ''}${textBetween(tokens, wordsFrom, starts[last] as number)}${whole}`,
      );
    for (; at < to; at += 1) hash = hashOn(hash, letters[at] as number);
    if (whole === undefined && wanted(hash))
      found.add(`${SEED}${numberOf(tokens, numbered)}${short ?? ''}${textBetween(tokens, wordsFrom, to)}`);
  }
}

/** Without the noughts that it begins with: `007` is `7`. */
function firstFigure({ letters }: Tokens, { from, to }: Numbered): number {
  let first = from;
  while (first < to - 1 && asFigure(letters[first] as number) === NOUGHT) first += 1;
  return first;
}

function hashOfNumber(tokens: Tokens, numbered: Numbered): number {
  let hash = SEED_HASH;
  for (let at = firstFigure(tokens, numbered); at < numbered.to; at += 1)
    hash = hashOn(hash, asFigure(tokens.letters[at] as number));
  return numbered.lettered === 0 ? hash : hashOn(hash, numbered.lettered);
}

const numberOf = (tokens: Tokens, numbered: Numbered): string =>
  figuresBetween(tokens, firstFigure(tokens, numbered), numbered.to) +
  (numbered.lettered === 0 ? '' : String.fromCharCode(numbered.lettered));

/** A name of fewer letters is also the name of many other things. */
export const FEWEST_LETTERS_OF_NAME = 8;

/** `Rose Cottage`, `Rose Cottage, Mill Lane`: the words before a last word of a street or house, and it. */
function namedBefore({ tokens, wanted, found }: Search, place: number): void {
  const { starts, hashes, figures, letters } = tokens;
  const whole = LAST_BY_HASH.get(hashes[place] as number) ?? '';
  const to = starts[place] as number;
  for (let first = place - 1; first >= 0 && first >= place - STREET_WORDS - 1 && !figures[first]; first -= 1) {
    const from = starts[first] as number;
    if (to - from + whole.length < FEWEST_LETTERS_OF_NAME) continue;
    let hash = SEED_HASH;
    for (let at = from; at < to; at += 1) hash = hashOn(hash, letters[at] as number);
    if (wanted(hashOfText(whole, hash))) found.add(`${SEED}${textBetween(tokens, from, to)}${whole}`);
  }
}
