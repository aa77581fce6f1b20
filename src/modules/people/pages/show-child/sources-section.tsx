import type { VNode } from 'preact';
import { countOf, shortDay } from '../../../../ui/dates-in-words.ts';
import { Table } from '../../../../ui/table.tsx';
import { Quiet, Section } from '../../../../ui/text.tsx';
import type { ReadChild } from '../../../child-page.ts';
import { type SourceRow, sourcesOf } from './sources.ts';

const ROWS_SHOWN = 6;

/** Which files and which people all of this rests on, and what a file can never say. */
export function SourcesSection({ child }: { readonly child: ReadChild }): VNode | null {
  const rows = sourcesOf(child.entries);
  if (rows.length === 0) return null;
  return (
    <Section id="sources" heading="Where this comes from">
      <Table
        caption="Sources of this page"
        columns={[
          { heading: 'Source', namesRow: true },
          { heading: 'Covers' },
          { heading: 'Entries', figures: true },
          { heading: 'First written' },
          { heading: 'What it cannot say' },
        ]}
        rows={rows.map((row) => [
          <Name row={row} />,
          row.window === null
            ? 'Whatever people write'
            : `${shortDay(row.window.from)} to ${shortDay(row.window.until)}`,
          row.entries.toLocaleString('en-GB'),
          shortDay(row.firstLoaded),
          <CannotSay row={row} never={row.kind === 'here' ? [] : (child.neverToldBy.get(row.kind) ?? [])} />,
        ])}
      />
      <FilesDisagree child={child} />
    </Section>
  );
}

/** What the source can never say at all, and of the duties that this child is owed. */
const CannotSay = ({ row, never }: { row: SourceRow; never: readonly string[] }) => (
  <>
    {row.cannotSay ?? 'What nobody has written down'}
    {never.length > 0 && <Quiet> Of what is judged on this page, never: {never.join('; ')}.</Quiet>}
  </>
);

/** Where two kinds of file say different things of this child, and the way to settle it. */
function FilesDisagree({ child: { filesDiffer } }: { child: ReadChild }) {
  if (filesDiffer.length === 0) return null;
  return (
    <>
      <h3 class="sl-h3" id="files-differ">
        Files disagree on {countOf(filesDiffer.length, 'event')}
      </h3>
      <Table
        caption="Where files disagree about this child"
        columns={[{ heading: 'Event', namesRow: true }, { heading: 'What each says' }]}
        rows={filesDiffer.map(({ event, says, settledAt }) => [
          <a href={settledAt}>{event}</a>,
          says.map((line) => <div key={line}>{line}</div>),
        ])}
      />
    </>
  );
}

const Name = ({ row }: { row: SourceRow }) => (
  <>
    {row.name}
    {row.file && (
      <>
        <br />
        <Quiet>
          file <span class="sl-code">{row.file}</span>, {linesInWords(row.rows)}
        </Quiet>
      </>
    )}
  </>
);

/** `lines CINdetails:12, Assessments:40 and 3 more`. */
function linesInWords(rows: readonly string[]): string {
  const more = rows.length - ROWS_SHOWN;
  const shown = rows.slice(0, ROWS_SHOWN).join(', ');
  return `${countOf(rows.length, 'row')}: ${shown}${more > 0 ? ` and ${more} more` : ''}`;
}
