import type { VNode } from 'preact';
import type { Id } from '../../../../../kernel/id.ts';
import { countOf, momentInWords } from '../../../../../ui/dates-in-words.ts';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { Table } from '../../../../../ui/table.tsx';
import { Lead, Lines, PageTitle, Quiet, Section, Typed } from '../../../../../ui/text.tsx';
import type { StoppedAnswer } from '../../../../protected-words.ts';
import { findingInWords } from '../../../core/needless-reading/snooping-kinds.ts';
import type { Suspicion } from '../../../store/needless-reading/suspicion-reviews.ts';
import { reviewedBy } from '../../openings/finding-in-words.ts';
import { type ChildInWords, headingIn } from '../../openings/opening-house.ts';
import { CONCLUSION_IN_WORDS, judgedDays } from './suspicion-in-words.ts';

export type SuspicionsPage = {
  readonly house: HousePage;
  readonly waiting: readonly Suspicion[];
  /** How many wait, with those that are not listed. */
  readonly all: number;
  readonly reviewed: readonly Suspicion[];
  /** Answers that the last look stopped, newest first. */
  readonly stopped: readonly StoppedAnswer[];
  /** Who would have read them, by their ids. */
  readonly readers: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<Id, ChildInWords>;
};

/** Records that were opened as if without need: what waits, oldest first, and what was looked at. */
export function ListSuspicionsView(page: SuspicionsPage): VNode {
  const { house, waiting, all, reviewed } = page;
  return (
    <Layout house={house} title="Access reviews" nav="/access-reviews">
      <PageTitle>Records opened as if without need</PageTitle>
      <Lead>{all === 0 ? 'Nothing waits for you.' : `${countOf(all, 'alert waits', 'alerts wait')} for you.`}</Lead>
      <p>
        Each night the access log of the last 31 days is read for records that no work explains. An alert is a question,
        not a finding. What is said about you yourself, another data protection officer looks at.
      </p>
      {waiting.length > 0 && <Waiting {...page} />}
      {page.stopped.length > 0 && <Stopped {...page} />}
      {reviewed.length > 0 && <Reviewed {...page} />}
    </Layout>
  );
}

const Waiting = (page: SuspicionsPage) => (
  <Section id="waiting" heading="Waiting, oldest first">
    {page.waiting.length < page.all && <p>The oldest {page.waiting.length} of them.</p>}
    <Table
      caption="Alerts that wait for a review"
      columns={[
        { heading: 'Opened by' },
        { heading: 'Child' },
        { heading: 'What points to it' },
        { heading: 'Review', actions: true },
      ]}
      rows={page.waiting.map((row) => [
        row.personName,
        headingIn(page.names, row.child),
        <Lines of={row.evidence.map(findingInWords)} />,
        <>
          <a href={`/access-reviews/${row.id}`}>
            Review<span class="govuk-visually-hidden"> what {row.personName} opened</span>
          </a>
          <br />
          <Quiet>
            {judgedDays(row)}. Found {momentInWords(row.foundAt)}
          </Quiet>
        </>,
      ])}
    />
  </Section>
);

const Stopped = ({ stopped, readers, names }: SuspicionsPage) => (
  <Section id="stopped" heading="Pages that were stopped, newest first">
    <p>
      Each was about to give a protected address or number to somebody who may not see it. Nothing left: the reader met
      a fault page. What led to it is a fault of Sightline or words in the record that should be put right.
    </p>
    <Table
      caption="Pages that were stopped before they left"
      columns={[
        { heading: 'When', keepTogether: true },
        { heading: 'Who asked for it' },
        { heading: 'Child' },
        { heading: 'Protected places in it' },
      ]}
      rows={stopped.map(({ stoppedAt, person, child, places }) => [
        momentInWords(stoppedAt),
        readers.get(person) ?? 'Nobody who was signed in',
        child === null ? 'No one child’s record' : headingIn(names, child),
        String(places),
      ])}
    />
  </Section>
);

const Reviewed = (page: SuspicionsPage) => (
  <Section id="reviewed" heading="Reviewed, newest first">
    <Table
      caption="Alerts that were reviewed"
      columns={[{ heading: 'Opened by' }, { heading: 'Child' }, { heading: 'Found' }, { heading: 'By' }]}
      rows={page.reviewed.map((row) => [
        <a href={`/access-reviews/${row.id}`}>{row.personName}</a>,
        headingIn(page.names, row.child),
        <>
          {row.finding === null ? '' : CONCLUSION_IN_WORDS[row.finding]}
          {row.passedTo !== null && (
            <>
              , passed on to <Typed>{row.passedTo}</Typed>
            </>
          )}
        </>,
        reviewedBy(row),
      ])}
    />
  </Section>
);
