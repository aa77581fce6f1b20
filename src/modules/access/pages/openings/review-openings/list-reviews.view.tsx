import type { VNode } from 'preact';
import type { Id } from '../../../../../kernel/id.ts';
import type { Instant } from '../../../../../kernel/instant.ts';
import { countOf, momentInWords } from '../../../../../ui/dates-in-words.ts';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { Table } from '../../../../../ui/table.tsx';
import { Lead, Missed, PageTitle, Quiet, Section, Typed } from '../../../../../ui/text.tsx';
import { isRunning, leftInWords, mayReview, REVIEW_DAYS } from '../../../core/openings/reasoned-opening.ts';
import type { ReviewedOpening } from '../../../store/openings/opening-reviews.ts';
import { FINDING_IN_WORDS, reviewedBy } from '../finding-in-words.ts';
import { type ChildInWords, headingIn } from '../opening-house.ts';

/** `overdue` is undefined where the bank holidays of its days are not known. */
export type WaitingReview = ReviewedOpening & { readonly overdue: boolean | undefined };

export type ReviewsPage = {
  readonly house: HousePage;
  readonly reviewer: Id;
  readonly now: Instant;
  readonly waiting: readonly WaitingReview[];
  readonly done: readonly ReviewedOpening[];
  readonly names: ReadonlyMap<Id, ChildInWords>;
};

/** What waits for a review, oldest first, and what was reviewed. */
export function ListReviewsView(page: ReviewsPage): VNode {
  const { house, waiting, done } = page;
  const late = waiting.filter(({ overdue }) => overdue).length;
  return (
    <Layout house={house} title="Reviews of openings" nav="/openings/reviews">
      <PageTitle>Records that were opened with a reason</PageTitle>
      <Lead>
        {waiting.length === 0
          ? 'Nothing waits for a review.'
          : `${countOf(waiting.length, 'opening waits', 'openings wait')} for a review.`}{' '}
        {late > 0 && (
          <Missed>
            {countOf(late, 'has waited', 'have waited')} for more than {REVIEW_DAYS} working days.
          </Missed>
        )}
      </Lead>
      {waiting.length > 0 && <Waiting {...page} />}
      {done.length > 0 && <Done {...page} />}
    </Layout>
  );
}

const Waiting = (page: ReviewsPage) => (
  <Section id="waiting" heading="Waiting, oldest first">
    <Table
      caption="Openings that wait for a review"
      columns={[
        { heading: 'Opened by' },
        { heading: 'Child' },
        { heading: 'Reason' },
        { heading: 'Opened', keepTogether: true },
        { heading: 'Review', actions: true },
      ]}
      rows={page.waiting.map((row) => [
        row.personName,
        headingIn(page.names, row.child),
        <Typed>{row.reason}</Typed>,
        <>
          {momentInWords(row.openedAt)}
          <br />
          <Quiet>
            {isRunning(row, page.now) ? leftInWords(row, page.now) : `${countOf(row.lines, 'line')} in the access log`}
          </Quiet>
        </>,
        <ReviewLink page={page} row={row} />,
      ])}
    />
  </Section>
);

function ReviewLink({ page, row }: { page: ReviewsPage; row: WaitingReview }) {
  if (!mayReview(row, page.reviewer)) return <Quiet>Yours: another data protection officer looks at it</Quiet>;
  return (
    <>
      {row.overdue && (
        <>
          <Missed>Overdue</Missed>
          <br />
        </>
      )}
      {row.overdue === undefined && (
        <>
          <span class="sl-unknown">Cannot tell</span> whether it is overdue
          <br />
        </>
      )}
      <a href={`/openings/reviews/${row.id}`}>
        Review<span class="govuk-visually-hidden"> what {row.personName} opened</span>
      </a>
    </>
  );
}

const Done = (page: ReviewsPage) => (
  <Section id="done" heading="Reviewed, newest first">
    <Table
      caption="Openings that were reviewed"
      columns={[
        { heading: 'Opened by' },
        { heading: 'Child' },
        { heading: 'Opened', keepTogether: true },
        { heading: 'Found' },
        { heading: 'By' },
      ]}
      rows={page.done.map((row) => [
        <a href={`/openings/reviews/${row.id}`}>{row.personName}</a>,
        headingIn(page.names, row.child),
        momentInWords(row.openedAt),
        row.finding === null ? '' : FINDING_IN_WORDS[row.finding],
        reviewedBy(row),
      ])}
    />
  </Section>
);
