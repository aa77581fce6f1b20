import type { VNode } from 'preact';
import { countOf, momentInWords, shortDay } from '../../../../ui/dates-in-words.ts';
import { Table } from '../../../../ui/table.tsx';
import { Quiet } from '../../../../ui/text.tsx';
import { KIND_IN_WORDS } from '../../core/file-kind.ts';
import type { KeptLoading } from '../../store/loading-history.ts';
import { goesOn, stateInWords, tallyInWords } from '../run-in-words.ts';

/** A loading with the name of whoever asked for it. */
export type ListedRun = { readonly run: KeptLoading; readonly askedBy: string };

export const LOADINGS_ON_A_PAGE = 25;

type HistoryProps = {
  readonly path: string;
  readonly runs: readonly ListedRun[];
  /** From 1. */
  readonly page: number;
  readonly of: number;
};

/** Every loading there ever was, the newest first: what it was, of which days, who, when, and what became of all of it. */
export function LoadingHistory({ path, runs, page, of }: HistoryProps): VNode {
  if (of === 0) return <p>No file has been loaded yet.</p>;
  return (
    <>
      <Table
        caption="Files that were loaded, the newest first"
        columns={[
          { heading: 'File', namesRow: true },
          { heading: 'Speaks of' },
          { heading: 'Asked for' },
          { heading: 'What became of it' },
          { heading: 'To look at' },
        ]}
        rows={runs.map(({ run, askedBy }) => [
          <>
            <a href={`${path}/${run.id}`}>{run.fileName}</a>
            <br />
            <Quiet>{KIND_IN_WORDS[run.kind].name}</Quiet>
          </>,
          speaksOf(run),
          `${momentInWords(run.askedAt)}, ${askedBy}`,
          <Became run={run} />,
          <ToLookAt path={path} run={run} />,
        ])}
      />
      <Pages path={path} shown={runs.length} page={page} of={of} />
    </>
  );
}

const speaksOf = ({ windowFrom, windowUntil }: KeptLoading): string =>
  windowFrom === null || windowUntil === null ? 'not known' : `${shortDay(windowFrom)} to ${shortDay(windowUntil)}`;

const Became = ({ run }: { run: KeptLoading }) => (
  <>
    {stateInWords(run)}
    {run.counts !== null && (
      <>
        <div>{tallyInWords(run.counts.children, 'children')}</div>
        <Quiet>{tallyInWords(run.counts.rows, 'rows')}</Quiet>
      </>
    )}
  </>
);

/** Rows that could not be represented, and where another kind of file says otherwise: each leads to its lines. */
function ToLookAt({ path, run }: { path: string; run: KeptLoading }) {
  const { id, counts, disagreements } = run;
  const setAside = counts?.rows.setAside ?? 0;
  if (setAside + disagreements === 0) return <Quiet>{goesOn(run) ? 'nothing yet' : 'nothing'}</Quiet>;
  return (
    <ul class="sl-links">
      {setAside > 0 && (
        <li>
          <a href={`${path}/${id}/set-aside`}>{countOf(setAside, 'row')} set aside</a>
        </li>
      )}
      {disagreements > 0 && (
        <li>
          <a href={`${path}/${id}/disagreement`}>{countOf(disagreements, 'disagreement')}</a>
        </li>
      )}
    </ul>
  );
}

function Pages({ path, shown, page, of }: { path: string; shown: number; page: number; of: number }) {
  const first = (page - 1) * LOADINGS_ON_A_PAGE + 1;
  const last = first + shown - 1;
  const to = (number: number): string => `${path}?page=${number}#loaded`;
  return (
    <nav aria-label="Pages of loadings" class="sl-pages">
      <span>{shown === 0 ? `None of ${of} here.` : `${first} to ${last} of ${countOf(of, 'loading')}.`}</span>
      {page > 1 && <a href={to(page - 1)}>Newer ones</a>}
      {last < of && shown > 0 && <a href={to(page + 1)}>Older ones</a>}
    </nav>
  );
}
