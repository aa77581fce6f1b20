import { expect, test } from 'vitest';
import type { Id } from '../../../kernel/id.ts';
import { mustBeDate } from '../../../kernel/local-date.ts';
import { type Episode, episodeOn } from './episode.ts';

const [referral, older] = ['referral', 'older'] as Id[] as [Id, Id];
const running: Episode = { episode: referral, begun: mustBeDate('2025-10-06'), over: false, overOn: null };

test('a day belongs to the episode that ran on it, else to the last that had begun', () => {
  const closed: Episode = {
    episode: older,
    begun: mustBeDate('2024-01-08'),
    over: true,
    overOn: mustBeDate('2024-06-28'),
  };
  const both = [running, closed];
  expect(episodeOn(both, mustBeDate('2024-06-28'))).toBe(older);
  expect(episodeOn(both, mustBeDate('2024-07-01'))).toBe(older);
  expect(episodeOn(both, mustBeDate('2026-01-01'))).toBe(referral);
  expect(episodeOn(both, mustBeDate('2023-12-31'))).toBe(null);
  expect(episodeOn(both, null)).toBe(null);
  expect(episodeOn([running], null)).toBe(referral);
});
