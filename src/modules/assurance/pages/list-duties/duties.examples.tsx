import type { Instant } from '../../../../kernel/instant.ts';
import { type LocalDate, mustBeDate } from '../../../../kernel/local-date.ts';
import type { Policy } from '../../../../sight/facts.ts';
import { type Duty, dutySchema } from '../../../../statute/duty.ts';
import type { Example } from '../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../ui/example-house.ts';
import { dutyOnADay } from '../../core/duty-on-a-day.ts';
import { ShowDutyView } from '../show-duty/show-duty.view.tsx';
import { beginsAndEnds } from './duty-pages.tsx';
import { readLawDay } from './law-of-a-day.ts';
import { ListDutiesView } from './list-duties.view.tsx';

const today = mustBeDate('2026-03-31');
const guidance = { force: 'statutory guidance', source: 'S9, S12', confidence: 'V' } as const;
const common = {
  owes: 'The council',
  ships: 'on',
  checked: { on: '2026-07-01', by: 'the project (a solicitor has not)', next: '2027-07-01' },
} as const;

const initial = dutySchema.parse({
  ...common,
  id: 'initial-assessment-10wd',
  title: 'Initial assessment, 10 working days',
  asks: 'Is the initial assessment completed within 10 working days of the referral?',
  shape: 'clock',
  starts: [{ fact: 'referral.received', meets: 'episode' }],
  meets: ['assessment.initial-completed'],
  values: {
    '2010-03-17': {
      ...guidance,
      limit: 10,
      count: 'working-days+',
      citation: 'Working Together (2010), chapter 5',
      note: 'The day of publication is known, not verified.',
    },
    '2013-04-15': null,
  },
  parameters: [
    { name: 'initialAssessmentLimitLocal', sets: 'limit', may: 'stricter', note: 'Some councils kept 7 working days.' },
  ],
});

const seen = dutySchema.parse({
  ...common,
  id: 'child-seen-in-assessment',
  title: 'Child seen in the assessment',
  asks: 'Was the child seen while the assessment was made?',
  shape: 'state',
  check: {
    is: 'accompanied',
    for: 'assessment.completed',
    by: ['seen.alone', 'seen.with-others'],
    in: 'episode',
    when: 'before',
  },
  values: {
    '1991-10-14': {
      limit: null,
      count: null,
      force: 'act',
      citation: 'Children Act 1989, section 17(4A)',
      source: 'S45',
      confidence: 'K',
    },
  },
  overlays: [{ from: '2020-04-24', until: '2020-09-25', relaxed: true, citation: 'SI 2020/445', confidence: 'V2' }],
});

const visits = dutySchema.parse({
  ...common,
  ships: 'off',
  id: 'cin-visit',
  title: 'Visits under a child in need plan',
  asks: 'Is the child seen as often as the council has set?',
  shape: 'clock',
  starts: [{ fact: 'plan.in-need-begun', meets: 'episode' }],
  meets: ['seen.alone', 'seen.with-others'],
  restarts: true,
  values: {
    '2013-04-15': {
      limit: null,
      count: null,
      force: 'local',
      citation: 'Local standards for visits',
      source: 'S44',
      confidence: 'V2',
    },
  },
  parameters: [{ name: 'cinVisitInterval', sets: 'limit', may: 'free', count: 'working-days+' }],
});

const sources = new Map([['S9', 'Two published notes on Working Together 2013']]);
const set: Policy = {
  parameter: 'cinVisitInterval',
  value: 20,
  from: mustBeDate('2025-09-01'),
  believedFrom: '2025-08-20T09:00:00.000Z' as Instant,
  believedUntil: null,
};

const register = (name: string, query: Record<string, string>, policies: readonly Policy[]): Example => ({
  page: 'Duties and law',
  name,
  view: () => {
    const day = readLawDay(query, today);
    const on = (duty: Duty, at: LocalDate) => dutyOnADay(duty, policies, at);
    const areas = [
      { area: 'assessment', duties: [on(seen, day.on), on(initial, day.on)] },
      { area: 'child-in-need', duties: [on(visits, day.on)] },
    ];
    return <ListDutiesView house={EXAMPLE_HOUSE} day={day} areas={areas} version="5e884898da28047151d0e56f8dc62927" />;
  },
});

const one = (name: string, duty: Duty, policies: readonly Policy[]): Example => ({
  page: 'A duty',
  name,
  view: () => (
    <ShowDutyView
      house={EXAMPLE_HOUSE}
      duty={duty}
      today={dutyOnADay(duty, policies, today)}
      sources={sources}
      {...beginsAndEnds(duty)}
    />
  ),
});

export const examples: readonly Example[] = [
  register('today, with a limit of the council’s own', {}, [set]),
  register('the law of January 2013', { on: '2013-01-14' }, []),
  register('a day in the relaxed months of 2020', { day: '1', month: '6', year: '2020' }, []),
  register('a day that is not one', { day: '31', month: '2', year: '2013' }, []),
  one('that has ceased', initial, []),
  one('a state check that was relaxed', seen, []),
  one('that the council numbers', visits, [set]),
];
