import type { ComponentChildren, VNode } from 'preact';
import type { Id } from '../../../../../kernel/id.ts';
import type { Instant } from '../../../../../kernel/instant.ts';
import { clockTime } from '../../../../../ui/dates-in-words.ts';
import { ErrorSummary, type FieldFault, faultOf } from '../../../../../ui/error-summary.tsx';
import { Gov } from '../../../../../ui/gov.tsx';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { Facts, Lead, Missed, PageTitle, Section } from '../../../../../ui/text.tsx';
import type { Holder } from '../../../store/openings/openings.ts';
import type { ChildInWords } from '../opening-house.ts';

export type AskPage = {
  readonly house: HousePage;
  readonly csrf: string;
  readonly child: Id;
  readonly inWords: ChildInWords;
  /** Null where no worker holds the child. */
  readonly holder: Holder | null;
  /** When a record that is opened now would shut, by the machine's clock. */
  readonly until: Instant;
  /** As it was typed. */
  readonly reason: string;
  readonly faults: readonly FieldFault[];
};

/** Why a record does not open by itself, what a reason would do, and the box for it. */
export function AskToOpenView(page: AskPage): VNode {
  const { house, inWords, faults } = page;
  const back = { text: 'Children', href: '/children' };
  return (
    <Layout house={house} title="Ask to open a record" nav="/children" back={back} refused={faults.length > 0}>
      <ErrorSummary faults={faults} />
      <PageTitle caption={`${inWords.heading} · ${inWords.councilIds}`}>
        You are not part of this child’s care, as far as the record tells
      </PageTitle>
      <Lead>That is why this record does not open by itself. With a reason you can open it for four hours.</Lead>
      <WhoHolds {...page} />
      <Section id="relations" heading="For whom it opens by itself">
        <ul class="govuk-list govuk-list--bullet">
          <li>The child’s worker, the team of that worker and its manager, and whoever stands in for one of them</li>
          <li>Whoever works with a brother or sister of the child</li>
          <li>
            The chair of the child’s conferences, the reviewing officer, the lawyer, and who supervises the carers
          </li>
          <li>Whoever is on duty, while no worker holds the child</li>
          <li>An auditor or inspector for whom the file was drawn, for as long as it was</li>
        </ul>
        <p>If you are one of these, ask a team manager to write it down. Then you need no reason.</p>
      </Section>
      <ReasonForm {...page} />
    </Layout>
  );
}

function WhoHolds({ holder }: AskPage) {
  const facts: (readonly [string, ComponentChildren])[] =
    holder === null
      ? [['Held by', <Missed>No worker</Missed>]]
      : [
          ['Held by', holder.worker ?? 'A worker whose name is not recorded'],
          ['Team', holder.team ?? 'Not recorded'],
          ['Manager', holder.manager ?? 'Not recorded'],
        ];
  return <Facts of={facts} />;
}

const ReasonForm = ({ csrf, child, holder, until, reason, faults }: AskPage) => (
  <Section id="opening" heading="Open it with a reason">
    <ul class="govuk-list govuk-list--bullet">
      <li>
        The record is open to you until {clockTime(until)}. You, the child’s worker or their manager can end it sooner.
      </li>
      <li>
        {holder === null ? 'The' : 'The child’s worker, their manager and the'} data protection officer are told now:
        your name and your reason.
      </li>
      <li>Each page that you open is written to the child’s access log, which the child’s team can read.</li>
      <li>The data protection officer looks at whether it was right.</li>
    </ul>
    <form method="post" action={`/children/${child}/ask`} class="sl-form" noValidate>
      <input type="hidden" name="_csrf" value={csrf} />
      <Gov
        is="textarea"
        id="reason"
        name="reason"
        rows={4}
        label={{ text: 'Why do you need to open this record?', classes: 'govuk-label--m' }}
        hint={{ text: 'Say who asked you and what for. The child’s team and, one day, the child may read it.' }}
        value={reason}
        errorMessage={faultOf(faults, 'reason')}
      />
      <Gov is="button" text="Open the record with this reason" preventDoubleClick />
    </form>
  </Section>
);
