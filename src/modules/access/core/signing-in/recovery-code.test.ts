import { expect, test } from 'vitest';
import { recoveryCode } from './recovery-code.ts';

test.each([
  ['abcd-efgh-jkmn', 'abcd-efgh-jkmn'],
  [' ABCD efgh JKMN ', 'abcd-efgh-jkmn'],
  ['o1li-0000-zzzz', '0111-0000-zzzz'],
  ['abcd-efgh-jkm', undefined],
  ['abcd-efgh-jkmu', undefined],
  ['123456', undefined],
])('%s: %s', (typed, code) => expect(recoveryCode(typed)).toBe(code));
