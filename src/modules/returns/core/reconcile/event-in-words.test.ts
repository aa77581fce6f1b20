import { expect, test } from 'vitest';
import { mustBeDate } from '../../../../kernel/local-date.ts';
import { notKnown } from '../../../../record/said.ts';
import { plainDay } from '../../../../ui/dates-in-words.ts';
import { childRecorded } from '../../../people/public.ts';
import { answerShape } from './answer-shape.ts';
import { eventInWords, sourceInWords, valueInWords } from './event-in-words.ts';

test.each([
  [
    'episode:2025-06-11/assessment:2025-06-13/completed',
    'episode:2025-06-11/assessment:2025-06-13',
    'Assessment begun on 13 June 2025, completed',
  ],
  ['episode:2025-06-11#2/closed', 'episode:2025-06-11#2', 'Referral of 11 June 2025, closed'],
  ['care:2025-03-03/ended', 'care:2025-03-03', 'Period of care begun on 3 March 2025, ended'],
  ['care:before:2024-04-01/ended', 'care:before:2024-04-01', 'Period of care begun before 1 April 2024, ended'],
  ['motherhood/reported', 'motherhood', 'Motherhood, reported'],
  ['care:2024-02-19/health:2026/observed', 'care:2024-02-19/health:2026', 'Health in the year to March 2026, observed'],
  ['child/recorded', 'child', 'Who the child is'],
  ['child/died', 'child', 'The child’s death'],
  ['told:2026-01-01/observed', 'told:2026-01-01', 'Told of 1 January 2026, observed'],
])('%s', (key, group, words) => {
  expect(eventInWords({ key, group }, plainDay)).toBe(words);
});

test.each([
  [mustBeDate('2026-01-30'), '30 January 2026'],
  [true, 'yes'],
  [['10A', '4B'], '10A, 4B'],
  [[], 'none'],
  ['further-action', 'further action'],
  [null, 'not said'],
  [notKnown, 'not known'],
])('%j is “%s”', (value, words) => {
  expect(valueInWords(value, plainDay)).toBe(words);
});

test('a file is called by its kind and the last day of which it speaks', () => {
  const until = mustBeDate('2026-03-31');
  expect(sourceInWords({ kind: 'cin-census', until }, plainDay)).toBe('census to 31 March 2026');
  expect(sourceInWords({ kind: 'annex-a', until }, plainDay)).toBe('Annex A of 31 March 2026');
});

test('what else can be answered is what the entry’s own type takes', () => {
  expect(answerShape(childRecorded.is, 'the day', [])).toEqual({ is: 'day' });
  expect(answerShape(childRecorded.is, 'bornOn', ['2015-05-04', '2016-05-04'])).toEqual({ is: 'day' });
  expect(answerShape(childRecorded.is, 'sex', ['female', 'male'])).toMatchObject({ is: 'choice' });
  expect(answerShape(childRecorded.is, 'upn', ['A', 'B'])).toEqual({ is: 'text' });
  expect(answerShape(null, 'upn', ['A', 'B'])).toEqual({ is: 'nothing-else' });
});
