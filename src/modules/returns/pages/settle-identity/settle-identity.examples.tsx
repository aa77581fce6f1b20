import type { Instant } from '../../../../kernel/instant.ts';
import { mustBeDate } from '../../../../kernel/local-date.ts';
import type { Example } from '../../../../ui/example.ts';
import type { BookBeside } from '../../store/book-pairs.ts';
import { ANALYST_HOUSE, exampleId } from '../reconcile-files/disputed-event.fixture.ts';
import { readIdentityForm } from './settle-identity.form.ts';
import { type SettleIdentityModel, SettleIdentityView } from './settle-identity.view.tsx';

const one: BookBeside = {
  book: exampleId(71),
  councilChildId: 'WM104417',
  name: 'Leila Farahani-Cole',
  bornOn: mustBeDate('2015-05-04'),
  expectedOn: null,
  sex: 'female',
  entries: 12,
  sources: [
    { kind: 'cin-census', until: mustBeDate('2026-03-31') },
    { kind: 'here', until: null },
  ],
};
const other: BookBeside = {
  ...one,
  book: exampleId(72),
  name: null,
  bornOn: mustBeDate('2016-05-04'),
  sex: 'male',
  entries: 1,
  sources: [{ kind: 'annex-a', until: mustBeDate('2026-09-30') }],
};
const linked = 'Beatrix Ashworth, 19 Nov 2026, 3.20pm: one child. Because: the birth certificate.';

const first: SettleIdentityModel = {
  house: ANALYST_HOUSE,
  csrf: 'example',
  beside: { state: 'in-doubt', one, other },
  before: [],
  lastSeen: new Map([
    [one.book, null],
    [other.book, null],
  ]),
  mayDecide: true,
  command: exampleId(801),
  typed: {},
  faults: [],
  draft: { action: '/reconciliation/identities/one/other/draft', keptAt: null },
  meanwhile: [],
};

const example = (name: string, more: Partial<SettleIdentityModel>): Example => ({
  page: 'Whose book it is, decided',
  name,
  view: () => <SettleIdentityView {...first} {...more} />,
});
const typed = { decision: 'two-children', because: 'They sit in one classroom.' };

export const examples: readonly Example[] = [
  example('first visit', {}),
  example('longest names, and an unborn child', {
    beside: {
      state: 'in-doubt',
      one: { ...one, name: 'Wilhelmina Oluwaseun Fitzgerald-Bartholomew-Papadopoulos van den Berghe' },
      other: { ...other, bornOn: null, expectedOn: mustBeDate('2026-12-24'), sex: 'not known' },
    },
  }),
  example('draft restored', { typed, draft: { ...first.draft, keptAt: '2026-11-19T16:52:00.000Z' as Instant } }),
  example('sent empty', { faults: readIdentityForm({}, [one.book, other.book]).faults }),
  example('joined, and may be parted', { beside: { state: 'one-child', one, other }, before: [linked] }),
  example('refused: joined through other books', {
    beside: { state: 'one-child', one, other },
    typed: { decision: 'part', because: 'It was her cousin’s.' },
    faults: [{ field: 'decision', text: 'They are one child through other books: part the books that were joined' }],
  }),
  example('found to be two', { beside: { state: 'two-children', one, other } }),
  example('somebody decided meanwhile', {
    beside: { state: 'one-child', one, other },
    before: [linked],
    typed,
    meanwhile: [linked],
  }),
  example('who may not decide', { mayDecide: false }),
];
