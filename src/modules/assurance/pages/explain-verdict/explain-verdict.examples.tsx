import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import { type LocalDate, mustBeDate, toEpochDay } from '../../../../kernel/local-date.ts';
import { calendarOf } from '../../../../kernel/working-days.ts';
import { happenedBetween, happenedOn } from '../../../../record/entry.ts';
import type { Explanation } from '../../../../sight/clock.ts';
import { dutySchema } from '../../../../statute/duty.ts';
import type { Example } from '../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../ui/example-house.ts';
import type { Answered, Asked, ReadVerdicts, ToldEntry } from '../../../child-page.ts';
import { asShown } from '../../../redacted-entry.fixture.ts';
import { explainVerdict } from './explain-verdict.model.ts';
import { ExplainVerdictView } from './explain-verdict.view.tsx';
import type { Law } from './rule-in-words.ts';

const day = mustBeDate;
const exampleId = (number: number): Id => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as Id;

const conference = dutySchema.parse({
  id: 'icpc-15wd',
  title: 'Initial child protection conference',
  owes: 'The council',
  asks: 'Is the conference held within 15 working days of the strategy discussion at which enquiries were begun?',
  shape: 'clock',
  ships: 'on',
  starts: [{ fact: 'strategy.enquiries-begun', meets: 'thread' }],
  meets: ['conference.initial-held'],
  values: {
    '2010-03-17': {
      limit: 15,
      count: 'working-days+',
      force: 'statutory guidance',
      citation: 'Working Together to Safeguard Children (2010), chapter 5',
      source: 'S12',
      confidence: 'V2',
    },
  },
  checked: { on: '2026-07-01', by: 'the project', next: '2027-07-01' },
});

const law: Law = {
  duty: conference,
  calendar: calendarOf(
    'england-and-wales',
    2012,
    2027,
    new Map<LocalDate, string>([
      [day('2013-03-29'), 'Good Friday'],
      [day('2013-04-01'), 'Easter Monday'],
      [day('2013-05-06'), 'Early May bank holiday'],
    ]),
  ),
  sources: new Map([['S12', 'A safeguarding board’s procedures on conferences']]),
  version: '5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8',
};

const asked: Asked = {
  on: day('2026-03-31'),
  knownAt: '2026-03-31T08:12:00.000Z' as Instant,
  how: 'now',
  spokenUntil: day('2026-03-31'),
  today: day('2026-03-31'),
};

const entry = (number: number, happened: string | null, tells: string, recordedAt: string): ToldEntry => ({
  tells,
  writtenBy: 'Colm Brannigan',
  words: null,
  isPartly: false,
  entry: asShown({
    id: exampleId(number),
    book: exampleId(1),
    about: exampleId(2),
    seq: number,
    act: exampleId(200 + number),
    type: 'example',
    version: 1,
    happened: happened === null ? happenedBetween(day('2013-03-18'), day('2013-03-28')) : happenedOn(day(happened)),
    recordedAt: recordedAt as Instant,
    recordedBy: 'example',
    onBehalfOf: null,
    source: { kind: 'here' },
    data: {},
    corrects: null,
    reason: null,
    correctedBy: null,
  }),
});

const strategy = entry(101, '2013-03-25', 'Strategy discussion.', '2013-03-25T17:40:00.000Z');
const held = entry(102, '2013-04-19', 'Initial conference.', '2013-04-22T08:20:00.000Z');

const daniel: ReadVerdicts = {
  face: {
    child: exampleId(1),
    councilChildIds: ['WM020417'],
    name: 'Daniel O’Rourke-Bajwa',
    bornOn: day('2006-09-01'),
    expectedOn: null,
    diedOn: null,
    sex: 'male',
    inDoubtWith: [],
  },
  asked,
  entries: [strategy, held],
  answers: [],
  windows: [],
};

function answer(more: Partial<Explanation>): Answered {
  const explanation: Explanation = {
    duty: conference.id,
    title: conference.title,
    verdict: 'met-late',
    relaxed: false,
    local: false,
    thread: exampleId(2),
    startedBy: strategy.entry.id,
    startedOn: day('2013-03-25'),
    startedBetween: { earliest: day('2013-03-25'), latest: day('2013-03-25') },
    limit: { value: 15, unit: 'working-days+' },
    countedFrom: null,
    broughtForwardBy: null,
    skipped: [
      { on: day('2013-03-29'), name: 'Good Friday' },
      { on: day('2013-04-01'), name: 'Easter Monday' },
    ],
    dueOn: day('2013-04-17'),
    metBy: held.entry.id,
    metOn: day('2013-04-19'),
    endedOn: null,
    late: 2,
    missing: [],
    because: null,
    citation: 'Working Together to Safeguard Children (2010), chapter 5',
    force: 'statutory guidance',
    confidence: 'V2',
    wordsForMiss: 'guidance not followed',
    ...more,
  };
  const { dueOn, metOn } = explanation;
  const due = dueOn === null ? null : toEpochDay(dueOn);
  const met = metOn === null ? null : toEpochDay(metOn);
  return {
    explanation,
    check: explanation.limit === null ? 'accompanied' : null,
    piece: {
      duty: explanation.duty,
      child: exampleId(1),
      thread: exampleId(2),
      startedBy: strategy.entry.id,
      startedFrom: toEpochDay(day('2013-03-25')),
      startedUntil: toEpochDay(day('2013-03-25')),
      dueFrom: due,
      dueUntil: due,
      metBy: explanation.metBy,
      metFrom: met,
      metUntil: met,
      endedBy: null,
      endedOn: null,
      verdict: explanation.verdict,
      relaxed: false,
      local: false,
      firstDay: toEpochDay(day('2013-03-25')),
      lastDay: null,
      because: explanation.because,
    },
  };
}

const example = (name: string, more: Partial<Explanation>, child: Partial<ReadVerdicts> = {}): Example => ({
  page: 'Explain',
  name,
  view: () => {
    const read = { ...daniel, ...child };
    return (
      <ExplainVerdictView house={EXAMPLE_HOUSE} child={read} explained={explainVerdict(read, answer(more), law)} />
    );
  },
});

const open = { metBy: null, metOn: null };
const census = { from: day('2025-04-01'), until: day('2026-03-31') };

export const examples: readonly Example[] = [
  example('met late, at Easter 2013', {}),
  example('met in time', { verdict: 'met', metOn: day('2013-04-10'), late: 0, wordsForMiss: null }),
  example('overdue for years', {
    ...open,
    verdict: 'overdue',
    late: 3378,
    missing: ['Nothing recorded of the initial conference.'],
  }),
  example(
    'due soon',
    { ...open, verdict: 'due-soon', late: 0, wordsForMiss: null, skipped: [] },
    { asked: { ...asked, on: day('2013-04-15'), how: 'then' } },
  ),
  example(
    'cannot tell: the census stops',
    {
      ...open,
      verdict: 'cannot-tell',
      because: 'source-ends-before',
      late: 0,
      wordsForMiss: null,
      missing: ['The files loaded end before this day.', 'Nothing recorded of the initial conference.'],
    },
    { windows: [census], asked: { ...asked, on: day('2026-10-01') } },
  ),
  example('cannot tell: the day it began is not known', {
    ...open,
    verdict: 'cannot-tell',
    because: 'start-day-not-known',
    startedOn: null,
    startedBetween: { earliest: day('2013-03-18'), latest: day('2013-03-28') },
    dueOn: null,
    late: 0,
    wordsForMiss: null,
  }),
  example('a state check that does not hold', {
    ...open,
    verdict: 'fails',
    limit: null,
    dueOn: null,
    skipped: [],
    late: 0,
    missing: ['Nothing recorded of the initial conference.'],
  }),
  example('a restricted entry', {}, { entries: [] }),
];
