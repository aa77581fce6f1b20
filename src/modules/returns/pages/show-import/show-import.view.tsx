import type { VNode } from 'preact';
import { momentInWords, plainDay } from '../../../../ui/dates-in-words.ts';
import { Gov } from '../../../../ui/gov.tsx';
import type { HousePage } from '../../../../ui/house-page.ts';
import { Layout } from '../../../../ui/layout.tsx';
import { Table } from '../../../../ui/table.tsx';
import { Facts, Lead, PageTitle, Quiet } from '../../../../ui/text.tsx';
import { childPath } from '../../../child-face.ts';
import type { Finding, Tally } from '../../core/decide-batch.ts';
import { KIND_IN_WORDS } from '../../core/file-kind.ts';
import type { Doubt, ImportRun } from '../../store/import-run-rows.ts';
import { IMPORT_PATH } from '../choose-file/choose-file.view.tsx';
import { goesOn } from '../run-in-words.ts';
import { FINDING_SECTIONS, FindingSection } from './finding-section.tsx';
import { type WithdrawnLine, WithdrawnSection } from './withdrawn-section.tsx';

export type ShowImportModel = {
  readonly house: HousePage;
  readonly run: ImportRun;
  readonly askedBy: string;
  /** The first lines of each kind, and how many there are. */
  readonly findings: ReadonlyMap<Finding['kind'], { readonly lines: readonly Finding[]; readonly count: number }>;
  readonly doubts: readonly Doubt[];
  /** What the file no longer has, by group; the first of them. */
  readonly missing: readonly WithdrawnLine[];
  readonly csrf: string;
};

/** Seconds between two looks at a loading that goes on, where no script runs. */
const LOOK_AGAIN_SECONDS = 4;

/** One loading: how far it is, or what became of it. */
export function ShowImportView(model: ShowImportModel): VNode {
  const { house, run } = model;
  const on = goesOn(run);
  return (
    <Layout
      house={house}
      title={titleOf(run)}
      nav={IMPORT_PATH}
      back={{ text: 'Load a file', href: IMPORT_PATH }}
      {...(on ? { lookAgainAfter: LOOK_AGAIN_SECONDS } : {})}
    >
      <div data-progress={on ? `${IMPORT_PATH}/${run.id}` : undefined} data-progress-every={on ? '2000' : undefined}>
        <div data-progress-part data-progress-done={on ? undefined : ''}>
          <PageTitle caption={run.fileName}>{titleOf(run)}</PageTitle>
          {on ? <Progress run={run} /> : <Report {...model} />}
        </div>
      </div>
    </Layout>
  );
}

function titleOf({ kind, state, windowUntil }: ImportRun): string {
  if (state === 'refused') return 'The file was not loaded';
  if (state === 'failed') return 'The loading stopped';
  if (state === 'done' && windowUntil) {
    const { subject, is } = KIND_IN_WORDS[kind];
    return `The ${subject} to ${plainDay(windowUntil)} ${is} loaded`;
  }
  return 'The file is being loaded';
}

const Progress = ({ run }: { readonly run: ImportRun }) => (
  <>
    <Lead>{progressInWords(run)}</Lead>
    {run.state === 'writing' && run.childrenInFile !== null && (
      <progress class="sl-progress" max={run.childrenInFile} value={run.mark} aria-label="Children loaded" />
    )}
    <p>You can leave this page: the loading goes on, and its report will be here.</p>
  </>
);

function progressInWords({ state, mark, childrenInFile }: ImportRun): string {
  if (state === 'waiting') return 'It waits for its turn.';
  if (state === 'reading') return 'The whole file is being read. Nothing of it has been written yet.';
  return `${mark} of ${childrenInFile} children are loaded.`;
}

function Report(model: ShowImportModel): VNode {
  const { run, askedBy, findings, doubts, missing, csrf } = model;
  if (run.state === 'refused')
    return (
      <>
        <Gov is="insetText" text={run.refusedBecause ?? ''} />
        <p>Nothing of it was written. Put the file right, or choose another, and load it again.</p>
      </>
    );
  return (
    <>
      {run.state === 'failed' && <Gov is="warningText" text={run.refusedBecause ?? ''} iconFallbackText="Warning" />}
      <Lead>{leadOf(run, findings, doubts)}</Lead>
      {run.counts && <Counts children={run.counts.children} rows={run.counts.rows} />}
      <Facts of={factsOf(run, askedBy)} />
      <Doubts doubts={doubts} />
      <WithdrawnSection run={run.id} csrf={csrf} lines={missing} />
      {FINDING_SECTIONS.filter(({ kind }) => kind !== 'withdrawn' || missing.length === 0).map((section) => (
        <FindingSection key={section.kind} run={run.id} section={section} found={findings.get(section.kind)} />
      ))}
    </>
  );
}

function leadOf(run: ImportRun, findings: ShowImportModel['findings'], doubts: readonly Doubt[]): string {
  const { loaded = 0, unchanged = 0, setAside = 0 } = run.counts?.children ?? {};
  const first =
    loaded === 0 && setAside === 0
      ? `Nothing in it was new: ${unchanged} children are as they were.`
      : `${loaded} children are new or changed, ${unchanged} are as they were${setAside > 0 ? `, and ${setAside} could not be loaded` : ''}.`;
  const look =
    findings.size > 0 || doubts.length > 0 ? ' There is something to look at below.' : ' There is nothing to look at.';
  return first + look;
}

const factsOf = (run: ImportRun, askedBy: string): [string, string][] => [
  [
    'Speaks of',
    run.windowFrom && run.windowUntil ? `${plainDay(run.windowFrom)} to ${plainDay(run.windowUntil)}` : 'not known',
  ],
  ...(run.parts === null ? [] : ([['What came', run.parts.join(', ')]] as [string, string][])),
  ['Loaded by', `${askedBy}, ${momentInWords(run.askedAt)}`],
  ['Entries written', String(run.counts?.entries ?? 0)],
  ...(run.trial ? ([['For trial', 'yes']] as [string, string][]) : []),
];

const Counts = ({ children, rows }: { readonly children: Tally; readonly rows: Tally }) => (
  <Table
    caption="What was read and what became of it"
    columns={[
      { heading: 'Of the file', namesRow: true },
      { heading: 'Read', figures: true },
      { heading: 'Loaded', figures: true },
      { heading: 'Unchanged', figures: true },
      { heading: 'Set aside', figures: true },
    ]}
    rows={[
      ['Children', ...figures(children)],
      ['Rows', ...figures(rows)],
    ]}
  />
);
const figures = ({ read, loaded, unchanged, setAside }: Tally): string[] =>
  [read, loaded, unchanged, setAside].map(String);

function Doubts({ doubts }: { readonly doubts: readonly Doubt[] }): VNode | null {
  if (doubts.length === 0) return null;
  return (
    <section aria-labelledby="in-doubt">
      <h2 class="sl-h2" id="in-doubt">
        Identity in doubt: {doubts.length}
      </h2>
      <p>
        These stand under an id that another child has too, with another birth date or sex. Each has a page of their own
        until somebody decides.
      </p>
      <Table
        caption="Children whose identity is in doubt"
        columns={[
          { heading: 'Council id', namesRow: true },
          { heading: 'In this file' },
          { heading: 'The other' },
          { heading: 'What differs' },
        ]}
        rows={doubts.map((doubt) => [
          doubt.child,
          <a href={childPath(doubt.book)}>the child of this file</a>,
          <a href={childPath(doubt.with)}>the other child</a>,
          <Quiet>
            {[doubt.birthsDiffer && 'birth date', doubt.sexesDiffer && 'sex'].filter(Boolean).join(', ') ||
              'nothing that is known'}
          </Quiet>,
        ])}
      />
    </section>
  );
}
