import type { VNode } from 'preact';
import { forceInWords, StatusWord } from '../../../../ui/status-word.tsx';
import { Table } from '../../../../ui/table.tsx';
import { Quiet, Section } from '../../../../ui/text.tsx';
import { askedQuery } from '../../../asked.ts';
import { childPath } from '../../../child-face.ts';
import type { ReadChild } from '../../../child-page.ts';
import { type DueRow, dueRowsOf } from './due-rows.ts';

/** What is late, due and not known; and, closed, what is behind us. */
export function DueSection({ child }: { readonly child: ReadChild }): VNode {
  const { open, behind } = dueRowsOf(child.answers, child.asked, child.windows);
  return (
    <Section id="due" heading="What is due">
      {open.length === 0 ? (
        <p>
          {behind.length === 0
            ? 'No duty has started for this child, as far as the record can tell.'
            : 'Nothing runs on this day.'}
        </p>
      ) : (
        <Clocks caption="What is late, due or not known" rows={open} child={child} />
      )}
      {behind.length > 0 && (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">Met, late or ended before this day ({behind.length})</span>
          </summary>
          <Clocks caption="What was met, met late or ended" rows={behind} child={child} />
        </details>
      )}
    </Section>
  );
}

const Clocks = ({ caption, rows, child }: { caption: string; rows: readonly DueRow[]; child: ReadChild }) => (
  <Table
    caption={caption}
    columns={[
      { heading: 'Where it stands' },
      { heading: 'Duty', namesRow: true },
      { heading: 'Due by', keepTogether: true },
      { heading: 'Force' },
      { heading: 'What is known' },
    ]}
    rows={rows.map((row) => [
      <StatusWord verdict={row.verdict} text={row.status} miss={row.miss} />,
      <>
        <a href={`${childPath(child.face.child)}/explain/${row.explain}${askedQuery(child.asked)}`}>{row.title}</a>
        {row.limit && (
          <>
            <br />
            <Quiet>{row.limit}</Quiet>
          </>
        )}
      </>,
      row.dueBy,
      forceInWords(row.force),
      row.known,
    ])}
  />
);
