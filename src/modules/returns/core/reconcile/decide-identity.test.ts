import { expect, test } from 'vitest';
import type { Id } from '../../../../kernel/id.ts';
import { decideIdentity, type IdentityDecision, type IdentityPair } from './decide-identity.ts';

const idOf = (n: number): Id => `00000000-0000-4000-8000-00000000000${n}` as Id;
const [a, b, c] = [idOf(1), idOf(2), idOf(3)];
const doubt: IdentityPair = { one: a, other: b, state: 'in-doubt', link: null, doubts: [[a, b]] };

function decide(pair: IdentityPair, decision: IdentityDecision) {
  let made = 0;
  const newId = (): Id => {
    made += 1;
    return `new ${made}` as Id;
  };
  return decideIdentity(
    pair,
    { decision, because: 'I asked.', lastSeen: new Map([[a, null]]) },
    { act: idOf(9), newId },
  );
}
const told = (outcome: ReturnType<typeof decide>) =>
  outcome.ok
    ? outcome.value.entries.map(({ book, type, data }) => ({ book, type, ...(data as object) }))
    : outcome.refusal;

test('one child: the same link in both books, with the reason', () => {
  expect(told(decide(doubt, 'one-child'))).toEqual([
    { book: a, type: 'books-linked', link: 'new 1', with: b, because: 'I asked.' },
    { book: b, type: 'books-linked', link: 'new 1', with: a, because: 'I asked.' },
  ]);
});

test('two children: every pair of their books that is in doubt, in both books', () => {
  const several: IdentityPair = {
    ...doubt,
    doubts: [
      [a, b],
      [c, b],
    ],
  };
  expect(told(decide(several, 'two-children'))).toMatchObject([
    { book: a, type: 'books-found-different', with: b },
    { book: b, with: a },
    { book: c, with: b },
    { book: b, with: c },
  ]);
});

test('parted again: exactly that link', () => {
  const joined: IdentityPair = { ...doubt, state: 'one-child', link: idOf(7), doubts: [] };
  expect(told(decide(joined, 'part'))).toMatchObject([
    { book: a, type: 'books-unlinked', link: idOf(7), with: b },
    { book: b, type: 'books-unlinked', link: idOf(7), with: a },
  ]);
  expect(told(decide({ ...joined, link: null }, 'part'))).toEqual({ code: 'not-linked-directly' });
});

test('it is decided on what the writer had seen of each book’s own thread', () => {
  expect(decide(doubt, 'one-child')).toMatchObject({
    value: { decidedOn: [{ book: a, about: '00000000-0000-c000-8000-000000000001', lastSeen: null }] },
  });
});

test.each([
  ['one-child', 'one-child'],
  ['two-children', 'two-children'],
  ['one-child', 'two-children'],
  ['in-doubt', 'part'],
] as const)('what is %s already cannot be decided as %s', (state, decision) => {
  expect(told(decide({ ...doubt, state }, decision))).toEqual({ code: 'decided-already', state });
});
