import type { VNode } from 'preact';
import type { Id } from '../../../../../kernel/id.ts';
import { momentInWords } from '../../../../../ui/dates-in-words.ts';
import { ErrorSummary, type FieldFault, faultOf } from '../../../../../ui/error-summary.tsx';
import { Gov } from '../../../../../ui/gov.tsx';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { Table } from '../../../../../ui/table.tsx';
import { Facts, Lines, PageTitle, Section, Typed } from '../../../../../ui/text.tsx';
import { eventInWords } from '../../../core/access-log/access-event-in-words.ts';
import { findingInWords } from '../../../core/needless-reading/snooping-kinds.ts';
import {
  CONCLUSIONS,
  type Conclusion,
  SHORTEST_REMARK,
  type TypedReview,
} from '../../../core/needless-reading/suspicion-review.ts';
import { RELATION_IN_WORDS, relation } from '../../../core/relation.ts';
import { type EvidentLine, MOST_LINES, type Suspicion } from '../../../store/needless-reading/suspicion-reviews.ts';
import { logQuery } from '../../access-log/review-access-log/log-question.ts';
import { reviewedBy } from '../../openings/finding-in-words.ts';
import { type ChildInWords, headingIn } from '../../openings/opening-house.ts';
import { CONCLUSION_IN_WORDS, daysOf, judgedDays } from './suspicion-in-words.ts';

export type SuspicionPage = {
  readonly house: HousePage;
  readonly csrf: string;
  readonly suspicion: Suspicion;
  readonly lines: readonly EvidentLine[];
  /** The children of the alert and of its lines. */
  readonly names: ReadonlyMap<Id, ChildInWords>;
  readonly typed: TypedReview;
  readonly faults: readonly FieldFault[];
};

/** Who opened whose record, what points to a question, the lines behind it; and what the reviewer says. */
export function ReviewSuspicionView(page: SuspicionPage): VNode {
  const { house, suspicion, faults } = page;
  const { personName, child, evidence, finding } = suspicion;
  const back = { text: 'Access reviews', href: '/access-reviews' };
  return (
    <Layout house={house} title="Access review" nav="/access-reviews" back={back} refused={faults.length > 0}>
      <ErrorSummary faults={faults} />
      <PageTitle caption={headingIn(page.names, child)}>Why did {personName} open this record?</PageTitle>
      <Facts of={factsOf(suspicion)} />
      <Section id="evidence" heading="What points to the question">
        <Lines of={evidence.map(findingInWords)} />
      </Section>
      <Behind {...page} />
      {finding === null ? <Form {...page} /> : <Found suspicion={suspicion} finding={finding} />}
    </Layout>
  );
}

const factsOf = (suspicion: Suspicion): (readonly [string, string])[] => [
  ['Opened by', suspicion.personName],
  ['Days judged', judgedDays(suspicion)],
  ['Found', momentInWords(suspicion.foundAt)],
];

const byWhat = (line: EvidentLine): string => {
  const known = relation(line.relation ?? '');
  return known === undefined ? 'Not told' : RELATION_IN_WORDS[known];
};

const Behind = (page: SuspicionPage) => (
  <Section id="lines" heading="The lines behind it">
    {page.lines.length === MOST_LINES && <p>The first {MOST_LINES} lines.</p>}
    <Table
      caption="Lines of the access log, in order"
      columns={[
        { heading: 'When', keepTogether: true },
        { heading: 'Child' },
        { heading: 'What' },
        { heading: 'By what' },
      ]}
      rows={page.lines.map((line) => [
        momentInWords(line.at),
        headingIn(page.names, line.child),
        eventInWords(line.event),
        byWhat(line),
      ])}
    />
    <p>
      <a href={`/access-log${logQuery({ person: page.suspicion.person, ...daysOf(page.suspicion) })}`}>
        Everything that {page.suspicion.personName} opened in these days
      </a>
    </p>
  </Section>
);

const Form = ({ csrf, suspicion, typed, faults }: SuspicionPage) => (
  <form method="post" action={`/access-reviews/${suspicion.id}`} class="sl-form" noValidate>
    <input type="hidden" name="_csrf" value={csrf} />
    <input type="hidden" name="seen-until" value={suspicion.until} />
    <Gov
      is="radios"
      idPrefix="finding"
      name="finding"
      fieldset={{ legend: { text: 'What do you find?', classes: 'govuk-fieldset__legend--m' } }}
      errorMessage={faultOf(faults, 'finding')}
      value={typed.finding}
      items={CONCLUSIONS.map((value) => ({ value, text: CONCLUSION_IN_WORDS[value], hint: { text: HINTS[value] } }))}
    />
    <Gov
      is="input"
      id="passed-to"
      name="passed-to"
      label={{ text: 'To whom did you pass the concern on?', classes: 'govuk-label--m' }}
      hint={{ text: 'Stays empty when it is explained.' }}
      value={typed.passedTo}
      errorMessage={faultOf(faults, 'passed-to')}
    />
    <Gov
      is="textarea"
      id="remark"
      name="remark"
      rows={3}
      label={{ text: 'What explains it, or what is the concern?', classes: 'govuk-label--m' }}
      hint={{ text: `${SHORTEST_REMARK} letters or more. Other data protection officers read it.` }}
      value={typed.remark}
      errorMessage={faultOf(faults, 'remark')}
    />
    <Gov is="button" text="Keep this finding" preventDoubleClick />
  </form>
);

const HINTS: Readonly<Record<Conclusion, string>> = {
  explained: 'There was a reason in the work, and you say which.',
  concern: 'You passed it on to whoever decides about it.',
};

const Found = ({ suspicion, finding }: { readonly suspicion: Suspicion; readonly finding: Conclusion }) => (
  <Section id="found" heading="What was found">
    <p>
      {CONCLUSION_IN_WORDS[finding]}. {reviewedBy(suspicion)}.
    </p>
    {suspicion.passedTo !== null && (
      <p>
        Passed on to <Typed>{suspicion.passedTo}</Typed>.
      </p>
    )}
    <p>
      <Typed>“{suspicion.remark}”</Typed>
    </p>
  </Section>
);
