import type { Id } from '../../../../../kernel/id.ts';
import type { Instant } from '../../../../../kernel/instant.ts';
import { mustBeDate } from '../../../../../kernel/local-date.ts';
import type { Example } from '../../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../../ui/example-house.ts';
import type { LoggedLine } from '../../../core/access-log/audit-event.ts';
import type { LogCount } from '../../../store/access-log/read-log.ts';
import { readLogQuestion } from './log-question.ts';
import { type LogReviewPage, ReviewAccessLogView } from './review-access-log.view.tsx';
import { TooManyLinesView } from './too-many-lines.view.tsx';

const exampleId = (number: number): Id => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as Id;
const today = mustBeDate('2026-03-31');
const long = 'Wilhelmina Oluwaseun Fitzgerald-Bartholomew-Papadopoulos van den Berghe';
const people = [
  { id: exampleId(1), name: 'Sunniva Brandt' },
  { id: exampleId(2), name: long },
];
const count = (person: string, more: Partial<LogCount>): LogCount => ({
  person,
  lines: 1204,
  children: 61,
  withReason: 0,
  takenAway: 0,
  turnedAway: 0,
  ...more,
});
const line = (id: number, more: Partial<LoggedLine>): LoggedLine => ({
  id,
  at: '2026-03-31T09:05:00.000Z' as Instant,
  person: exampleId(2),
  event: 'child.opened',
  outcome: 'shown',
  purpose: 'request',
  children: [exampleId(11)],
  relation: 'team',
  opening: null,
  what: null,
  ...more,
});

const example = (name: string, query: Record<string, unknown>, more: Partial<LogReviewPage>): Example => ({
  page: 'Access log',
  name,
  view: () =>
    ReviewAccessLogView({
      house: EXAMPLE_HOUSE,
      question: readLogQuestion(query, today),
      people,
      counts: [],
      lines: [],
      nameOf: (person) => people.find(({ id }) => id === person)?.name ?? `Sightline: ${person}`,
      ...more,
    }),
});

export const examples: readonly Example[] = [
  example('nothing in these days', {}, {}),
  example(
    'everybody in numbers',
    {},
    {
      counts: [
        count(exampleId(1), { withReason: 2, turnedAway: 4 }),
        count(exampleId(2), { takenAway: 3 }),
        count('load upload', { children: 0, lines: 1 }),
      ],
    },
  ),
  example(
    'one person, line by line',
    { person: exampleId(2) },
    {
      counts: [count(exampleId(2), {})],
      lines: [
        line(3, { relation: 'reason', opening: exampleId(7) }),
        line(2, { event: 'register.read', what: 'export', children: [exampleId(11), exampleId(12)], relation: null }),
        line(1, { outcome: 'not-permitted', children: [], relation: null }),
      ],
    },
  ),
  example('days that are too far apart', { 'from-day': '1', 'from-month': '1', 'from-year': '2025' }, {}),
  {
    page: 'Access log',
    name: 'too many lines for one file',
    view: () => <TooManyLinesView house={EXAMPLE_HOUSE} most={100_000} />,
  },
];
