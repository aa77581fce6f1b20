import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

test('keys are sorted, at every depth, and nothing else moves', () => {
  expect(canonicalJson({ b: [3, 1, { z: null, a: 'ö' }], a: -0, 'a b': true })).toBe(
    '{"a":0,"a b":true,"b":[3,1,{"a":"ö","z":null}]}',
  );
});

test('an undefined property is absent; what JSON cannot say is refused', () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  for (const bad of [undefined, [undefined], Number.NaN, 1 / 0, new Date(0), () => 1, 1n, new Map()])
    expect(() => canonicalJson(bad)).toThrow('no word');
});

test('every JSON value comes back as it was, and has one text whatever the order of its keys', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false } as object), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(reversed(value))).toBe(text);
    }),
  );
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const turned = Object.entries(value)
    .reverse()
    .map(([key, inner]) => [key, reversed(inner)]);
  return Object.fromEntries(turned);
}
