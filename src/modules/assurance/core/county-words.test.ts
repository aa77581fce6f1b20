import { describe, expect, test } from 'vitest';
import { addDays, mustBeDate } from '../../../kernel/local-date.ts';
import {
  agree,
  changeInWords,
  coverageStatement,
  funnelFinding,
  inWords,
  oneIn,
  shortCouncil,
  trendFinding,
} from './county-words.ts';
import { funnelOf } from './funnel.ts';
import { judgeProcess } from './process-limits.ts';

test.each([
  [689, 5500, 'one in eight'],
  [1, 2, 'one in two'],
  [214, 5500, 'one in 26'],
  [2, 5, 'two in five'],
  [70, 100, 'seven in ten'],
  [86, 100, 'about nine in ten'],
  [22, 100, 'about one in five'],
  [0, 5, null],
  [5, 5, null],
])('%i of %i is %s', (part, whole, words) => {
  expect(oneIn(part, whole)).toBe(words);
});

test('a change is said in words, never as an arrow', () => {
  expect([changeInWords(214, 231), changeInWords(131, 118), changeInWords(4, 4), changeInWords(1200, 0)]).toEqual([
    '17 fewer',
    '13 more',
    'no change',
    '1,200 more',
  ]);
});

test('a verb agrees with its number', () => {
  expect([agree(1, 'have not'), agree(2, 'have not'), agree(1, 'do not'), agree(1, 'are owed')]).toEqual([
    'has not',
    'have not',
    'does not',
    'is owed',
  ]);
});

test('small numbers are words, larger ones figures', () => {
  expect([0, 1, 13, 20, 21, 1500].map(inWords)).toEqual(['none', 'one', 'thirteen', 'twenty', '21', '1,500']);
});

describe('the coverage statement', () => {
  const text = (counts: Parameters<typeof coverageStatement>[0]) =>
    coverageStatement(counts, 'Wherrymouth')
      .map((part) => part.text)
      .join('');

  test('says who is covered, who is not, and of whom nobody can tell', () => {
    const said = text({ open: 5500, covered: 4736, missing: 689, cannotTell: 75 });
    expect(said).toContain('Of 5,500 children open to Wherrymouth, 4,736 have a social worker');
    expect(said).toContain('For 689, one in eight, at least one is missing');
    expect(said).toContain('For 75 we cannot tell.');
  });

  test('never says that all is well where it could not look', () => {
    const said = text({ open: 12, covered: 0, missing: 0, cannotTell: 12 });
    expect(said).toContain('None is known to lack');
    expect(said).toContain('For 12 we cannot tell.');
    expect(text({ open: 0, covered: 0, missing: 0, cannotTell: 0 })).toContain('as far as this record can tell');
  });
});

test('a council is named in a sentence without its title', () => {
  expect(shortCouncil('Wherrymouth County Council')).toBe('Wherrymouth');
  expect(shortCouncil('Test Council')).toBe('Test');
  expect(shortCouncil('Isles of Scilly')).toBe('Isles of Scilly');
});

describe('what the trend says', () => {
  const first = mustBeDate('2024-01-05');
  const ordinary = Array.from({ length: 157 }, (_, at) => (at % 2 === 0 ? 503 : 497));
  const of = (values: readonly number[]) =>
    trendFinding(judgeProcess(values.map((value, at) => ({ on: addDays(first, at * 7), value }))));

  test('nothing more than chance', () => {
    const { heading, sentence } = of(ordinary);
    expect(heading).toBe('This week is an ordinary one');
    expect(sentence).toContain('chance');
  });

  test('a rise that is real, and one that has begun to ease', () => {
    expect(of([...ordinary.slice(0, 150), 600, 620, 640, 660, 680, 700, 720]).heading).toBe(
      'It is real: more than chance explains',
    );
    const easing = of([...ordinary.slice(0, 150), 700, 740, 741, 730, 722, 705, 689]);
    expect(easing.heading).toBe('It is real, and it has begun to ease');
    expect(easing.sentence).toContain('Seven weeks in a row are above what chance explains.');
    expect(easing.sentence).toMatch(/has fallen for four weeks, and is still above an ordinary week’s limit by 17\d/);
  });

  test('fewer than chance explains, and too few weeks', () => {
    expect(of([...ordinary.slice(0, 150), 400, 400, 390, 380, 385, 380, 370]).heading).toContain('fewer than chance');
    expect(of([1, 2, 3]).heading).toContain('too few weeks');
    expect(of(ordinary.map((_, at) => at % 2)).heading).toContain('too small');
  });
});

describe('what the funnel says', () => {
  const rest = Array.from({ length: 10 }, (_, at) => ({ team: `${at}`, name: `T${at}`, count: 7, size: 100 }));
  const of = (...more: (readonly [number, number])[]) =>
    funnelFinding(
      funnelOf([...rest, ...more.map(([count, size], at) => ({ team: `x${at}`, name: `X${at}`, count, size }))]),
    );

  test('counts those who stand apart, and ranks nobody else', () => {
    expect(of().heading).toBe('No team stands apart from the rest');
    expect(of([40, 100])).toMatchObject({ heading: 'One team stands apart from the rest' });
    expect(of([40, 100]).sentence).toContain('One of 11 teams is worse than size and chance explain.');
    const both = of([60, 150], [0, 200]);
    expect(both.heading).toBe('Two teams stand apart from the rest');
    expect(both.sentence).toContain('One of 12 teams is worse, and one better, than size');
  });

  test('where every team is small nobody is compared', () => {
    expect(funnelFinding(funnelOf([{ team: 'a', name: 'A', count: 5, size: 6 }])).heading).toContain('large enough');
  });
});
