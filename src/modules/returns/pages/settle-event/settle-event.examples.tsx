import type { Instant } from '../../../../kernel/instant.ts';
import { mustBeDate } from '../../../../kernel/local-date.ts';
import type { Typed } from '../../../../platform/http/page.ts';
import type { Example } from '../../../../ui/example.ts';
import {
  ANALYST_HOUSE,
  CARE_ENDED,
  COMPLETED,
  DESCRIBED,
  exampleId,
} from '../reconcile-files/disputed-event.fixture.ts';
import { readSettleForm, type Shapes } from './settle-event.form.ts';
import { type SettleEventModel, SettleEventView } from './settle-event.view.tsx';

const today = mustBeDate('2026-11-20');
const shapes: Shapes = new Map([
  ['the day', { is: 'day' }],
  ['because', { is: 'choice', options: ['returned-home', 'adopted', 'special-guardianship-to-former-foster-carers'] }],
  ['ethnicity', { is: 'text' }],
  ['disabilities', { is: 'list' }],
]);

const first: SettleEventModel = {
  house: ANALYST_HOUSE,
  csrf: 'example',
  event: COMPLETED,
  name: 'Leila Farahani-Cole',
  duties: ['Child and family assessment, 45 working days'],
  settled: null,
  mayDecide: true,
  shapes,
  lastSeen: exampleId(800),
  command: exampleId(801),
  typed: {},
  faults: [],
  draft: { action: '/reconciliation/events/example/draft', keptAt: null },
  meanwhile: [],
};
const typed: Typed = {
  'right-the-day': 'other',
  'other-the-day-day': '12',
  'other-the-day-month': 'December',
  'other-the-day-year': '2025',
  because: 'The authorised document is dated 12 December.',
};
const settled = {
  by: 'Beatrix Ashworth',
  at: '2026-11-19T15:20:00.000Z' as Instant,
  because: 'Files said otherwise of it, and somebody decided: the manager signed it on 30 January.',
};

const example = (name: string, more: Partial<SettleEventModel>): Example => ({
  page: 'Settle what files disagree about',
  name,
  view: () => <SettleEventView {...first} {...more} />,
});
const sent = (event: SettleEventModel['event'], words: Typed): Partial<SettleEventModel> => ({
  event,
  typed: words,
  faults: readSettleForm(words, event, shapes, today).faults,
});

export const examples: readonly Example[] = [
  example('first visit', {}),
  example('two fields, longest names', {
    event: CARE_ENDED,
    name: 'Wilhelmina Oluwaseun Fitzgerald-Bartholomew-Papadopoulos van den Berghe',
    duties: [],
  }),
  example('three files', { event: DESCRIBED, name: null, duties: [] }),
  example('draft restored', { typed, draft: { ...first.draft, keptAt: '2026-11-19T16:52:00.000Z' as Instant } }),
  example('sent empty', sent(CARE_ENDED, {})),
  example('something else, and no day', sent(COMPLETED, { 'right-the-day': 'other' })),
  example('a day to come', sent(COMPLETED, { ...typed, 'other-the-day-year': '2027' })),
  example('refused: the record has no room for it', {
    event: DESCRIBED,
    typed: { 'right-ethnicity': 'other', 'other-ethnicity': 'half and half', because: 'She told us.' },
    faults: [
      {
        field: 'right-ethnicity',
        text: 'The record has no room for that as ethnicity: choose what a file says, or write it as the record does',
      },
    ],
  }),
  example('somebody wrote meanwhile', { typed, meanwhile: ['A file, 20 Nov 2026, 9.05am: assessment completed'] }),
  example('somebody settled it meanwhile', {
    typed,
    settled,
    event: { ...COMPLETED, settled: true },
    meanwhile: ['Beatrix Ashworth settled it, 19 Nov 2026, 3.20pm'],
  }),
  example('settled', { event: { ...COMPLETED, settled: true }, duties: [], settled }),
  example('who may not decide', { mayDecide: false }),
];
