import { describe, expect, test } from 'vitest';
import { type LocalDate, mustBeDate } from '../kernel/local-date.ts';
import type { CouncilSetting } from './council-setting.ts';
import type { Duty } from './duty.ts';
import { inForceOn, lastDayOf, refusalsOf, regimesOf } from './in-force.ts';
import { readStatute } from './read-statute.ts';
import { dutyById } from './statute.ts';

const statute = readStatute();
const set = (parameter: string, value: CouncilSetting['value'], from = '2000-01-01'): CouncilSetting => ({
  parameter,
  value,
  from: mustBeDate(from),
});
const on = (id: string, day: string, ...settings: CouncilSetting[]) =>
  inForceOn(dutyById(statute, id), mustBeDate(day), settings);
const limitOn = (id: string, day: string, ...settings: CouncilSetting[]) => {
  const answer = on(id, day, ...settings);
  return answer.is === 'in-force' ? [answer.value.limit, answer.value.count, answer.local] : answer.is;
};

describe('the law of a day', () => {
  test.each([
    ['2000-03-31', 'not-yet', 'not-yet', 'not-yet', 'not-yet'],
    ['2000-04-01', 7, 'not-yet', 35, 'not-yet'],
    ['2010-03-16', 7, 'not-yet', 35, 'not-yet'],
    ['2010-03-17', 'ceased', 10, 35, 'not-yet'],
    ['2013-01-14', 'ceased', 10, 35, 'not-yet'],
    ['2013-04-14', 'ceased', 10, 35, 'not-yet'],
    ['2013-04-15', 'ceased', 'ceased', 'ceased', 45],
    ['2026-03-31', 'ceased', 'ceased', 'ceased', 45],
  ])('assessment on %s', (day, seven, ten, core, single) => {
    const answers = [
      'initial-assessment-7wd',
      'initial-assessment-10wd',
      'core-assessment-35wd',
      'single-assessment-45wd',
    ]
      .map((id) => limitOn(id, day))
      .map((answer) => (Array.isArray(answer) ? answer[0] : answer));
    expect(answers).toEqual([seven, ten, core, single]);
  });

  test('a referral by telephone was to be confirmed in writing until 14 April 2013', () => {
    expect(limitOn('referral-written-confirm', '2013-04-14')).toEqual([48, 'hours', false]);
    expect(limitOn('referral-written-confirm', '2013-04-15')).toBe('ceased');
  });

  test('an unsure value ships switched off; a duty that only a council numbers asks nothing', () => {
    expect(limitOn('cp-review-measure', '2026-03-31')).toBe('switched-off');
    expect(limitOn('cp-visit', '2026-03-31')).toBe('switched-off');
    expect(limitOn('cp-no-concurrent-cin-plan', '2026-03-31')).toEqual([null, null, false]);
  });
});

describe('what a council may set', () => {
  test('a stricter limit binds and is local; a laxer one is passed over', () => {
    expect(limitOn('initial-assessment-10wd', '2010-10-01', set('initialAssessmentLimitLocal', 7))).toEqual([
      7,
      'working-days+',
      true,
    ]);
    expect(limitOn('initial-assessment-10wd', '2010-10-01', set('initialAssessmentLimitLocal', 12))).toEqual([
      10,
      'working-days+',
      false,
    ]);
    expect(limitOn('initial-assessment-10wd', '2010-10-01', set('initialAssessmentLimitLocal', 10))).toEqual([
      10,
      'working-days+',
      false,
    ]);
    expect(limitOn('initial-assessment-10wd', '2010-10-01', set('initialAssessmentLimitLocal', 6.5))).toEqual([
      10,
      'working-days+',
      false,
    ]);
  });

  test('it holds from its own day', () => {
    const seven = set('initialAssessmentLimitLocal', 7, '2010-10-01');
    const eight = set('initialAssessmentLimitLocal', 8, '2011-10-01');
    expect(limitOn('initial-assessment-10wd', '2010-09-30', seven, eight)).toEqual([10, 'working-days+', false]);
    expect(limitOn('initial-assessment-10wd', '2011-09-30', seven, eight)).toEqual([7, 'working-days+', true]);
    expect(limitOn('initial-assessment-10wd', '2011-10-01', seven, eight)).toEqual([8, 'working-days+', true]);
  });

  test('a council that began single assessments late is judged by the two old ones until then', () => {
    const late = set('singleAssessmentGoLive', '2013-09-02');
    expect(limitOn('initial-assessment-10wd', '2013-09-01', late)).toEqual([10, 'working-days+', true]);
    expect(limitOn('initial-assessment-10wd', '2013-04-14', late)).toEqual([10, 'working-days+', false]);
    expect(limitOn('initial-assessment-10wd', '2010-03-16', late)).toBe('not-yet');
    expect(limitOn('core-assessment-35wd', '2013-09-01', late)).toEqual([35, 'working-days+', true]);
    expect(limitOn('single-assessment-45wd', '2013-09-01', late)).toBe('not-yet');
    expect(limitOn('single-assessment-45wd', '2013-09-02', late)).toEqual([45, 'working-days+', false]);
    expect(limitOn('initial-assessment-10wd', '2013-09-02', late)).toBe('ceased');
  });

  test('a trial authority began them early', () => {
    const early = set('singleAssessmentGoLive', '2011-10-03');
    expect(limitOn('initial-assessment-10wd', '2011-10-02', early)).toEqual([10, 'working-days+', false]);
    expect(limitOn('initial-assessment-10wd', '2011-10-03', early)).toBe('ceased');
    expect(limitOn('single-assessment-45wd', '2011-10-03', early)).toEqual([45, 'working-days+', true]);
    expect(limitOn('single-assessment-45wd', '2013-04-15', early)).toEqual([45, 'working-days+', false]);
  });

  test('a local duty runs once it has a number, counted as its file says', () => {
    expect(limitOn('cp-visit', '2026-03-31', set('cpVisitInterval', 10))).toEqual([10, 'working-days+', true]);
    expect(limitOn('cp-visit', '2026-03-31', set('cpVisitInterval', 10), set('cpVisitCount', true))).toEqual([
      10,
      'working-days=',
      true,
    ]);
    expect(limitOn('cp-visit', '2026-03-31', set('cpVisitCount', true))).toBe('switched-off');
    expect(limitOn('strategy-discussion-held', '2026-03-31', set('strategyDiscussionLimit', 24))).toEqual([
      24,
      'hours',
      true,
    ]);
  });

  test('the measure of 91 and 183 days can be switched on, and off again', () => {
    const settings = [set('cpReviewMeasureOn', true, '2020-01-01'), set('cpReviewMeasureOn', false, '2024-01-01')];
    expect(limitOn('cp-review-measure', '2021-01-01', ...settings)).toEqual([91, 'days+', false]);
    expect(limitOn('cp-review-measure', '2024-01-01', ...settings)).toBe('switched-off');
    const answer = on('cp-review-measure', '2021-01-01', ...settings);
    expect(answer.is === 'in-force' && answer.value.next).toBe(183);
  });

  test('a refusal is a sentence', () => {
    expect(refusalsOf(statute.duties, set('icpcLimit', 20))).toEqual([
      'Initial child protection conference: icpcLimit may be stricter than the law’s 15 working days, never laxer: 20 is not allowed.',
    ]);
    expect(refusalsOf(statute.duties, set('icpcLimit', 12))).toEqual([]);
    expect(refusalsOf(statute.duties, set('icpcLimit', 'soon'))).toEqual([
      'Initial child protection conference: icpcLimit is a whole number, 1 or more.',
    ]);
    expect(refusalsOf(statute.duties, set('singleAssessmentGoLive', 'later'))).toHaveLength(3);
    expect(refusalsOf(statute.duties, set('singleAssessmentGoLive', '2013-09-02'))).toEqual([]);
    expect(refusalsOf(statute.duties, set('cpVisitCount', 1))).toEqual([
      'Visits under a protection plan: cpVisitCount is yes or no.',
    ]);
    expect(refusalsOf(statute.duties, set('teaBreak', 5))).toEqual(['There is no setting called teaBreak.']);
    expect(refusalsOf(statute.duties, set('leaveDaysBeforeUnallocated', 21))).toEqual([]);
  });
});

describe('regimes', () => {
  test('each is other than the one before, and together they answer every day', () => {
    const settings = [
      set('singleAssessmentGoLive', '2013-09-02', '2013-04-01'),
      set('initialAssessmentLimitLocal', 7, '2010-10-01'),
      set('cpVisitInterval', 10, '2014-01-01'),
      set('cpVisitCount', true, '2015-01-01'),
      set('cpReviewMeasureOn', true, '2020-01-01'),
    ];
    for (const duty of statute.duties) {
      const regimes = regimesOf(duty, settings);
      for (const day of sampleDays(duty, settings)) {
        const at = regimes.findLastIndex((regime) => regime.from <= day);
        expect([duty.id, day, regimes[at]?.inForce ?? { is: 'not-yet' }]).toEqual([
          duty.id,
          day,
          inForceOn(duty, day, settings),
        ]);
        const last = lastDayOf(regimes, at);
        if (at >= 0) expect(last === null || last >= day).toBe(true);
      }
    }
  });

  test('a duty with one value has one regime, without a last day', () => {
    const regimes = regimesOf(dutyById(statute, 'core-group-first'));
    expect(regimes.map(({ from }) => from)).toEqual(['2006-04-01']);
    expect(lastDayOf(regimes, 0)).toBeNull();
    expect(() => dutyById(statute, 'no-such-duty')).toThrow('no duty no-such-duty');
  });
});

/** Every first day of a month from 1990 to 2030, and the days on and beside every change. */
function sampleDays(duty: Duty, settings: readonly CouncilSetting[]): LocalDate[] {
  const months = Array.from(
    { length: 480 },
    (_, at) => `${1990 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`,
  );
  const edges = [
    ...Object.keys(duty.values),
    ...settings.map(({ from }) => from),
    '2013-09-01',
    '2013-09-02',
    '2010-03-16',
    '2013-04-14',
  ];
  return [...months, ...edges].map(mustBeDate);
}
