import type { VNode } from 'preact';
import { countOf, longDay } from '../../../../ui/dates-in-words.ts';
import { StatusWord } from '../../../../ui/status-word.tsx';
import { Table } from '../../../../ui/table.tsx';
import { Missed, Quiet } from '../../../../ui/text.tsx';
import type { Urgency } from '../../core/caseload.ts';
import { WORK_WORDS } from '../../core/caseload-words.ts';
import { reasonWords } from '../../core/gap-words.ts';
import type { CaseloadPage, CaseloadRow, OwedLine } from './caseload.model.ts';

/** The children under what is most urgent: late, this week, the week after, what nobody can tell, nothing. */
export const CaseloadGroups = ({ list }: { readonly list: CaseloadPage }): VNode => (
  <>
    {list.groups.map(({ urgency, rows }) => (
      <section key={urgency} class="sl-caseload" aria-labelledby={`group-${urgency}`}>
        <h2 class="sl-h3" id={`group-${urgency}`}>
          {headingOf(urgency, list)}
        </h2>
        <Table
          caption={headingOf(urgency, list)}
          hideHeadings
          columns={[{ heading: 'When' }, { heading: 'Child', namesRow: true }, { heading: 'What' }]}
          rows={rows.map((row) => [<When row={row} />, <Child row={row} />, <What row={row} />])}
        />
      </section>
    ))}
  </>
);

function headingOf(urgency: Urgency, { week, fortnight, own }: CaseloadPage): string {
  switch (urgency) {
    case 'late':
      return 'Late, or due today';
    case 'week':
      return week ? `By the end of ${withoutYear(longDay(week.lastWorked))}` : 'This week';
    case 'fortnight':
      return fortnight ? `The week after, by ${withoutYear(longDay(fortnight.lastWorked))}` : 'The week after';
    case 'cannot-tell':
      return own ? 'We cannot tell until you say' : 'We cannot tell until somebody says';
    case 'nothing-due':
      return fortnight ? 'Nothing due in the next ten working days' : 'Nothing late';
  }
}

const withoutYear = (day: string): string => day.replace(/ \d{4}$/, '');

function When({ row: { urgency, owed, next } }: { row: CaseloadRow }) {
  const [first] = owed;
  if (first) return <Owed line={first} />;
  if (urgency === 'cannot-tell') return <StatusWord verdict="cannot-tell" />;
  return next ? <Owed line={next} /> : <Quiet>Nothing runs</Quiet>;
}

function Owed({ line: { late, verdict, status, due } }: { line: OwedLine }) {
  if (late) return <StatusWord verdict={verdict} text={status} />;
  if (status === 'Today') return <StatusWord verdict="due-soon" text={status} />;
  return (
    <>
      <strong>{status}</strong>
      {due !== '' && (
        <>
          <br />
          <Quiet>{due}</Quiet>
        </>
      )}
    </>
  );
}

const Child = ({ row: { href, heading, weight, because } }: { row: CaseloadRow }) => (
  <>
    <a href={href}>{heading}</a>
    <br />
    <Quiet>
      {WORK_WORDS[weight.because]}, {countOf(weight.points, 'point')}
    </Quiet>
    {because !== null && (
      <>
        <br />
        <Missed>Nobody holds: {lowerFirst(reasonWords(because).words)}</Missed>
      </>
    )}
  </>
);

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function What({ row }: { row: CaseloadRow }) {
  const { owed, moreOwed, next, untold, moreUntold } = row;
  const [first, ...others] = owed;
  const leads = first ?? (row.urgency === 'cannot-tell' ? null : next);
  return (
    <>
      {leads && <span class="sl-row-line">{leads.title}</span>}
      {others.map((line, index) => (
        <span key={index} class="sl-row-line sl-quiet">
          {line.late || line.status === 'Today' ? (
            <StatusWord verdict={line.late ? line.verdict : 'due-soon'} text={line.status} />
          ) : (
            [line.status, line.due].filter(Boolean).join(', ')
          )}{' '}
          {line.title}
        </span>
      ))}
      {moreOwed > 0 && <span class="sl-row-line sl-quiet">and {moreOwed} more</span>}
      {untold.length > 0 && (
        <span class="sl-row-line sl-quiet">
          <span class="sl-unknown">Cannot tell:</span> {untold.join('; ')}
          {moreUntold > 0 && `; and ${moreUntold} more`}
        </span>
      )}
    </>
  );
}
