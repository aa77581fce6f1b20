import type { VNode } from 'preact';
import { ErrorSummary, type FieldFault, faultOf } from '../../../../../ui/error-summary.tsx';
import { Gov } from '../../../../../ui/gov.tsx';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { PageTitle } from '../../../../../ui/text.tsx';
import { Hidden } from '../second-factor/hidden-fields.tsx';
import { PasskeyForm } from '../second-factor/passkey-form.tsx';

export type SignInPage = {
  readonly house: HousePage;
  readonly csrf: string;
  readonly email: string;
  /** The page of ours that the visitor wanted; empty for the first page. */
  readonly next: string;
  /** A form that came when its session had ended: carried on, sealed, or too long for that. */
  readonly kept:
    | { readonly is: 'none' }
    | { readonly is: 'carried'; readonly sealed: string }
    | { readonly is: 'too-long' };
  /** The council's own sign-in is set. */
  readonly council: boolean;
  readonly faults: readonly FieldFault[];
};

export const SignInView = (shown: SignInPage): VNode => {
  const { house, csrf, email, next, kept, council, faults } = shown;
  const carried = {
    _csrf: csrf,
    next,
    ...(kept.is === 'carried' ? { kept: kept.sealed } : {}),
  };
  return (
    <Layout house={house} title="Sign in" refused={faults.length > 0}>
      <ErrorSummary faults={faults} />
      <PageTitle>Sign in</PageTitle>
      <KeptNotice kept={kept} />
      {council && (
        <form method="post" action="/sign-in/council">
          <Hidden fields={carried} />
          <Gov is="button" text="Sign in with the council’s account" id="council" />
          <h2 class="sl-h2">Without an account of the council</h2>
        </form>
      )}
      <form method="post" action="/sign-in" novalidate>
        <Hidden fields={carried} />
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
        <Gov is="button" text="Sign in" classes={council ? 'govuk-button--secondary' : ''} />
      </form>
      <PasskeyForm does="get" action="/sign-in/passkey" fields={carried} button="Sign in with a passkey" />
      <p class="govuk-body">If you have no password yet, or forgot it, ask your administrator for a link.</p>
    </Layout>
  );
};

const KeptNotice = ({ kept }: Pick<SignInPage, 'kept'>): VNode | null =>
  kept.is === 'none' ? null : (
    <Gov
      is="insetText"
      text={
        kept.is === 'carried'
          ? 'Your session had ended, so nothing was saved yet. What you typed is kept. Sign in, and you can send it again.'
          : 'Your session had ended, so nothing was saved. What you typed is too long to be kept here: go back in your browser and copy it before you sign in.'
      }
    />
  );
