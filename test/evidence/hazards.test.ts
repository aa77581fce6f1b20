import { expect, test } from 'vitest';
import { faultOfNamedTest, readEvidence } from './named-test.ts';

type Hazard = {
  readonly id: string;
  readonly harm: string;
  readonly controls: readonly { readonly what: string; readonly test: string }[];
  readonly status: 'controlled' | 'partly' | 'not yet built';
  /** What is left to build. */
  readonly left?: string;
};
const hazards = readEvidence<readonly Hazard[]>('hazards.json');
const sentence = /^[A-Z].*\.$/s;

test('each of the sixteen harms stands once, in order', () => {
  expect(hazards.map(({ id }) => id)).toEqual(Array.from({ length: 16 }, (_, index) => `H${index + 1}`));
});

test('each says what could happen, what stands against it and what is left', () => {
  for (const { id, harm, controls, status, left } of hazards) {
    expect([id, harm]).toEqual([id, expect.stringMatching(sentence)]);
    expect([id, controls.length > 0 && controls.every(({ what }) => sentence.test(what))]).toEqual([id, true]);
    expect(['controlled', 'partly', 'not yet built']).toContain(status);
    expect([id, status === 'controlled' ? left === undefined : sentence.test(left ?? '')]).toEqual([id, true]);
  }
});

test('each control names a test that is there, and that npm test runs', () => {
  const named = new Set(hazards.flatMap(({ controls }) => controls.map((control) => control.test)));
  expect(named.size).toBeGreaterThan(10);
  expect([...named].map(faultOfNamedTest).filter((fault) => fault !== undefined)).toEqual([]);
});

test('where letters, mail and printing are not built, the test that no such route exists is named', () => {
  const absent = hazards.filter(({ id }) => ['H1', 'H5', 'H6', 'H7'].includes(id));
  for (const { id, controls } of absent)
    expect([id, controls.map((control) => control.test)]).toEqual([
      id,
      expect.arrayContaining(['test/hardening/no-letter-leaves.test.ts']),
    ]);
});
