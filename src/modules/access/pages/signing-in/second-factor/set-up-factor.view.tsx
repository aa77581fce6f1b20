import type { VNode } from 'preact';
import { ErrorSummary } from '../../../../../ui/error-summary.tsx';
import { Gov } from '../../../../../ui/gov.tsx';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { Lead, PageTitle } from '../../../../../ui/text.tsx';
import type { Factors } from '../../../core/signing-in/ways-in.ts';
import { PasskeyForm } from './passkey-form.tsx';

export type SetUpFactorPage = {
  readonly house: HousePage;
  readonly csrf: string;
  readonly name: string;
  /** Where a new passkey is posted to, and where an app is set up. */
  readonly action: string;
  readonly app: string;
  /** Nothing else opens before one is set up. */
  readonly demanded: boolean;
  readonly factors: Factors;
  readonly fault?: string | undefined;
};

export const SetUpFactorView = (shown: SetUpFactorPage): VNode => {
  const { house, csrf, name, action, app, demanded, factors, fault } = shown;
  return (
    <Layout house={house} title="Set up a second factor" refused={fault !== undefined}>
      <ErrorSummary faults={fault === undefined ? [] : [{ field: 'app', text: fault }]} />
      <PageTitle caption={name}>Set up a second factor</PageTitle>
      <Lead>A password can be seen or guessed. With something that only you hold, it opens nothing by itself.</Lead>
      {demanded && (
        <p class="govuk-body">This database holds the records of real children, so you cannot go on without one.</p>
      )}
      <h2 class="sl-h2">An authenticator app on your phone</h2>
      <p class="govuk-body">
        The app shows six figures, which you enter when you sign in.
        {factors.authenticator && ' You have one; setting up another replaces it.'}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={app} id="app">
          Set up an authenticator app
        </a>
      </p>
      <h2 class="sl-h2">A passkey</h2>
      <p class="govuk-body">
        Your fingerprint, your face, or the code of your device. A passkey also signs you in without a password. It
        needs a browser with scripts, at the name of this house and not at a bare number.
      </p>
      <PasskeyForm does="create" action={action} fields={{ _csrf: csrf }} button="Make a passkey" />
    </Layout>
  );
};

/** Somebody is signed in, but did it too long ago for what they want to change. */
export const SignInAgainView = ({ house, next }: { readonly house: HousePage; readonly next: string }): VNode => (
  <Layout house={house} title="Sign in again first">
    <PageTitle>Sign in again first</PageTitle>
    <p class="govuk-body">
      You signed in more than 15 minutes ago. Before you change how you sign in, show once more that it is you.
    </p>
    <Gov is="button" text="Sign in again" href={`/sign-in?again=1&next=${encodeURIComponent(next)}`} />
  </Layout>
);
