import type { VNode } from 'preact';
import type { Typed } from '../../../../../platform/http/page.ts';
import { ErrorSummary, type FieldFault, faultOf } from '../../../../../ui/error-summary.tsx';
import { Gov } from '../../../../../ui/gov.tsx';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { Lead, PageTitle } from '../../../../../ui/text.tsx';
import { typedIn } from '../../../../typed-form.ts';
import { WhyBox } from '../../../../why-box.tsx';
import { ROLES, type Role, rolesInWords } from '../../../core/permission.ts';
import { MY_ACCOUNT, MY_ROLES } from '../../signing-in/my-account/my-account-paths.ts';
import { WHY_HINT } from '../rights-form.ts';

export type GiveUpRoleModel = {
  readonly house: HousePage;
  readonly csrf: string;
  /** Those that they hold. */
  readonly roles: readonly Role[];
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
  /** The council's directory would have taken the role of administrator just now. */
  readonly stillAdministrator: boolean;
};

/** One's own roles, and the form that gives one up. */
export const GiveUpRoleView = (model: GiveUpRoleModel): VNode => {
  const { house, roles, faults, stillAdministrator } = model;
  return (
    <Layout house={house} title="My roles" back={{ text: 'My account', href: MY_ACCOUNT }} refused={faults.length > 0}>
      <ErrorSummary faults={faults} />
      <PageTitle>My roles</PageTitle>
      <Lead>{rolesInWords(roles)}.</Lead>
      {stillAdministrator && (
        <p class="govuk-body">
          The council’s directory no longer makes you an administrator. You still are one, because nobody else could let
          people in. Make somebody else an administrator; when you next sign in, the role goes.
        </p>
      )}
      {roles.length > 1 ? (
        <GiveUpForm {...model} />
      ) : (
        <p class="govuk-body">You hold one role. To give it up, ask an administrator to stop your account.</p>
      )}
    </Layout>
  );
};

const GiveUpForm = ({ csrf, roles, typed, faults }: GiveUpRoleModel): VNode => (
  <form method="post" action={MY_ROLES} class="sl-form" noValidate>
    <input type="hidden" name="_csrf" value={csrf} />
    <Gov
      is="radios"
      idPrefix="role"
      name="role"
      fieldset={{ legend: { text: 'Which role do you give up?', classes: 'govuk-fieldset__legend--m' } }}
      hint={{
        text: 'It goes at once, and you sign in again. A role that the council’s directory gives comes back with your next sign-in.',
      }}
      errorMessage={faultOf(faults, 'role')}
      value={typedIn(typed, 'role')}
      items={roles.map((each) => ({ value: each, text: ROLES[each].title }))}
    />
    <WhyBox typed={typed} faults={faults} hint={WHY_HINT} />
    <Gov is="button" text="Give up" preventDoubleClick />
  </form>
);
