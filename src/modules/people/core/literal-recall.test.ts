import { expect, test } from 'vitest';
import { chanceOf } from '../../../../county/census/chance.ts';
import { addressLiterals, type KeptLiteral, postcodeLiterals, telephoneLiterals } from './kept-literals.ts';
import { hintOf, literalKeys } from './literal-keys.ts';
import { anyPlace, asTyped, noteAround, noteOfOthers, type Place } from './written-notes.fixture.ts';

const NOTES = 3000;
const PROTECTED = 1000;

const literalsOf = ({ line, postcode, phone }: Place): Record<keyof Place, KeptLiteral[]> => ({
  line: addressLiterals(line),
  postcode: postcodeLiterals(postcode),
  phone: telephoneLiterals(phone),
});
const finder = (keys: ReadonlySet<string>): ((note: string) => boolean) => {
  const hints = new Set([...keys].map(hintOf));
  return (note) => [...literalKeys(note, (hint) => hints.has(hint))].some((key) => keys.has(key));
};

test.each(['line', 'postcode', 'phone'] as const)(
  'of the notes that give a protected %s, at least 99 in 100 are found',
  (what) => {
    const chance = chanceOf(20_260_331);
    const missed: string[] = [];
    for (let n = 0; n < NOTES / 3; n += 1) {
      const place = anyPlace(chance);
      const typed = asTyped(place, what, chance);
      const keys = new Set(literalsOf(place)[what].map(({ key }) => key));
      if (!finder(keys)(noteAround(typed, chance))) missed.push(`${place[what]} | ${typed}`);
    }
    expect(missed.length, missed.slice(0, 20).join('\n')).toBeLessThanOrEqual((NOTES / 3) * 0.01);
  },
);

test('of the notes that name other places, none of many protected ones is found in more than 2 in 1,000', () => {
  const chance = chanceOf(417);
  const keys = new Set<string>();
  for (let n = 0; n < PROTECTED; n += 1)
    for (const each of Object.values(literalsOf(anyPlace(chance))).flat()) keys.add(each.key);
  const names = finder(keys);
  const alarmed: string[] = [];
  for (let n = 0; n < NOTES; n += 1) {
    const other = anyPlace(chance);
    // A place that happens to be one of the protected ones is rightly found.
    if (
      Object.values(literalsOf(other))
        .flat()
        .some(({ key }) => keys.has(key))
    )
      continue;
    const note = noteOfOthers(other, chance);
    if (names(note)) alarmed.push(note);
  }
  expect(alarmed.length, alarmed.slice(0, 10).join('\n---\n')).toBeLessThanOrEqual(NOTES * 0.002);
});
