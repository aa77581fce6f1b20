import type { VNode } from 'preact';
import { ErrorSummary, type FieldFault, faultOf } from '../../../../ui/error-summary.tsx';
import { Gov } from '../../../../ui/gov.tsx';
import type { HousePage } from '../../../../ui/house-page.ts';
import { Layout } from '../../../../ui/layout.tsx';
import { PageTitle } from '../../../../ui/text.tsx';

export type SignInPage = {
  readonly house: HousePage;
  readonly csrf: string;
  readonly email: string;
  /** The page of ours that the visitor wanted; empty for the first page. */
  readonly next: string;
  readonly faults: readonly FieldFault[];
};

export const SignInView = ({ house, csrf, email, next, faults }: SignInPage): VNode => (
  <Layout house={house} title="Sign in" refused={faults.length > 0}>
    <ErrorSummary faults={faults} />
    <PageTitle>Sign in</PageTitle>
    <form method="post" action="/sign-in" novalidate>
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="next" value={next} />
      <Gov
        is="input"
        id="email"
        name="email"
        type="email"
        label={{ text: 'E-mail address' }}
        value={email}
        autocomplete="username"
        spellcheck={false}
        errorMessage={faultOf(faults, 'email')}
        classes="govuk-input--width-20"
      />
      <Gov
        is="passwordInput"
        id="password"
        name="password"
        label={{ text: 'Password' }}
        autocomplete="current-password"
        errorMessage={faultOf(faults, 'password')}
        classes="govuk-input--width-20"
      />
      <Gov is="button" text="Sign in" />
    </form>
    <p class="govuk-body">If you have no password yet, or forgot it, ask your administrator for a link.</p>
  </Layout>
);
