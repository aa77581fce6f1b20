import { expect, test } from 'vitest';
import { SPAN_BECAUSE } from '../../../sight/span-kinds.ts';
import { REGISTER_WORDS, REGISTERS, reasonWords, registerAt } from './gap-words.ts';

test('every reason that a span can carry has words of its own, and those of not knowing say whom to ask', () => {
  const words = SPAN_BECAUSE.map((code) => reasonWords(code).words);
  expect(new Set(words).size).toBe(SPAN_BECAUSE.length);
  for (const code of ['worker-not-known', 'files-end-before', 'files-never-say', 'sources-disagree', 'day-not-known'])
    expect([code, reasonWords(code).whoCanSay]).toEqual([code, expect.stringMatching(/\w/)]);
});

test('a code without words is shown, not hidden', () => {
  expect(reasonWords('placeholder:somebody-new').words).toBe('placeholder somebody new');
  expect(reasonWords(null).words).toBe('No reason recorded');
});

test('each register has an address of its own, and no other address is one', () => {
  for (const register of REGISTERS) expect(registerAt(REGISTER_WORDS[register].address)).toBe(register);
  expect([registerAt('no-worker'), registerAt('__proto__')]).toEqual([undefined, undefined]);
});
