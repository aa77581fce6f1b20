import { expect, test } from 'vitest';
import { referralEntries } from './referral.entry.ts';

const received = referralEntries.find(({ is }) => is.type === 'referral-received');
const factsOf = (referralSource: unknown): string[] =>
  (
    received?.facts({
      about: 'a',
      happened: { earliest: '2025-06-02', latest: '2025-06-02', precision: 'day', at: null },
      data: { referralSource, by: { notSaid: 'not in source' } },
    } as never) ?? []
  ).map(({ name }) => name);

test.each(['2A', '3B', '6', '8', { notSaid: 'not known' }])('a referral from %j waits for an answer', (source) => {
  expect(factsOf(source)).toEqual(['referral.received', 'referral.from-professional']);
});

test.each(['1A', '1D', '9', '10'])('a referral from %s is owed no answer under the guidance', (source) => {
  expect(factsOf(source)).toEqual(['referral.received']);
});
