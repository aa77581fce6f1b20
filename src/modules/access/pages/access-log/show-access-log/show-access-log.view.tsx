import type { VNode } from 'preact';
import type { Id } from '../../../../../kernel/id.ts';
import type { LocalDate } from '../../../../../kernel/local-date.ts';
import { clockTime, countOf, longDay, MONTHS } from '../../../../../ui/dates-in-words.ts';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { Table } from '../../../../../ui/table.tsx';
import { Lead, PageTitle, Quiet, Section, Typed } from '../../../../../ui/text.tsx';
import { childPath } from '../../../../child-face.ts';
import { eventInWords, outcomeInWords } from '../../../core/access-log/access-event-in-words.ts';
import type { LogMonth } from '../../../core/access-log/log-time.ts';
import { RELATION_IN_WORDS, relation } from '../../../core/relation.ts';
import type { LogGroup } from '../../../store/access-log/read-log.ts';
import type { NameOf } from '../log-names.ts';

export type AccessLogPage = {
  readonly house: HousePage;
  readonly child: Id;
  /** "Safiya Nowak-Rahman, 8". */
  readonly childHeading: string;
  readonly month: LogMonth;
  /** The nearest months before and after of which there are lines; null where there are none. */
  readonly earlier: LogMonth | null;
  readonly later: LogMonth | null;
  /** Newest first. */
  readonly groups: readonly LogGroup[];
  readonly nameOf: NameOf;
};

/** Who opened a child's record in one month, by day, and by what. */
export function ShowAccessLogView(page: AccessLogPage): VNode {
  const { house, child, childHeading, month, groups } = page;
  const days = [...new Set(groups.map(({ day }) => day))];
  const people = new Set(groups.map(({ person }) => person)).size;
  return (
    <Layout
      house={house}
      title="Access log of a child"
      nav="/children"
      back={{ text: childHeading, href: childPath(child) }}
    >
      <PageTitle caption={childHeading}>Who opened this record in {monthInWords(month)}</PageTitle>
      <Lead>
        {groups.length === 0
          ? 'Nobody opened it, and it stood in no list that somebody was shown.'
          : `${countOf(people, 'person', 'people')} on ${countOf(days.length, 'day')}. The log keeps who, when and by what; it cannot be changed.`}
      </Lead>
      <Months {...page} />
      {days.map((day) => (
        <Day key={day} day={day} {...page} groups={groups.filter((group) => group.day === day)} />
      ))}
      <p>
        <a href={`${childPath(child)}/access-log.fhir.json`}>The whole log as FHIR audit events (JSON)</a>
      </p>
    </Layout>
  );
}

const monthInWords = (month: LogMonth): string => `${MONTHS[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`;

function Months({ child, earlier, later }: AccessLogPage) {
  if (earlier === null && later === null) return null;
  const link = (month: LogMonth) => <a href={`${childPath(child)}/access-log?month=${month}`}>{monthInWords(month)}</a>;
  return (
    <nav aria-label="Months of the log" class="sl-pages">
      {later !== null && <span>Later: {link(later)}</span>}
      {earlier !== null && <span>Earlier: {link(earlier)}</span>}
    </nav>
  );
}

const Day = ({ day, groups, nameOf }: AccessLogPage & { day: string }) => (
  <Section id={`day-${day}`} heading={longDay(day as LocalDate)}>
    <Table
      caption={`Who opened the record on ${longDay(day as LocalDate)}, latest first`}
      columns={[
        { heading: 'Who' },
        { heading: 'What' },
        { heading: 'By what' },
        { heading: 'When', keepTogether: true },
      ]}
      rows={groups.map((group) => [nameOf(group.person), whatInWords(group), byWhat(group), whenInWords(group)])}
    />
  </Section>
);

/** "Opened the child’s page, taken away as a file"; "Opened the child’s page: not opened". */
function whatInWords({ event, outcome, what }: LogGroup): string {
  const ended = outcomeInWords(outcome);
  return `${eventInWords(event)}${ended === '' ? '' : `: ${ended}`}${what === null ? '' : ', taken away as a file'}`;
}

function byWhat({ relation: by, reason }: LogGroup) {
  const known = by === null ? undefined : relation(by);
  if (known === undefined) return <Quiet>No page of the record</Quiet>;
  return reason === null ? (
    RELATION_IN_WORDS[known]
  ) : (
    <>
      {RELATION_IN_WORDS[known]}: <Typed>“{reason}”</Typed>
    </>
  );
}

function whenInWords({ times, first, last }: LogGroup): string {
  const [from, until] = [clockTime(first), clockTime(last)];
  if (times === 1) return from;
  return from === until ? `${countOf(times, 'time')}, ${from}` : `${countOf(times, 'time')}, ${from} to ${until}`;
}
