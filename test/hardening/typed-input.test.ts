import { describe, expect, test } from 'vitest';
import { entryRegistry } from '../../src/app/entry-registry.ts';
import { pagesOf } from '../../src/app/web/pages.ts';
import type { Door } from '../../src/modules/access/pages/signing-in/door.ts';
import { typesOfSightline } from '../../src/platform/database/database.ts';
import type { Page } from '../../src/platform/http/page.ts';
import { readStatute } from '../../src/statute/read-statute.ts';

const pages = pagesOf(readStatute(), '/nowhere', {} as Door);
const nameOf = ({ method = 'get', path }: Page): string => `${method} ${path}`;
const RUBBISH = [
  'x',
  "' or 1=1 --",
  '../../etc/passwd',
  '{"$gt":""}',
  '<script>',
  'x'.repeat(3000),
  '\u0000',
  '__proto__',
];

/** Here a word is looked up among our own registers and duties, and what is none of them is not found. */
const LOOKED_UP = ['get /registers/:register', 'get /duties/:duty'];

describe('what stands in an address', () => {
  const withParts = pages.filter(({ path }) => path.includes(':'));

  test('has a shape on every page, and rubbish is not found', () => {
    expect(withParts.length).toBeGreaterThan(20);
    expect(withParts.filter(({ params }) => params === undefined).map(nameOf)).toEqual([]);
    const believed = withParts.filter(({ path, params }) => {
      const names = [...path.matchAll(/:(\w+)/g)].map((hit) => hit[1] ?? '');
      return RUBBISH.slice(1).some(
        (word) => params?.safeParse(Object.fromEntries(names.map((name) => [name, word]))).success,
      );
    });
    expect(believed.map(nameOf).filter((name) => !LOOKED_UP.includes(name))).toEqual([]);
  });

  test('of a question is read by a schema, and breaks none', () => {
    const asking = pages.filter(({ query }) => query !== undefined);
    expect(asking.length).toBeGreaterThan(5);
    for (const { query } of asking)
      for (const word of RUBBISH) {
        const asked = Object.fromEntries(
          ['on', 'day', 'month', 'year', 'page', 'next', 'order', 'team'].map((name) => [name, word]),
        );
        expect(() => query?.safeParse(asked)).not.toThrow();
        expect(() => query?.safeParse({ on: [word, word], page: { a: word } })).not.toThrow();
      }
  });
});

describe('what is written', () => {
  const types = [...entryRegistry().types.values()];

  test('is one of the known types, and each refuses a field that it does not have, and a thing that is no data', () => {
    expect(types.length).toBeGreaterThan(40);
    for (const { type, data } of types) {
      const read = data.safeParse({ 'not-a-field': 1 });
      const codes = read.success ? [] : read.error.issues.map(({ code }) => code);
      expect([type, codes.includes('unrecognized_keys')]).toEqual([type, true]);
      for (const none of [null, [], 'x', 7]) expect([type, data.safeParse(none).success]).toEqual([type, false]);
    }
  });
});

test('a whole number that is larger than JavaScript counts is refused, and never rounded', () => {
  const wholeNumber = typesOfSightline.getTypeParser(20) as unknown as (text: string) => number;
  expect(wholeNumber('9007199254740991')).toBe(Number.MAX_SAFE_INTEGER);
  for (const text of ['9007199254740993', '-9007199254740993', '9223372036854775807'])
    expect(() => wholeNumber(text)).toThrow('too large');
});
