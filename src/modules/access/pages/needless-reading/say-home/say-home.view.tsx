import type { VNode } from 'preact';
import type { Instant } from '../../../../../kernel/instant.ts';
import { momentInWords } from '../../../../../ui/dates-in-words.ts';
import { ErrorSummary, type FieldFault, faultOf } from '../../../../../ui/error-summary.tsx';
import { Gov } from '../../../../../ui/gov.tsx';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { Lead, PageTitle } from '../../../../../ui/text.tsx';
import { MY_ACCOUNT, MY_HOME } from '../../signing-in/my-account/my-account-paths.ts';

export type HomePage = {
  readonly house: HousePage;
  readonly csrf: string;
  readonly saidAt: Instant | undefined;
  /** As it was typed. */
  readonly line: string;
  readonly postcode: string;
  readonly faults: readonly FieldFault[];
};

/** Saying where one lives, so that opening the record of a neighbour’s child is noticed. */
export function SayHomeView({ house, csrf, saidAt, line, postcode, faults }: HomePage): VNode {
  return (
    <Layout
      house={house}
      title="Where I live"
      back={{ text: 'My account', href: MY_ACCOUNT }}
      refused={faults.length > 0}
    >
      <ErrorSummary faults={faults} />
      <PageTitle>Where I live</PageTitle>
      <Lead>
        {saidAt === undefined
          ? 'You have not said where you live.'
          : `You said where you live on ${momentInWords(saidAt)}. What you say now takes its place.`}
      </Lead>
      <p>
        Each night it is compared with where the children live whose records you opened. Where they are the same, a data
        protection officer asks why. Nobody can read the address here: it is kept as a mark that can only be compared.
      </p>
      <form method="post" action={MY_HOME} class="sl-form" noValidate>
        <input type="hidden" name="_csrf" value={csrf} />
        <Gov
          is="input"
          id="line"
          name="line"
          label={{ text: 'House and street', classes: 'govuk-label--m' }}
          hint={{ text: 'The number or the name of the house, and the street' }}
          value={line}
          autocomplete="street-address"
          errorMessage={faultOf(faults, 'line')}
        />
        <Gov
          is="input"
          id="postcode"
          name="postcode"
          label={{ text: 'Postcode', classes: 'govuk-label--m' }}
          classes="govuk-input--width-10"
          value={postcode}
          autocomplete="postal-code"
          errorMessage={faultOf(faults, 'postcode')}
        />
        <Gov is="button" text="Keep where I live" preventDoubleClick />
      </form>
      {saidAt !== undefined && (
        <form method="post" action={`${MY_HOME}/remove`}>
          <input type="hidden" name="_csrf" value={csrf} />
          <Gov is="button" text="Take it away" classes="govuk-button--secondary" preventDoubleClick />
        </form>
      )}
    </Layout>
  );
}
