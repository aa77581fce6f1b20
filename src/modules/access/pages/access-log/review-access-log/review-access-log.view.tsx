import type { VNode } from 'preact';
import type { Id } from '../../../../../kernel/id.ts';
import type { DateRead } from '../../../../../ui/date-boxes.ts';
import { DateBoxes } from '../../../../../ui/date-fields.tsx';
import { countOf, momentInWords, plainDay } from '../../../../../ui/dates-in-words.ts';
import { ErrorSummary } from '../../../../../ui/error-summary.tsx';
import { Gov } from '../../../../../ui/gov.tsx';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { Table } from '../../../../../ui/table.tsx';
import { Lead, PageTitle, Quiet, Section } from '../../../../../ui/text.tsx';
import { eventInWords, outcomeInWords } from '../../../core/access-log/access-event-in-words.ts';
import type { LoggedLine } from '../../../core/access-log/audit-event.ts';
import { isPersonId } from '../../../core/access-log/log-person.ts';
import { RELATION_IN_WORDS, relation } from '../../../core/relation.ts';
import type { LogCount } from '../../../store/access-log/read-log.ts';
import type { NameOf } from '../log-names.ts';
import { type LogQuestion, logQuery } from './log-question.ts';

export type LogReviewPage = {
  readonly house: HousePage;
  readonly question: LogQuestion;
  /** Everybody who may be chosen, by name. */
  readonly people: readonly { readonly id: Id; readonly name: string }[];
  readonly counts: readonly LogCount[];
  /** The last lines of the chosen person. */
  readonly lines: readonly LoggedLine[];
  readonly nameOf: NameOf;
};

/** What was opened by whom, in numbers; line by line for one person. */
export function ReviewAccessLogView(page: LogReviewPage): VNode {
  const { house, question, counts } = page;
  const { from, until, faults } = question;
  const lines = counts.reduce((sum, count) => sum + count.lines, 0);
  return (
    <Layout house={house} title="Access log" nav="/access-log" refused={faults.length > 0}>
      <ErrorSummary faults={faults} />
      <PageTitle>Who opened what</PageTitle>
      <Lead>
        {from === until ? `On ${plainDay(from)}` : `From ${plainDay(from)} to ${plainDay(until)}`}:{' '}
        {lines === 0
          ? 'nothing was opened.'
          : `${countOf(lines, 'line')} by ${countOf(counts.length, 'person', 'people')}.`}
      </Lead>
      <Question {...page} />
      {counts.length > 0 && <Counts {...page} />}
      {page.lines.length > 0 && <Lines {...page} />}
      {lines > 0 && (
        <p>
          <a href={`/access-log.csv${logQuery(question)}`}>These lines for a spreadsheet (CSV)</a>
        </p>
      )}
    </Layout>
  );
}

const Question = ({ question: { person, typed, read }, people }: LogReviewPage) => (
  <form method="get" action="/access-log" class="sl-form" noValidate>
    <Gov
      is="select"
      id="person"
      name="person"
      label={{ text: 'Who', classes: 'govuk-label--m' }}
      value={person ?? ''}
      items={[{ value: '', text: 'Everybody' }, ...people.map(({ id, name }) => ({ value: id, text: name }))]}
    />
    <DateBoxes
      name="from"
      legend="From"
      hint="Left empty: the last seven days"
      typed={typed.from}
      read={orNothing(read.from)}
    />
    <DateBoxes name="until" legend="To" typed={typed.until} read={orNothing(read.until)} />
    <Gov is="button" text="Show" classes="govuk-button--secondary" />
  </form>
);

/** A box that was left empty is not wrong. */
const orNothing = (read: DateRead): DateRead | undefined => (read.is === 'empty' ? undefined : read);

const Counts = ({ counts, nameOf, question }: LogReviewPage) => (
  <Section id="counts" heading="In numbers, most children first">
    <Table
      caption="What each person left in the log"
      columns={[
        { heading: 'Who' },
        { heading: 'Children', figures: true },
        { heading: 'Lines', figures: true },
        { heading: 'With a reason', figures: true },
        { heading: 'Taken away', figures: true },
        { heading: 'Turned away', figures: true },
      ]}
      rows={counts.map(({ person, children, lines, withReason, takenAway, turnedAway }) => [
        isPersonId(person) ? (
          <a href={`/access-log${logQuery({ ...question, person: person as Id })}`}>{nameOf(person)}</a>
        ) : (
          nameOf(person)
        ),
        ...[children, lines, withReason, takenAway, turnedAway].map((figure) => figure.toLocaleString('en-GB')),
      ])}
    />
  </Section>
);

const Lines = ({ lines, counts, nameOf, question }: LogReviewPage) => {
  const all = counts.reduce((sum, count) => sum + count.lines, 0);
  return (
    <Section id="lines" heading={`Line by line: ${nameOf(question.person ?? '')}`}>
      {lines.length < all && <p>The last {lines.length.toLocaleString('en-GB')} lines. The file has them all.</p>}
      <Table
        caption="Lines of the access log, newest first"
        columns={[
          { heading: 'When', keepTogether: true },
          { heading: 'What' },
          { heading: 'By what' },
          { heading: 'Children' },
        ]}
        rows={lines.map((line) => [
          momentInWords(line.at),
          [eventInWords(line.event), outcomeInWords(line.outcome), line.what === null ? '' : 'taken away as a file']
            .filter((part) => part !== '')
            .join(', '),
          byWhat(line.relation),
          childrenInShort(line.children),
        ])}
      />
    </Section>
  );
};

function byWhat(by: string | null) {
  const known = by === null ? undefined : relation(by);
  return known === undefined ? <Quiet>–</Quiet> : RELATION_IN_WORDS[known];
}

/** Whoever reviews the log reads no children: one is told by the beginning of the random id, many by their number. */
const childrenInShort = (children: readonly Id[]): string =>
  children.length === 0
    ? 'none'
    : children.length === 1
      ? (children[0] ?? '').slice(0, 8)
      : children.length.toLocaleString('en-GB');
