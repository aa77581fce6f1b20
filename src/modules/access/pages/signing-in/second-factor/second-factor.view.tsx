import type { VNode } from 'preact';
import { ErrorSummary, type FieldFault, faultOf } from '../../../../../ui/error-summary.tsx';
import { Gov } from '../../../../../ui/gov.tsx';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { PageTitle } from '../../../../../ui/text.tsx';
import type { Factors } from '../../../core/signing-in/ways-in.ts';
import { Hidden } from './hidden-fields.tsx';
import { PasskeyForm } from './passkey-form.tsx';

export type SecondFactorPage = {
  readonly house: HousePage;
  readonly csrf: string;
  readonly next: string;
  readonly name: string;
  readonly factors: Factors;
  readonly faults: readonly FieldFault[];
};

export const SecondFactorView = ({ house, csrf, next, name, factors, faults }: SecondFactorPage): VNode => (
  <Layout house={house} title="Enter your second factor" refused={faults.length > 0}>
    <ErrorSummary faults={faults} />
    <PageTitle caption={name}>Enter your second factor</PageTitle>
    {factors.passkeys > 0 && (
      <PasskeyForm does="get" action="/second-factor/passkey" fields={{ _csrf: csrf, next }} button="Use a passkey" />
    )}
    <form method="post" action="/second-factor" novalidate>
      <Hidden fields={{ _csrf: csrf, next }} />
      <Gov
        is="input"
        id="code"
        name="code"
        label={{ text: factors.authenticator ? 'Code' : 'Recovery code' }}
        hint={{
          text: factors.authenticator
            ? 'The six figures that your authenticator app shows for Sightline. If you do not have it with you, one of your recovery codes.'
            : 'If you do not have your passkey with you, enter one of the recovery codes that you were given with it.',
        }}
        autocomplete="one-time-code"
        spellcheck={false}
        errorMessage={faultOf(faults, 'code')}
        classes="govuk-input--width-20"
      />
      <Gov is="button" text="Continue" />
    </form>
    <p class="govuk-body">If you have neither, ask your administrator to let you set up a new one.</p>
    <p class="govuk-body">
      <a class="govuk-link" href="/sign-in">
        Sign in as somebody else
      </a>
    </p>
  </Layout>
);
