import type { ComponentChildren, VNode } from 'preact';
import type { Id } from '../../../../../kernel/id.ts';
import { momentInWords } from '../../../../../ui/dates-in-words.ts';
import { ErrorSummary, type FieldFault, faultOf } from '../../../../../ui/error-summary.tsx';
import { Gov } from '../../../../../ui/gov.tsx';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { Table } from '../../../../../ui/table.tsx';
import { Facts, Lead, PageTitle, Section, Typed } from '../../../../../ui/text.tsx';
import { eventInWords, outcomeInWords } from '../../../core/access-log/access-event-in-words.ts';
import { FINDINGS, mayReview } from '../../../core/openings/reasoned-opening.ts';
import type { OpenedLine, ReviewedOpening } from '../../../store/openings/opening-reviews.ts';
import { FINDING_IN_WORDS, reviewedBy } from '../finding-in-words.ts';

export type ReviewPage = {
  readonly house: HousePage;
  readonly csrf: string;
  readonly reviewer: Id;
  readonly opening: ReviewedOpening;
  /** "Safiya Nowak-Rahman, 8", or that the reviewer may not know. */
  readonly childHeading: string;
  readonly lines: readonly OpenedLine[];
  /** As they were typed. */
  readonly finding: string;
  readonly remark: string;
  readonly faults: readonly FieldFault[];
};

/** Who opened what, why, and what they looked at; and what the reviewer finds. */
export function ReviewOpeningView(page: ReviewPage): VNode {
  const { house, opening, reviewer, faults, childHeading } = page;
  const back = { text: 'Reviews of openings', href: '/openings/reviews' };
  return (
    <Layout house={house} title="Review of an opening" nav="/openings/reviews" back={back} refused={faults.length > 0}>
      <ErrorSummary faults={faults} />
      <PageTitle caption={childHeading}>Was it right that {opening.personName} opened this record?</PageTitle>
      <Lead>
        <Typed>“{opening.reason}”</Typed>
      </Lead>
      <Facts of={factsOf(opening)} />
      <WhatWasOpened {...page} />
      {mayReview(opening, reviewer) ? <Form {...page} /> : <NoForm {...page} />}
    </Layout>
  );
}

const factsOf = ({ personName, openedAt, until, endedAt, endedByName }: ReviewedOpening) => {
  const facts: (readonly [string, ComponentChildren])[] = [
    ['Opened by', personName],
    ['Opened', momentInWords(openedAt)],
    endedAt === null
      ? ['Until', momentInWords(until)]
      : ['Ended', `${momentInWords(endedAt)}, by ${endedByName ?? 'somebody'}`],
  ];
  return facts;
};

const WhatWasOpened = ({ lines }: ReviewPage) => (
  <Section id="lines" heading="What was opened in that time">
    {lines.length === 0 ? (
      <p>Nothing: the record was open, and no page of it was looked at.</p>
    ) : (
      <Table
        caption="Lines of the access log, in order"
        columns={[{ heading: 'When', keepTogether: true }, { heading: 'What' }]}
        rows={lines.map(({ at, event, outcome, what }) => [
          momentInWords(at),
          [eventInWords(event), outcomeInWords(outcome), what === 'export' ? 'taken away as a file' : '']
            .filter((part) => part !== '')
            .join(', '),
        ])}
      />
    )}
  </Section>
);

const Form = ({ csrf, opening, finding, remark, faults }: ReviewPage) => (
  <form method="post" action={`/openings/reviews/${opening.id}`} class="sl-form" noValidate>
    <input type="hidden" name="_csrf" value={csrf} />
    <Gov
      is="radios"
      idPrefix="finding"
      name="finding"
      fieldset={{ legend: { text: 'What do you find?', classes: 'govuk-fieldset__legend--m' } }}
      errorMessage={faultOf(faults, 'finding')}
      value={finding}
      items={FINDINGS.map((value) => ({ value, text: FINDING_IN_WORDS[value] }))}
    />
    <Gov
      is="textarea"
      id="remark"
      name="remark"
      rows={3}
      label={{ text: 'What is there to say about it? (may stay empty when it was right)', classes: 'govuk-label--m' }}
      hint={{ text: 'Whoever opened the record reads it.' }}
      value={remark}
      errorMessage={faultOf(faults, 'remark')}
    />
    <Gov is="button" text="Keep this finding" preventDoubleClick />
  </form>
);

const NoForm = ({ opening }: ReviewPage) =>
  opening.finding === null ? (
    <p>You opened this record yourself: another data protection officer looks at it.</p>
  ) : (
    <Section id="found" heading="What was found">
      <p>
        {FINDING_IN_WORDS[opening.finding]}. {reviewedBy(opening)}.
      </p>
      {opening.remark !== null && (
        <p>
          <Typed>“{opening.remark}”</Typed>
        </p>
      )}
    </Section>
  );
