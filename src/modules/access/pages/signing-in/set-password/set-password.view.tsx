import type { VNode } from 'preact';
import { ErrorSummary, type FieldFault } from '../../../../../ui/error-summary.tsx';
import { Gov } from '../../../../../ui/gov.tsx';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { Lead, PageTitle } from '../../../../../ui/text.tsx';
import { NewPasswordBox } from '../new-password-box.tsx';

export type SetPasswordPage = {
  readonly house: HousePage;
  readonly csrf: string;
  readonly action: string;
  readonly name: string;
  readonly email: string;
  /** "Administrator and performance analyst". */
  readonly roles: string;
  readonly holdsTwoRoles: boolean;
  readonly faults: readonly FieldFault[];
};

export const SetPasswordView = ({
  house,
  csrf,
  action,
  name,
  email,
  roles,
  holdsTwoRoles,
  faults,
}: SetPasswordPage): VNode => (
  <Layout house={house} title="Choose a password" refused={faults.length > 0}>
    <ErrorSummary faults={faults} />
    <PageTitle caption={name}>Choose a password</PageTitle>
    <Lead>
      You will sign in as {email}. Your role: {roles}.
    </Lead>
    {holdsTwoRoles && (
      <p class="govuk-body">
        You both manage people’s access and read children’s records. Hand one of the two on as soon as somebody else has
        an account.
      </p>
    )}
    <form method="post" action={action} novalidate>
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="username" autocomplete="username" value={email} />
      <NewPasswordBox faults={faults} />
      <Gov is="button" text="Save and sign in" />
    </form>
  </Layout>
);

/** The link was used, is too old, or was cut off on its way. */
export const SpentLinkView = ({ house }: { readonly house: HousePage }): VNode => (
  <Layout house={house} title="This link no longer works">
    <PageTitle>This link no longer works</PageTitle>
    <p class="govuk-body">A link to set a password works once, for a week. Ask your administrator for a new one.</p>
    <p class="govuk-body">
      If you have a password,{' '}
      <a class="govuk-link" href="/sign-in">
        sign in
      </a>
      .
    </p>
  </Layout>
);
