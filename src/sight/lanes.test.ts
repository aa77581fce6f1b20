import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../kernel/local-date.ts';
import { readStatute } from '../statute/read-statute.ts';
import { clocksOf } from './clocks.ts';
import { compileStatute } from './compile.ts';
import type { Fact, Standing } from './facts.ts';
import { CHILD, fact, LATER, policy, standing, window } from './history.fixture.ts';
import { type LaneName, lanesOf } from './lanes.ts';

const compiled = compileStatute(await readStatute(), [policy('cpVisitInterval', 10, '2020-01-01')]);

function drawn(on: string, facts: Fact[], standings: Standing[] = []) {
  const pieces = clocksOf(compiled, CHILD, facts, LATER, standings);
  const sightline = lanesOf({ compiled, facts, standings, pieces, on: on as LocalDate, known: LATER });
  const lane = (name: LaneName) => sightline?.lanes.find((each) => each.lane === name);
  const segments = (name: LaneName) =>
    lane(name)?.segments.map(({ from, until, is, says, days, lateFrom }) =>
      [from, until ?? 'still', is, says, days, ...(lateFrom ? [`late from ${lateFrom}`] : [])].join(' '),
    );
  return { sightline, lane, segments };
}

const story = [
  fact('referral.received', '2025-09-01'),
  fact('decision.proceed', '2025-09-02'),
  fact('held.by-worker', '2025-09-08', { thread: 'held', party: 'Adeyemi' }),
  fact('assessment.begun', '2025-09-03', { thread: 'assessment' }),
  fact('seen.not-seen', '2025-09-05', { thread: 'visit 1' }),
  fact('seen.alone', '2025-09-10', { thread: 'visit 2' }),
  fact('view.expressed', '2025-09-10', { thread: 'view' }),
  fact('assessment.completed', '2025-11-10', { thread: 'assessment' }),
  fact('plan.protection-begun', '2025-11-12', { thread: 'plan' }),
];
const standings = [
  standing('Adeyemi', 'in-post', '2020-01-01'),
  standing('Adeyemi', 'registered', '2020-01-01', '2025-12-01'),
];

describe('the sightline', () => {
  const { sightline, lane, segments } = drawn('2025-12-31', story, standings);

  it('draws the whole time open, never broken', () => {
    expect(segments('concern')).toEqual(['2025-09-01 still open open 122']);
    expect(lane('concern')?.marks[0]).toMatchObject({ is: 'first', on: '2025-09-01', fact: 'referral.received' });
  });

  it('draws who held the child, and why nobody did', () => {
    expect(segments('held')).toEqual([
      '2025-09-01 2025-09-08 gap nobody 7',
      '2025-09-08 2025-12-02 cover held 85',
      '2025-12-02 still gap worker-not-registered 30',
    ]);
  });

  it('draws visits as marks, and the time unseen or overdue as gaps', () => {
    expect(segments('seen')).toEqual([
      '2025-09-01 2025-09-10 gap not-seen-yet 9',
      '2025-11-27 still gap visit-overdue 35',
    ]);
    expect(
      lane('seen')
        ?.marks.filter(({ is }) => is === 'visit')
        .map((mark) => 'seen' in mark && mark.seen),
    ).toEqual(['not-seen', 'alone']);
  });

  it('caps an assessment that went past its due day', () => {
    expect(segments('assessed')).toEqual([
      '2025-09-01 2025-09-03 gap not-assessed 2',
      '2025-09-03 2025-11-10 cover assessment 68 late from 2025-11-04',
    ]);
  });

  it('draws plans, views that wait, and what is due next', () => {
    expect(segments('planned')).toEqual(['2025-11-12 still cover plan-protection 50']);
    expect(lane('heard')?.marks).toMatchObject([{ is: 'view', on: '2025-09-10', answeredOn: null, toldOn: null }]);
    expect(lane('planned')?.marks).toContainEqual(
      expect.objectContaining({ is: 'due', on: '2026-02-12', duty: 'cp-review-first-legal' }),
    );
  });

  it('gives each week its worst gap', () => {
    expect(sightline?.worst.map(({ from, until, is }) => `${from} ${until} ${is}`)).toEqual([
      '2025-09-01 2025-09-08 no-worker',
      '2025-09-08 2025-09-15 not-seen',
      '2025-09-15 2025-11-24 nothing-late',
      '2025-11-24 2025-12-01 not-seen',
      '2025-12-01 2026-01-01 no-worker',
    ]);
  });
});

describe('the sightline of a child whom only a census knows', () => {
  it('says what it cannot tell', () => {
    const told = [
      window('2025-04-01', '2026-03-31'),
      fact('referral.received', '2025-09-01', { source: 'cin-census' }),
    ];
    const { segments } = drawn('2026-04-10', told);
    expect(segments('held')).toEqual(['2025-09-01 still unknown cannot-tell 222']);
    expect(segments('assessed')).toEqual([
      '2025-09-01 2026-04-01 gap not-assessed 212',
      '2026-04-01 still unknown cannot-tell 10',
    ]);
  });

  it('is not drawn for a child who was never open', () => {
    expect(drawn('2025-01-01', story).sightline).toBeNull();
  });
});

describe('where a child in care is placed', () => {
  const care = (name: Fact['name'], day: string, extra = {}) =>
    fact(name, day, { thread: 'care', episode: 'care', ...extra });
  const placement = (name: Fact['name'], day: string, thread: string, extra = {}) =>
    fact(name, day, { thread, episode: 'care', ...extra });
  const entered = care('care.entered', '2025-09-01');
  const first = placement('placement.begun', '2025-09-03', 'first');
  const moved = [
    placement('placement.ended', '2025-09-10', 'first'),
    placement('placement.begun', '2025-09-10', 'next'),
  ];

  it('is drawn for a child who was in care, with the days of which no placement is known', () => {
    expect(drawn('2025-09-30', story).lane('placed')).toBeUndefined();
    const { lane, segments } = drawn('2025-09-20', [entered, first, ...moved]);
    expect(segments('placed')).toEqual([
      '2025-09-01 2025-09-03 gap not-placed 2',
      '2025-09-03 2025-09-10 cover placed 7',
      '2025-09-10 still cover placed 11',
    ]);
    expect(lane('placed')?.answer).toBe('yes');
    const alone = drawn('2025-09-02', [entered]);
    expect([alone.segments('placed'), alone.lane('placed')?.answer]).toEqual([
      ['2025-09-01 still gap not-placed 2'],
      'no',
    ]);
  });

  it('cannot tell outside the days of the file that told of the care, and owes nothing once it has ended', () => {
    const file = { source: 'ssda903' } as const;
    const told = care('care.entered', '2025-09-01', file);
    const until = (day: string) => window('2025-04-01', day, 'ssda903');
    expect(drawn('2025-09-30', [told, until('2026-03-31')]).lane('placed')?.answer).toBe('no');
    expect(drawn('2025-09-30', [told, until('2025-09-15')]).lane('placed')?.answer).toBe('cannot-tell');
    const ended = care('care.ended', '2025-09-20');
    const over = drawn('2025-09-30', [entered, first, ended]);
    expect(over.lane('placed')?.answer).toBe('not-owed');
    expect(over.segments('placed')?.at(-1)).toBe('2025-09-03 2025-09-20 cover placed 17');
  });
});
