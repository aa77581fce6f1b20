import type { VNode } from 'preact';
import { ErrorSummary, type FieldFault, faultOf } from '../../../../../ui/error-summary.tsx';
import { Gov } from '../../../../../ui/gov.tsx';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { PageTitle } from '../../../../../ui/text.tsx';
import { MY_ACCOUNT } from '../my-account/my-account-paths.ts';
import { NewPasswordBox } from '../new-password-box.tsx';
import { Hidden } from '../second-factor/hidden-fields.tsx';

export type ChangePasswordPage = {
  readonly house: HousePage;
  readonly csrf: string;
  readonly name: string;
  readonly email: string;
  readonly action: string;
  readonly faults: readonly FieldFault[];
};

export const ChangePasswordView = ({ house, csrf, name, email, action, faults }: ChangePasswordPage): VNode => (
  <Layout
    house={house}
    title="Change my password"
    back={{ text: 'My account', href: MY_ACCOUNT }}
    refused={faults.length > 0}
  >
    <ErrorSummary faults={faults} />
    <PageTitle caption={name}>Change my password</PageTitle>
    <p class="govuk-body">Wherever else you are signed in, you will be signed out.</p>
    <form method="post" action={action} novalidate>
      <Hidden fields={{ _csrf: csrf }} />
      <input type="hidden" name="username" autocomplete="username" value={email} />
      <Gov
        is="passwordInput"
        id="present-password"
        name="present-password"
        label={{ text: 'Present password' }}
        autocomplete="current-password"
        errorMessage={faultOf(faults, 'present-password')}
        classes="govuk-input--width-20"
      />
      <NewPasswordBox faults={faults} />
      <Gov is="button" text="Change my password" />
    </form>
  </Layout>
);
