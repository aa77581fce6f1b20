import { mustBeDate } from '../../../../kernel/local-date.ts';
import type { Example } from '../../../../ui/example.ts';
import type { BookBeside, PairBeside } from '../../store/book-pairs.ts';
import type { OpenDisagreements } from '../../store/open-disagreements.ts';
import { ANALYST_HOUSE, CARE_ENDED, CLOSED, COMPLETED, DESCRIBED, exampleId } from './disputed-event.fixture.ts';
import { type ListIdentitiesModel, ListIdentitiesView } from './list-identities.view.tsx';
import { type ListWithdrawalsModel, ListWithdrawalsView } from './list-withdrawals.view.tsx';
import { type ListedEvent, type ReconcileFilesModel, ReconcileFilesView } from './reconcile-files.view.tsx';

const house = ANALYST_HOUSE;
const open: OpenDisagreements = {
  kinds: ['annex-a', 'cin-census', 'ssda903'],
  events: 41,
  children: 29,
  withdrawn: 3,
  identities: 2,
  unidentified: 0,
};
const nothing: OpenDisagreements = { ...open, events: 0, children: 0, withdrawn: 0, identities: 0 };

const events: readonly ListedEvent[] = [
  {
    event: COMPLETED,
    name: 'Leila Farahani-Cole',
    duties: ['Child and family assessment, 45 working days', 'Reason when an assessment overruns'],
    holder: { worker: 'Gareth Pugh', manager: null },
  },
  {
    event: CARE_ENDED,
    name: 'Wilhelmina Oluwaseun Fitzgerald-Bartholomew-Papadopoulos van den Berghe',
    duties: ['Review of a looked-after child, every six months'],
    holder: { worker: null, manager: 'Beatrix Ashworth' },
  },
  { event: DESCRIBED, name: null, duties: [], holder: null },
  { event: CLOSED, name: null, duties: [], holder: null },
];

const counts: ReconcileFilesModel['counts'] = {
  events: 41,
  children: 29,
  by: [
    { one: 'annex-a', other: 'cin-census', field: 'the day', events: 22 },
    { one: 'annex-a', other: 'ssda903', field: 'because', events: 9 },
    { one: 'annex-a', other: 'cin-census', field: 'ethnicity', events: 7 },
    { one: 'cin-census', other: 'ssda903', field: 'bornOn', events: 3 },
  ],
};
const all = { kinds: null, field: null, settled: false };
const none = { events: 0, children: 0, by: [] };

const listed = (name: string, more: Partial<ReconcileFilesModel>): Example => ({
  page: 'Where files disagree',
  name,
  view: () => <ReconcileFilesView {...{ house, open, counts, filter: all, page: 1, of: 41, events, ...more }} />,
});

const withdrawals: ListWithdrawalsModel['rows'] = [
  {
    run: exampleId(900),
    book: exampleId(3),
    laChildId: 'WM104403',
    name: 'Joseph Amoah',
    group: 'episode:2025-01-29/assessment:2025-02-03',
    keys: ['episode:2025-01-29/assessment:2025-02-03/begun', 'episode:2025-01-29/assessment:2025-02-03/completed'],
    kind: 'cin-census',
    until: mustBeDate('2026-03-31'),
    saidUntil: mustBeDate('2025-03-31'),
  },
  {
    run: exampleId(901),
    book: exampleId(4),
    laChildId: 'WM104404',
    name: null,
    group: 'care:2025-03-03',
    keys: ['care:2025-03-03/entered'],
    kind: 'ssda903',
    until: mustBeDate('2026-03-31'),
    saidUntil: mustBeDate('2025-03-31'),
  },
];
const withdrawn = (name: string, more: Partial<ListWithdrawalsModel>): Example => ({
  page: 'Taken back by a file',
  name,
  view: () => <ListWithdrawalsView {...{ house, open, page: 1, of: 2, rows: withdrawals, mayImport: true, ...more }} />,
});

const book = (number: number, more: Partial<BookBeside>): BookBeside => ({
  book: exampleId(number),
  councilChildId: 'WM104417',
  name: null,
  bornOn: mustBeDate('2015-05-04'),
  expectedOn: null,
  sex: 'female',
  entries: 12,
  sources: [{ kind: 'cin-census', until: mustBeDate('2026-03-31') }],
  ...more,
});
const annex: BookBeside['sources'] = [
  { kind: 'annex-a', until: mustBeDate('2026-09-30') },
  { kind: 'here', until: null },
];
const pairs: readonly PairBeside[] = [
  {
    state: 'in-doubt',
    one: book(71, {}),
    other: book(72, { bornOn: mustBeDate('2016-05-04'), entries: 1, sources: annex }),
  },
  {
    state: 'in-doubt',
    one: book(73, { councilChildId: 'WM104418', name: 'Mohammed Yasin Uddin', sex: 'male' }),
    other: book(74, {
      councilChildId: 'WM104418',
      bornOn: null,
      expectedOn: mustBeDate('2026-11-30'),
      sex: 'not known',
      entries: 3,
      sources: annex,
    }),
  },
];
const identities = (name: string, more: Partial<ListIdentitiesModel>): Example => ({
  page: 'Whose book it is',
  name,
  view: () => <ListIdentitiesView {...{ house, open, decided: false, page: 1, of: 2, pairs, ...more }} />,
});

export const examples: readonly Example[] = [
  listed('three kinds of file', {}),
  listed('last page', { page: 2, of: 29 }),
  listed('filtered, and none of them', {
    filter: { kinds: ['annex-a', 'ssda903'], field: 'the day', settled: false },
    of: 0,
    events: [],
  }),
  listed('settled', {
    filter: { ...all, settled: true },
    counts: { ...counts, events: 2, children: 2 },
    of: 1,
    events: [{ event: { ...CLOSED, settled: true }, name: null, duties: [], holder: null }],
  }),
  listed('nothing settled yet', { filter: { ...all, settled: true }, counts: none, of: 0, events: [] }),
  listed('no file', { open: { ...nothing, kinds: [] }, counts: none, of: 0, events: [] }),
  listed('one kind of file: cannot tell', {
    open: { ...nothing, kinds: ['cin-census'] },
    counts: none,
    of: 0,
    events: [],
  }),
  listed('they agree', { open: nothing, counts: none, of: 0, events: [] }),
  withdrawn('some wait', {}),
  withdrawn('who may not import', { mayImport: false }),
  withdrawn('none', { open: nothing, of: 0, rows: [] }),
  withdrawn('no file', { open: { ...nothing, kinds: [] }, of: 0, rows: [] }),
  identities('in doubt', {}),
  identities('decided', {
    decided: true,
    pairs: pairs.map((pair, at) => ({ ...pair, state: at === 0 ? ('one-child' as const) : ('two-children' as const) })),
  }),
  identities('none in doubt', { open: nothing, of: 0, pairs: [] }),
  identities('none decided', { decided: true, of: 0, pairs: [] }),
  identities('no file', { open: { ...nothing, kinds: [] }, of: 0, pairs: [] }),
];
