import type { Id } from '../../../../../kernel/id.ts';
import type { Instant } from '../../../../../kernel/instant.ts';
import type { Example } from '../../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../../ui/example-house.ts';
import type { ReviewedOpening } from '../../../store/openings/opening-reviews.ts';
import { ListReviewsView, type ReviewsPage } from './list-reviews.view.tsx';
import { ReviewOpeningView, type ReviewPage } from './review-opening.view.tsx';

const exampleId = (number: number): Id => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as Id;
const at = (time: string) => `2026-03-31T${time}:00.000Z` as Instant;
const long = 'Wilhelmina Oluwaseun Fitzgerald-Bartholomew-Papadopoulos van den Berghe';

const opening = (number: number, more: Partial<ReviewedOpening> = {}): ReviewedOpening => ({
  id: exampleId(number),
  person: exampleId(8),
  personName: 'Sunniva Brandt',
  child: exampleId(1),
  reason: 'The hospital asks tonight who holds her',
  openedAt: at('08:05'),
  until: at('12:05'),
  endedAt: null,
  endedByName: null,
  reviewedAt: null,
  lines: 4,
  finding: null,
  remark: null,
  reviewerName: null,
  ...more,
});
const reviewed: Partial<ReviewedOpening> = {
  reviewedAt: at('15:00'),
  reviewerName: 'Ottoline Pryor',
  finding: 'not-needed',
  remark: 'The duty desk had answered an hour before.',
};

const list = (name: string, more: Partial<ReviewsPage>): Example => ({
  page: 'Reviews of openings',
  name,
  view: () =>
    ListReviewsView({
      house: EXAMPLE_HOUSE,
      reviewer: exampleId(9),
      now: at('13:00'),
      waiting: [],
      done: [],
      names: new Map([[exampleId(1), { heading: 'Safiya Nowak-Rahman, 8', councilIds: 'WM104417' }]]),
      ...more,
    }),
});

const one = (name: string, more: Partial<ReviewPage>): Example => ({
  page: 'Review of an opening',
  name,
  view: () =>
    ReviewOpeningView({
      house: EXAMPLE_HOUSE,
      csrf: 'token',
      reviewer: exampleId(9),
      opening: opening(11),
      childHeading: 'Safiya Nowak-Rahman, 8',
      lines: [
        { at: at('08:06'), event: 'child.opened', outcome: 'shown', what: null },
        { at: at('08:09'), event: 'verdict.explained', outcome: 'shown', what: null },
        { at: at('08:20'), event: 'register.read', outcome: 'shown', what: 'export' },
      ],
      finding: '',
      remark: '',
      faults: [],
      ...more,
    }),
});

export const examples: readonly Example[] = [
  list('nothing waits', {}),
  list('late, running, my own, and done', {
    waiting: [
      { ...opening(11, { personName: long }), overdue: true },
      { ...opening(12, { until: at('16:05') }), overdue: false },
      { ...opening(13, { child: exampleId(2) }), overdue: undefined },
      { ...opening(14, { person: exampleId(9), personName: 'Ottoline Pryor' }), overdue: false },
    ],
    done: [opening(15, reviewed)],
  }),
  one('first visit', {}),
  one('nothing was looked at, nothing said', {
    lines: [],
    finding: 'wrong',
    faults: [{ field: 'remark', text: 'Say why it was not right' }],
  }),
  one('reviewed already', { opening: opening(11, { ...reviewed, endedAt: at('09:00'), endedByName: long }) }),
  one('one endless word', { opening: opening(11, { reason: 'a'.repeat(180) }) }),
  one('my own', { opening: opening(11, { person: exampleId(9) }) }),
];
