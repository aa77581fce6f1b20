import { expect, test } from 'vitest';
import type { Id } from '../../../../kernel/id.ts';
import { mustBeDate } from '../../../../kernel/local-date.ts';
import type { Audience } from './audience.ts';
import { audienceOf, decideSetAudience, type ParagraphNow } from './decide-set-audience.ts';

const idOf = (number: number): Id => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as Id;
const entry = { id: idOf(1), book: idOf(2) };
/** The same act says the same words, and in the account too, of a brother. */
const twins = [{ id: idOf(5), book: idOf(6), same: new Set(['words', 'account']) }];
const paragraphs: readonly ParagraphNow[] = [
  { path: 'words', audience: 'everyone', isReadable: true },
  { path: 'account', audience: ['manager', 'allocated'], isReadable: true },
  { path: 'place', audience: 'protected-readers', isReadable: false },
];
const decide = (...said: readonly { path: string; audience: Audience }[]) =>
  decideSetAudience(
    { entry, twins },
    paragraphs,
    { said, because: 'He must not learn of it.', lastSeen: idOf(9) },
    { today: mustBeDate('2026-03-31'), act: idOf(3), newId: () => idOf(4) },
  );

test('what changes is written, each on the thread of the entry, and what stays is not', () => {
  const decided = decide(
    { path: 'words', audience: 'protected-readers' },
    { path: 'account', audience: audienceOf([]) },
  );
  expect(decided).toMatchObject({
    ok: true,
    value: {
      id: idOf(3),
      entries: [
        { type: 'audience-set', book: idOf(2), about: idOf(1), data: { entry: idOf(1), path: 'words' } },
        { type: 'audience-set', book: idOf(6), about: idOf(5), data: { entry: idOf(5), path: 'words' } },
      ],
      decidedOn: [{ book: idOf(2), about: idOf(1), lastSeen: idOf(9) }],
    },
  });
});

test('what is opened again is opened in this record alone', () => {
  const decided = decide({ path: 'account', audience: 'everyone' });
  expect(decided.ok && decided.value.entries.map(({ book }) => book)).toEqual([idOf(2)]);
});

test.each([
  ['nothing changes', 'nothing-changed', { path: 'words', audience: 'everyone' as const }],
  ['the writer may not read it', 'not-readable', { path: 'place', audience: 'everyone' as const }],
  ['there is no such paragraph', 'not-readable', { path: 'seen', audience: 'protected-readers' as const }],
])('refused where %s', (_, code, said) => {
  expect(decide(said)).toEqual({ ok: false, refusal: { code } });
});

test('no list leaves out who holds the child and who answers for them', () => {
  expect(audienceOf(['legal', 'manager'])).toEqual(['allocated', 'manager', 'legal']);
});
