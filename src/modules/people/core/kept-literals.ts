import { FEWEST_LETTERS_OF_NAME } from './address-keys.ts';
import { hintOf, type LiteralKind, literalKeys } from './literal-keys.ts';
import { FIRST_WORDS, LAST_WORDS, PARTS_OF_HOUSES } from './street-words.ts';

/** A literal by which a place or number that is on the record would be known again. */
export type KeptLiteral = { readonly kind: LiteralKind; readonly key: string; readonly hint: number };

const kept = (kind: LiteralKind, keys: Iterable<string>): KeptLiteral[] =>
  [...new Set(keys)].map((key) => ({ kind, key, hint: hintOf(key) }));

/** A whole postcode of this country, as people write it on purpose. */
const POSTCODE = /(?<![a-z0-9])[a-z]{1,2}[0-9][a-z0-9]?\s*[0-9][a-z]{2}(?![a-z0-9])/gi;

/** The literals of the postcodes in a text that was recorded; none when there is no whole one. */
export const postcodeLiterals = (text: string): KeptLiteral[] =>
  kept(
    'postcode',
    (text.match(POSTCODE) ?? []).flatMap((postcode) => [...literalKeys(postcode)].filter(isOfPostcode)),
  );

const isOfPostcode = (key: string): boolean => key.startsWith('p:');

/** The literals of a telephone number as it was recorded; none when it is too short to be one. */
export const telephoneLiterals = (number: string): KeptLiteral[] =>
  kept(
    'telephone',
    [...literalKeys(number)]
      .filter((key) => key.startsWith('t:'))
      .sort(longestFirst)
      .slice(0, 1),
  );

const longestFirst = (a: string, b: string): number => b.length - a.length;

/** A line that gives a postcode or a number as well is known by those, too. */
export function addressLiterals(line: string): KeptLiteral[] {
  return [...kept('address', addressKeys(line)), ...postcodeLiterals(line), ...telephoneLiterals(line)];
}

const plain = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘`´]/g, '')
    .toLowerCase()
    .replace(/(\d)([a-z]{2,})/g, '$1 $2')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && word !== 'no' && word !== 'number');

/** `14 Mill Lane, Wherrymouth` is known by its number and street; where there is no number, by the name of the house. */
function addressKeys(line: string): string[] {
  const parts = line
    .replace(POSTCODE, ',')
    .split(/[,;\n]+/)
    .map(plain)
    .filter((words) => words.length > 0);
  const words = parts.flatMap((part, at) =>
    part.map((word, place) => ({ word, part: at, last: place === part.length - 1 })),
  );
  const numbered: { key: string[]; ofPart: boolean }[] = [];
  for (const [at, { word }] of words.entries()) {
    if (!/^\d{1,5}[a-z]?$/.test(word)) continue; // a telephone number is longer
    const key = streetAfter(words, at + 1).map((street) => `a:${word.replace(/^0+(?=.)/, '')}${street}`);
    if (key.length > 0) numbered.push({ key, ofPart: PARTS_OF_HOUSES.has(words[at - 1]?.word ?? '') });
  }
  const whole = numbered.filter(({ ofPart }) => !ofPart);
  const chosen = whole.length > 0 ? whole : numbered;
  return chosen.length > 0 ? chosen.flatMap(({ key }) => key) : namedHouse(parts);
}

type Word = { readonly word: string; readonly part: number; readonly last: boolean };

/** The street whose name begins there: up to its last word, else to the comma. A part of a house goes before its street. */
function streetAfter(words: readonly Word[], from: number): string[] {
  const next = words[from];
  const letter = next && /^[a-z]$/.test(next.word) ? next.word : '';
  const first = letter ? from + 1 : from;
  const street: string[] = [];
  for (let at = first; at < Math.min(words.length, first + 4); at += 1) {
    const each = words[at];
    if (!each || /^\d/.test(each.word)) break;
    const whole = at > first ? LAST_WORDS.get(each.word) : undefined;
    if (whole !== undefined) return [letter + [...street, whole].join('')];
    street.push(at === first ? (FIRST_WORDS.get(each.word) ?? each.word) : each.word);
    if (each.last) break;
  }
  if (street.length === 0) return [];
  const [one = ''] = street;
  const all = letter + street.slice(0, 3).join('');
  return one.length >= 6 && street.length > 1 ? [all, letter + one] : [all];
}

/** `Rose Cottage, Mill Lane`: the name of the house where it ends as such names do, and the name with the street. */
function namedHouse(parts: readonly (readonly string[])[]): string[] {
  const keys: string[] = [];
  const words: string[] = [];
  for (const part of parts.slice(0, 2))
    for (const [place, word] of part.entries()) {
      const whole = LAST_WORDS.get(word);
      if (whole !== undefined && words.length > 0) keys.push(`a:${[...words, whole].join('')}`);
      words.push(word);
      if (place === part.length - 1 && keys.length > 1) return distinctive(keys);
    }
  return distinctive(keys);
}

const distinctive = (keys: readonly string[]): string[] =>
  keys.filter((key) => key.length - 2 >= FEWEST_LETTERS_OF_NAME);
