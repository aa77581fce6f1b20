import type { VNode } from 'preact';
import { Table } from '../../../../ui/table.tsx';
import { Missed, Quiet, Section } from '../../../../ui/text.tsx';
import type { ReadChild } from '../../../child-page.ts';
import { type ChronologyRow, chronologyOf } from './chronology.ts';

/** Everything that was written about the child, newest first. What was corrected stays, struck through. */
export function ChronologySection({ child }: { readonly child: ReadChild }): VNode {
  const rows = chronologyOf(child.entries);
  return (
    <Section id="chronology" heading="Chronology">
      {rows.length === 0 ? (
        <p>Nothing has been written about this child yet.</p>
      ) : (
        <Table
          caption="Every entry, newest first"
          columns={[
            { heading: 'Happened', keepTogether: true },
            { heading: 'What', namesRow: true },
            { heading: 'Written down', keepTogether: true },
            { heading: 'By' },
          ]}
          rows={rows.map((row) => [<Happened row={row} />, <What row={row} />, row.writtenDown, row.writtenBy])}
        />
      )}
    </Section>
  );
}

const Happened = ({ row }: { row: ChronologyRow }) => (
  <>
    {row.happenedOn === null ? row.happened : <time dateTime={row.happenedOn}>{row.happened}</time>}
    {row.delay && (
      <>
        <br />
        <Missed>{row.delay}</Missed>
      </>
    )}
  </>
);

function What({ row }: { row: ChronologyRow }) {
  return (
    <span id={`entry-${row.entry}`}>
      {row.correctedBy === null ? row.tells : <del>{row.tells}</del>}
      {row.words && row.correctedBy === null && (
        <>
          <br />
          <q>{row.words}</q>
        </>
      )}
      {row.correctedBy !== null && (
        <>
          <br />
          <Quiet>
            Since <a href={`#entry-${row.correctedBy}`}>corrected</a>. Both stay.
          </Quiet>
        </>
      )}
      {row.corrects && (
        <>
          <br />
          <Quiet>
            Corrects {row.corrects}
            {row.reason && `: ${row.reason}`}
          </Quiet>
        </>
      )}
    </span>
  );
}
