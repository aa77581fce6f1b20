import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressLiterals, postcodeLiterals, telephoneLiterals } from './kept-literals.ts';
import { hintOf, literalKeys } from './literal-keys.ts';

const keysOf = (literals: readonly { key: string }[]): string[] => literals.map(({ key }) => key);
const meets = (text: string, literals: readonly { key: string }[]): boolean => {
  const found = literalKeys(text);
  return literals.some(({ key }) => found.has(key));
};

describe('what is kept of a place', () => {
  test.each([
    ['Flat 2, 14 Mill Lane, Wherrymouth', ['a:14milllane']],
    ['14 Quayside', ['a:14quayside']],
    ['14a St Mary’s Rd', ['a:14astmarysroad']],
    ['14 a Saint Marys Road', ['a:14astmarysroad']],
    ['27 Netmakers’ Row Wherrymouth', ['a:27netmakersrow']],
    ['Flat 2 Seaview Court', ['a:2seaviewcourt']],
    ['007 The Hollies', ['a:7thehollies']],
    ['Rose Cottage, Mill Ln', ['a:rosecottage', 'a:rosecottagemill', 'a:rosecottagemilllane']],
    ['14 Mill Lane AB1 2CD, ring 07700 900123', ['a:14milllane', 'p:ab12cd', 't:07700900123']],
    ['with her sister', []],
  ])('%s', (line, keys) => expect(keysOf(addressLiterals(line))).toEqual(keys));

  test('an outcode is no postcode, and a few figures are no number', () => {
    expect(postcodeLiterals('AB1')).toEqual([]);
    expect(telephoneLiterals('999')).toEqual([]);
  });
});

describe('a place in a text', () => {
  const home = [...addressLiterals('Flat 2, 14a Mill Lane, Wherrymouth'), ...postcodeLiterals('OL1 0IX')];
  const phone = telephoneLiterals('07700 900123');
  test.each([
    'She is at 14a Mill Lane now',
    'moved to 14A MILL LN.',
    'to l4a,mill  lane',
    '14 a Mill\nLane',
    '14aMill Lane',
    'at14a mill-lane',
    'ol1 0ix',
    'OL10IX',
    'O L 1 — 0 I X',
    '0l1 oix',
    'oLI.OlX',
  ])('%s', (text) => expect(meets(text, home)).toBe(true));
  test.each([
    '07700 900123',
    '07700900123',
    '+44 7700 900 123',
    '+44 (0)7700-900123',
    '0044 7700 900123',
    '447700900123',
    '(07700) 900.123',
    'O77OO 9OO I23',
    '0 7 7 0 0 9 0 0 1 2 3',
  ])('%s', (text) => expect(meets(text, phone)).toBe(true));
  test.each([
    '14 Mill Road',
    '14 Mill Lane', // next door
    '114a Mill Lane',
    'the lane by the mill, 14 days ago',
    'OL1 0IY',
    'OL1',
    '07700 900124',
    '1407700900123',
    'xol10ixy',
  ])('not in: %s', (text) => expect(meets(text, [...home, ...phone])).toBe(false));
});

test('whatever separates the letters of a postcode or a number, it is found', () => {
  const gap = fc.constantFrom('', ' ', '  ', '-', '.', ' – ', '\u00a0', '\n', '’', '\u200b', ')');
  const around = fc.constantFrom('', 'at ', 'see: ', '(', '“', 'then\n');
  const spaced = (letters: string) =>
    fc
      .tuple(around, ...[...letters].map((letter) => fc.tuple(fc.constantFrom(letter, letter.toUpperCase()), gap)))
      .map(([before, ...parts]) => `${before}${parts.flat().join('')} .`);
  fc.assert(fc.property(spaced('ab12cd'), (text) => meets(text, postcodeLiterals('AB1 2CD'))));
  fc.assert(fc.property(spaced('07700900123'), (text) => meets(text, telephoneLiterals('07700 900123'))));
});

test('a key is found by its hash alone, and no text breaks the search', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      const all = literalKeys(text);
      const hints = new Set([...all].map(hintOf));
      expect(literalKeys(text, (hint) => hints.has(hint))).toEqual(all);
      expect(literalKeys(text, () => false).size).toBe(0);
    }),
  );
});
