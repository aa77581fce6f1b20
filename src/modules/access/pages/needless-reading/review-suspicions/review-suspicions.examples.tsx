import type { Id } from '../../../../../kernel/id.ts';
import type { Instant } from '../../../../../kernel/instant.ts';
import type { Example } from '../../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../../ui/example-house.ts';
import type { Finding } from '../../../core/needless-reading/snooping-kinds.ts';
import type { Suspicion } from '../../../store/needless-reading/suspicion-reviews.ts';
import { ListSuspicionsView, type SuspicionsPage } from './list-suspicions.view.tsx';
import { ReviewSuspicionView, type SuspicionPage } from './review-suspicion.view.tsx';

const exampleId = (number: number): Id => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as Id;
const at = (day: string, time: string) => `2026-03-${day}T${time}:00.000Z` as Instant;
const long = 'Wilhelmina Oluwaseun Fitzgerald-Bartholomew-Papadopoulos van den Berghe';
const lines = [41, 57, 102, 161, 240];
const evidence: readonly Finding[] = [
  { kind: 'returned', points: 4, counts: { days: 5 }, lines },
  { kind: 'same-surname', points: 3.5, counts: { bearing: 2, children: 5_431 }, lines },
  { kind: 'out-of-hours', points: 2, counts: { days: 2, elsewhere: 1, others: 214 }, lines: [57, 240] },
  { kind: 'without-work', points: 1, counts: { views: 5, reason: 5 }, lines },
];
const everyKind: readonly Finding[] = [
  { kind: 'own-family', points: 5, counts: {}, lines },
  { kind: 'same-address', points: 4, counts: {}, lines },
  { kind: 'same-postcode', points: 3.5, counts: {}, lines },
  { kind: 'many-at-once', points: 3, counts: { children: 12, usual: 2 }, lines },
  { kind: 'household', points: 2, counts: { opened: 3, family: 4 }, lines },
  { kind: 'formerly-theirs', points: 1, counts: { days: 63 }, lines: [3, 41] },
  ...evidence,
];

const suspicion = (number: number, more: Partial<Suspicion> = {}): Suspicion => ({
  id: exampleId(number),
  person: exampleId(8),
  personName: 'Sunniva Brandt',
  child: exampleId(1),
  from: at('01', '00:00'),
  until: at('31', '02:47'),
  kinds: evidence.map(({ kind }) => kind),
  evidence,
  foundAt: at('31', '02:47'),
  reviewedAt: null,
  reviewerName: null,
  finding: null,
  passedTo: null,
  remark: null,
  ...more,
});
const explained: Partial<Suspicion> = {
  reviewedAt: at('31', '15:00'),
  reviewerName: 'Ottoline Pryor',
  finding: 'explained',
  remark: 'She took the calls of the whole team in that week.',
};
const concern: Partial<Suspicion> = { ...explained, finding: 'concern', passedTo: 'The head of service, by letter' };
const names = new Map([[exampleId(1), { heading: 'Safiya Nowak-Rahman, 8', councilIds: 'WM104417' }]]);

const list = (name: string, more: Partial<SuspicionsPage>): Example => ({
  page: 'Access reviews',
  name,
  view: () =>
    ListSuspicionsView({
      ...{ house: EXAMPLE_HOUSE, waiting: [], all: 0, reviewed: [], stopped: [], readers: new Map(), names },
      ...more,
    }),
});

const one = (name: string, more: Partial<SuspicionPage>): Example => ({
  page: 'Access review',
  name,
  view: () =>
    ReviewSuspicionView({
      house: EXAMPLE_HOUSE,
      csrf: 'token',
      suspicion: suspicion(11),
      lines: lines.map((line, index) => ({
        line,
        at: at(`0${index + 2}`, '22:10'),
        child: exampleId(index === 4 ? 2 : 1),
        event: index === 4 ? 'verdict.explained' : 'child.opened',
        relation: index === 3 ? null : 'reason',
      })),
      names,
      typed: { finding: '', passedTo: '', remark: '' },
      faults: [],
      ...more,
    }),
});

export const examples: readonly Example[] = [
  list('nothing waits', {}),
  list('several wait, and reviewed', {
    waiting: [
      suspicion(11),
      suspicion(12, { personName: long, evidence: everyKind }),
      suspicion(13, { child: exampleId(2) }),
    ],
    all: 230,
    reviewed: [suspicion(14, explained), suspicion(15, { ...concern, personName: long, passedTo: 'a'.repeat(120) })],
  }),
  list('pages were stopped', {
    stopped: [
      { id: exampleId(61), stoppedAt: at('30', '16:20'), person: 'a', child: exampleId(1), places: 1 },
      { id: exampleId(62), stoppedAt: at('12', '09:05'), person: 'b', child: null, places: 2 },
    ],
    readers: new Map([['a', long]]),
  }),
  one('first visit', {}),
  one('longest names, every kind', {
    suspicion: suspicion(12, { personName: long, evidence: everyKind }),
    names: new Map([[exampleId(1), { heading: `${long}, 8`, councilIds: 'WM104417' }]]),
  }),
  one('a concern that says too little', {
    typed: { finding: 'concern', passedTo: '', remark: 'odd' },
    faults: [
      { field: 'passed-to', text: 'Say to whom you passed the concern on' },
      { field: 'remark', text: 'Say what the concern is, in 10 letters or more' },
    ],
  }),
  one('nothing said', {
    faults: [
      { field: 'finding', text: 'Say what you find' },
      { field: 'remark', text: 'Say what explains it, in 10 letters or more' },
    ],
  }),
  one('explained already', { suspicion: suspicion(14, explained) }),
  one('a concern, one endless word', {
    suspicion: suspicion(15, { ...concern, passedTo: 'a'.repeat(180), remark: 'b'.repeat(180) }),
  }),
];
