import type { Id } from '../../../../../kernel/id.ts';
import type { Instant } from '../../../../../kernel/instant.ts';
import type { Example } from '../../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../../ui/example-house.ts';
import type { LogMonth } from '../../../core/access-log/log-time.ts';
import type { LogGroup } from '../../../store/access-log/read-log.ts';
import { type AccessLogPage, ShowAccessLogView } from './show-access-log.view.tsx';

const at = (text: string) => `2026-03-${text}:00.000Z` as Instant;
const long = 'Wilhelmina Oluwaseun Fitzgerald-Bartholomew-Papadopoulos van den Berghe';

const group = (more: Partial<LogGroup>): LogGroup => ({
  day: '2026-03-31',
  person: 'Temitope Adeyemi',
  event: 'child.opened',
  outcome: 'shown',
  relation: 'allocated',
  what: null,
  reason: null,
  times: 1,
  first: at('31T08:05'),
  last: at('31T08:05'),
  ...more,
});

const example = (name: string, more: Partial<AccessLogPage>): Example => ({
  page: 'Access log of a child',
  name,
  view: () =>
    ShowAccessLogView({
      house: EXAMPLE_HOUSE,
      child: '00000000-0000-4000-8000-000000000001' as Id,
      childHeading: 'Safiya Nowak-Rahman, 8',
      month: '2026-03' as LogMonth,
      earlier: '2026-01' as LogMonth,
      later: null,
      groups: [],
      nameOf: (person) => person,
      ...more,
    }),
});

export const examples: readonly Example[] = [
  example('nobody in this month', { earlier: null }),
  example('every way in', {
    later: '2026-04' as LogMonth,
    groups: [
      group({ times: 3, last: at('31T15:40') }),
      group({ person: 'Sunniva Brandt', relation: 'reason', reason: 'The hospital asks tonight who holds her' }),
      group({ person: 'Jonah Moore', event: 'register.read', relation: null, what: 'export', times: 2 }),
      group({ person: 'Sightline: load upload', event: 'some-thing.done', relation: 'family' }),
      group({ day: '2026-03-12', person: 'Hari Ravindran', outcome: 'not-permitted', relation: null }),
    ],
  }),
  example('longest names', {
    childHeading: `${long}, 11 months`,
    groups: [group({ person: long, relation: 'reason', reason: `${'because '.repeat(40)}of it` })],
  }),
];
