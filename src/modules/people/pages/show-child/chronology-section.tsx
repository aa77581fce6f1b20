import type { VNode } from 'preact';
import { isWithheld } from '../../../../record/said.ts';
import { Table } from '../../../../ui/table.tsx';
import { Missed, Quiet, Section } from '../../../../ui/text.tsx';
import { childPath } from '../../../child-face.ts';
import type { ReadChild } from '../../../child-page.ts';
import { type ChronologyRow, chronologyOf } from './chronology.ts';

type ChronologyProps = {
  readonly child: ReadChild;
  /** May this reader say who may read a paragraph? */
  readonly maySetAudience: boolean;
};

/** Everything that was written about the child, newest first. What was corrected stays, struck through. */
export function ChronologySection({ child, maySetAudience }: ChronologyProps): VNode {
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
          rows={rows.map((row) => [
            <Happened row={row} />,
            <What row={row} audienceAt={maySetAudience && row.hasSentences ? audiencePath(child, row) : null} />,
            row.writtenDown,
            row.writtenBy,
          ])}
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

const audiencePath = ({ face }: ReadChild, { entry }: ChronologyRow): string =>
  `${childPath(face.child)}/entries/${entry}/audience`;

function What({ row, audienceAt }: { row: ChronologyRow; audienceAt: string | null }) {
  return (
    <span id={`entry-${row.entry}`}>
      {row.correctedBy === null ? row.tells : <del>{row.tells}</del>}
      {row.words && row.correctedBy === null && (
        <>
          <br />
          {isWithheld(row.words) ? <Quiet>What the child said is withheld from you.</Quiet> : <q>{row.words}</q>}
        </>
      )}
      {row.isPartly && (
        <>
          <br />
          <Quiet>Part of this entry is withheld from you.</Quiet>
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
      {audienceAt && (
        <>
          <br />
          <a href={audienceAt} class="sl-quiet">
            Who may read this<span class="govuk-visually-hidden">: {row.tells}</span>
          </a>
        </>
      )}
    </span>
  );
}
