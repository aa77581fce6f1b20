import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Typed } from '../../../../platform/http/page.ts';
import type { Example } from '../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../ui/example-house.ts';
import type { Finding } from '../../core/decide-batch.ts';
import { YEAR_OF_903_REFUSED } from '../../imports/ssda903/import-ssda903.ts';
import type { ImportRun } from '../../store/import-run-rows.ts';
import { ChooseFileView } from '../choose-file/choose-file.view.tsx';
import { FINDING_SECTIONS } from './finding-section.tsx';
import { ListFindingsView } from './list-findings.view.tsx';
import { type ShowImportModel, ShowImportView } from './show-import.view.tsx';
import { linesOf } from './withdrawn-section.tsx';

const idOf = (last: number): Id => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}` as Id;

const done: ImportRun = {
  id: idOf(1),
  kind: 'cin-census',
  state: 'done',
  fileName: 'CIN_926_2026.xml',
  fileHash: 'a3'.repeat(32),
  keptAt: null,
  trial: false,
  year: 2026,
  windowFrom: '2025-04-01' as LocalDate,
  windowUntil: '2026-03-31' as LocalDate,
  childrenInFile: 4183,
  parts: null,
  mark: 4183,
  counts: {
    children: { read: 4183, loaded: 3960, unchanged: 222, setAside: 1 },
    rows: { read: 33_504, loaded: 31_811, unchanged: 1680, setAside: 13 },
    entries: 38_240,
  },
  refusedBecause: null,
  askedBy: 'Priya Raman',
  askedAt: '2026-05-11T08:14:00.000Z' as Instant,
  finishedAt: '2026-05-11T08:15:10.000Z' as Instant,
};
const waiting: ImportRun = {
  ...done,
  id: idOf(2),
  state: 'waiting',
  counts: null,
  mark: 0,
  childrenInFile: null,
  windowUntil: null,
};
const refused: ImportRun = {
  ...waiting,
  id: idOf(3),
  state: 'refused',
  fileName: 'Quarterly figures for the scrutiny committee, final, corrected (3).xml',
  refusedBecause: 'It is not a census: its outermost element is <Workbook>, not <Message> (line 2).',
};

const line = (
  kind: Finding['kind'],
  child: string | null,
  table: string,
  at: number | null,
  reason: string,
  code: string | null = null,
): Finding => ({
  kind,
  child,
  book: child === null ? null : idOf(Number(child.slice(-4))),
  table,
  line: at,
  code,
  reason,
});

const lines: readonly Finding[] = [
  line('set-aside', null, 'ChildIdentifiers', 1408, 'The child has no LAchildID: nobody can say whose this is.'),
  line('set-aside', 'WM100016', 'CINdetails', 18, 'ReasonForClosure “RC99” is not a code of any year’s census.'),
  line(
    'withdrawn',
    'WM100203',
    'Assessments',
    null,
    'An earlier census had the assessment begun on 2025-02-03, in the episode of 2025-01-29 (begun, completed); this one has not. Still counted until somebody confirms.',
  ),
  line('correction', 'WM100417', 'CINplanDates', 2207, 'The census to 2026-03-31 says otherwise: the day.'),
  line('development', 'WM100417', 'CINdetails', 2205, 'New since an earlier file: closed.'),
  line('flagged', 'WM101112', 'Section47', 3981, 'The conference of 2026-02-07 is on a weekend.', '8875'),
  line(
    'flagged',
    'WM101555',
    'CINdetails',
    4410,
    'Nothing followed the referral, and it has no closure date.',
    'no-further-action-open',
  ),
];
const findings: ShowImportModel['findings'] = new Map(
  FINDING_SECTIONS.map(({ kind }) => {
    const own = lines.filter((each) => each.kind === kind);
    return [kind, { lines: own, count: kind === 'flagged' ? 1307 : own.length }];
  }),
);
const doubts = [
  { child: 'WM100016', book: idOf(16), with: idOf(9016), birthsDiffer: true, sexesDiffer: false },
  { child: 'WM100020', book: idOf(20), with: idOf(9020), birthsDiffer: true, sexesDiffer: true },
];

const missing = linesOf(
  ['begun', 'completed']
    .map((slot) => ({
      laChildId: 'WM100203',
      book: idOf(203),
      group: 'episode:2025-01-29/assessment:2025-02-03',
      key: `episode:2025-01-29/assessment:2025-02-03/${slot}`,
      part: null,
      childSeen: true,
      confirmed: false,
    }))
    .concat([
      {
        laChildId: 'WM100888',
        book: idOf(888),
        group: 'episode:2024-11-04',
        key: 'episode:2024-11-04/received',
        part: null,
        childSeen: false,
        confirmed: true,
      },
    ]),
);

const house = {
  ...EXAMPLE_HOUSE,
  mark: 'real' as const,
  nav: [...EXAMPLE_HOUSE.nav, { text: 'Import', href: '/import' }],
};
const nothing = { house, askedBy: 'Priya Raman', findings: new Map(), doubts: [], missing: [], csrf: 'example' };
const show = (name: string, model: ShowImportModel): Example => ({
  page: 'Loading of a file',
  name,
  view: () => ShowImportView(model),
});
const of903: ImportRun = {
  ...done,
  id: idOf(6),
  kind: 'ssda903',
  fileName: 'header.csv, episodes.csv, reviews 2025-26 final v3.csv, missing.csv, sw_episodes.csv',
  parts: ['Header', 'Episodes', 'Reviews', 'Missing', 'SWEpisodes'],
};
const ofAnnexA: ImportRun = { ...done, id: idOf(7), kind: 'annex-a', fileName: 'Annex A.xlsx', year: null };
const load = (
  name: string,
  runs: readonly ImportRun[],
  faults: { field: string; text: string }[] = [],
  {
    mark = 'real',
    typed = {},
    page = 1,
  }: { readonly mark?: 'real' | 'invented'; readonly typed?: Typed; readonly page?: number } = {},
): Example => ({
  page: 'Load a file',
  name,
  view: () =>
    ChooseFileView({
      house: { ...house, mark },
      csrf: 'example',
      runs: runs.map((run) => ({
        run: { ...run, disagreements: run.kind === 'annex-a' ? 12 : 0 },
        askedBy: 'Priya Raman',
      })),
      page,
      of: runs.length === 0 ? 0 : (page - 1) * 25 + runs.length,
      typed,
      faults,
    }),
});

const all = FINDING_SECTIONS.find(({ kind }) => kind === 'flagged') ?? FINDING_SECTIONS[0];

export const examples: readonly Example[] = [
  load('first visit', []),
  load('after some loadings', [
    { ...done, state: 'writing', mark: 1750 },
    refused,
    done,
    of903,
    ofAnnexA,
    { ...done, id: idOf(4), state: 'failed', mark: 500 },
  ]),
  load('the oldest loadings', [done, of903], [], { page: 3 }),
  load(
    'nothing chosen',
    [done],
    [
      { field: 'kind', text: 'Say what the file is.' },
      { field: 'file', text: 'Choose a file.' },
    ],
  ),
  load('a return without its year', [], [{ field: 'year', text: YEAR_OF_903_REFUSED }], {
    typed: { kind: 'ssda903', year: '17' },
  }),
  load(
    'lists of a day that was not said',
    [],
    [{ field: 'as-at', text: 'Say of which day the lists are: the workbook does not.' }],
    {
      typed: { kind: 'annex-a' },
    },
  ),
  load(
    'one of several tables is wrong',
    [],
    [
      {
        field: 'file',
        text: 'reviews 2025-26 final v3.csv: It has a column MOOD, which the table Reviews does not have (line 1).',
      },
    ],
    { typed: { kind: 'ssda903', year: '2026' } },
  ),
  load(
    'wrong file, in an invented county',
    [],
    [{ field: 'file', text: 'It is not a census: its outermost element is <html>, not <Message> (line 1).' }],
    { mark: 'invented', typed: { kind: 'cin-census' } },
  ),
  show('waits', { ...nothing, run: waiting }),
  show('is being read', { ...nothing, run: { ...waiting, state: 'reading' } }),
  show('is being loaded', { ...nothing, run: { ...done, state: 'writing', mark: 1750 } }),
  show('refused, with the longest name', { ...nothing, run: refused }),
  show('stopped', {
    ...nothing,
    run: {
      ...done,
      state: 'failed',
      mark: 500,
      refusedBecause: 'The file changed while it was being loaded: load it again.',
    },
  }),
  show('loaded, with everything to look at', { ...nothing, run: done, findings, doubts, missing }),
  show('loaded again, nothing new', {
    ...nothing,
    run: {
      ...done,
      counts: {
        children: { read: 4183, loaded: 0, unchanged: 4183, setAside: 0 },
        rows: { read: 33_504, loaded: 0, unchanged: 33_504, setAside: 0 },
        entries: 0,
      },
    },
  }),
  show('a looked-after return, loaded', { ...nothing, run: of903, findings }),
  show('lists of Annex A, loaded', { ...nothing, run: ofAnnexA }),
  show('loaded for trial', {
    ...nothing,
    house: { ...house, mark: 'invented', trial: true },
    run: { ...done, trial: true },
  }),
  ...(all
    ? [
        {
          page: 'Lines of a report',
          name: 'the second page of three',
          view: () =>
            ListFindingsView({
              house,
              run: done,
              section: all,
              page: 2,
              count: 1307,
              lines: lines.filter(({ kind }) => kind === 'flagged'),
            }),
        },
      ]
    : []),
];
