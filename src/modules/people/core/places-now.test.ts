import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { isProtected, reveal } from '../../../kernel/protected.ts';
import { canonicalData, canonicalJson } from '../../../record/canonical-json.ts';
import type { NewEntry } from '../../../record/entry.ts';
import { parseData, registryOf, upcast } from '../../../record/registry.ts';
import { envelopeOn, idNumber, storedEntries, toldOf } from '../../stored-entry.fixture.ts';
import { people } from '../module.ts';
import { addressUsed, householdJoined, phoneUsed, placeProtectionSet } from './household.entry.ts';
import { addressPage, literalPage, phonePage } from './places-now.ts';

const [book, home, mobile] = [idNumber(1), idNumber(11), idNumber(12)];
const on = (id = home) => ({ ...envelopeOn('2026-01-05'), id });
const registry = registryOf([addressUsed.is, phoneUsed.is, placeProtectionSet.is, householdJoined.is]);
const asRead = (entry: NewEntry): NewEntry => ({
  ...entry,
  data: upcast(registry, entry.type, 1, JSON.parse(canonicalData(parseData(typeNamed(entry.type), entry.data)))),
});
const typeNamed = (type: string) => people.entries.find(({ is }) => is.type === type)?.is ?? addressUsed.is;
const rowsOf = (page: typeof addressPage, ...entries: NewEntry[]) =>
  page.rowsOf(book, storedEntries(entries.map(asRead)));

const used = addressUsed.write(on(), { line: '4 Mill Lane', postcode: 'AB1 2CD', protected: false });
const rung = phoneUsed.write(on(mobile), { number: '07700 900123', whose: 'her sister', protected: true });
const set = (place: typeof home, isProtected: boolean, unsafe?: boolean) =>
  placeProtectionSet.write(on(idNumber(13)), {
    ...{ place, protected: isProtected, because: 'He was released.' },
    ...(unsafe === undefined ? {} : { unsafe }),
  });

test('a line, a postcode and a number are read as values that cannot print, and stand in the book as plain text', () => {
  const { data } = asRead(used) as NewEntry & { data: Record<'line' | 'postcode', unknown> };
  for (const value of [data.line, data.postcode]) {
    expect(isProtected(value)).toBe(true);
    expect(() => `${value}`).toThrow('about to be printed');
    expect(() => JSON.stringify({ value })).toThrow('about to be serialised');
    expect(() => canonicalJson({ value })).toThrow();
    expect(inspect(value)).not.toContain('Mill');
  }
  expect(reveal(data.line as never)).toBe('4 Mill Lane');
  expect(canonicalData(data)).toBe(
    '{"from":{"notSaid":"not asked"},"line":"4 Mill Lane","postcode":"AB1 2CD","protected":false}',
  );
  const joined = asRead(householdJoined.write(on(), { household: home, address: '4 Mill Lane' }));
  expect(isProtected((joined.data as { address: unknown }).address)).toBe(true);
  expect(toldOf(people.entries, used)).toBe('Address. Recorded.');
  expect(toldOf(people.entries, set(home, true))).toBe('Address or number. Protected.');
});

test('a place is as protected as was said last, and unsafe until somebody says that it is not', () => {
  expect(rowsOf(addressPage, used)).toMatchObject([{ line: '4 Mill Lane', protected: false, unsafe: false }]);
  expect(rowsOf(addressPage, used, set(home, true, true))).toMatchObject([{ protected: true, unsafe: true }]);
  expect(rowsOf(addressPage, used, set(home, true, true), set(home, false))).toMatchObject([
    { protected: false, unsafe: true },
  ]);
  expect(rowsOf(addressPage, used, set(home, false, false), set(home, true))).toMatchObject([{ unsafe: false }]);
  expect(rowsOf(phonePage, used, rung, set(home, true))).toMatchObject([{ entry: mobile, protected: true }]);
  expect(rowsOf(phonePage, rung, set(mobile, false))).toMatchObject([{ number: '07700 900123', protected: false }]);
});

test('the literals of a place are protected as the place is', () => {
  const keys = rowsOf(literalPage, used, rung, set(home, true)).map(({ key, protected: isSet }) => [key, isSet]);
  expect(keys).toEqual([
    ['a:4milllane', true],
    ['p:ab12cd', true],
    ['t:07700900123', true],
  ]);
  expect(rowsOf(literalPage, rung, set(mobile, false))).toMatchObject([{ kind: 'telephone', protected: false }]);
});
