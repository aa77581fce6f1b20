import type { VNode } from 'preact';
import type { Id } from '../../../../../kernel/id.ts';
import type { Typed } from '../../../../../platform/http/page.ts';
import { ErrorSummary, type FieldFault, faultOf } from '../../../../../ui/error-summary.tsx';
import { Gov } from '../../../../../ui/gov.tsx';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { Lead, PageTitle } from '../../../../../ui/text.tsx';
import { typedIn } from '../../../../typed-form.ts';
import { WhyBox } from '../../../../why-box.tsx';
import type { Role } from '../../../core/permission.ts';
import { LINK_DAYS } from '../../../store/signing-in/one-time-link.ts';
import { WHY_HINT } from '../rights-form.ts';
import { RoleBoxes, rolesTicked } from '../role-boxes.tsx';

export type AddPersonModel = {
  readonly house: HousePage;
  readonly csrf: string;
  readonly command: Id;
  /** What the asker may pass on. */
  readonly offered: readonly Role[];
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
};

/** The form that lets somebody in. */
export const AddPersonView = ({ house, csrf, command, offered, typed, faults }: AddPersonModel): VNode => (
  <Layout
    house={house}
    title="Add somebody"
    nav="/people"
    back={{ text: 'People', href: '/people' }}
    refused={faults.length > 0}
  >
    <ErrorSummary faults={faults} />
    <PageTitle>Add somebody who may sign in</PageTitle>
    <Lead>They get a link with which they choose a password themselves. You are shown it once, to hand on.</Lead>
    <form method="post" action="/people/new" class="sl-form" noValidate>
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="command" value={command} />
      <Gov
        is="input"
        id="name"
        name="name"
        label={{ text: 'Name', classes: 'govuk-label--m' }}
        hint={{ text: 'As colleagues write it' }}
        value={typedIn(typed, 'name')}
        errorMessage={faultOf(faults, 'name')}
        classes="govuk-input--width-20"
        autocomplete="off"
      />
      <Gov
        is="input"
        id="email"
        name="email"
        type="email"
        label={{ text: 'E-mail address', classes: 'govuk-label--m' }}
        hint={{ text: 'They sign in with it' }}
        value={typedIn(typed, 'email')}
        errorMessage={faultOf(faults, 'email')}
        classes="govuk-input--width-20"
        autocomplete="off"
        spellcheck={false}
      />
      <RoleBoxes
        name="roles"
        legend="Which roles?"
        hint="One is usual. You see those that you may pass on."
        offered={offered}
        ticked={rolesTicked(typed, 'roles')}
        faults={faults}
      />
      <PassesOn offered={offered} ticked={rolesTicked(typed, 'passes-on')} faults={faults} />
      <WhyBox typed={typed} faults={faults} hint={WHY_HINT} />
      <Gov is="button" text="Add" preventDoubleClick />
    </form>
  </Layout>
);

/** What an administrator may pass on: asked of nobody who could not make one. */
export const PassesOn = ({
  offered,
  ticked,
  faults,
}: {
  readonly offered: readonly Role[];
  readonly ticked: readonly Role[];
  readonly faults: readonly FieldFault[];
}): VNode | null =>
  offered.includes('administrator') ? (
    <RoleBoxes
      name="passes-on"
      legend="Which roles may they give to others?"
      hint="Only for an administrator. Nobody can pass on more than you may."
      offered={offered}
      ticked={ticked}
      faults={faults}
    />
  ) : null;

export type PasswordLinkModel = {
  readonly house: HousePage;
  readonly person: { readonly id: Id; readonly name: string; readonly email: string };
  /** The whole address. */
  readonly link: string;
};

/** The link that sets a password, shown once. */
export const PasswordLinkView = ({ house, person, link }: PasswordLinkModel): VNode => (
  <Layout
    house={house}
    title="A link to choose a password"
    nav="/people"
    back={{ text: person.name, href: `/people/${person.id}` }}
  >
    <PageTitle caption={person.name}>Hand this link on</PageTitle>
    <Lead>
      With it {person.name} chooses a password, once, within {LINK_DAYS} days. It is not shown again; make another when
      it is lost.
    </Lead>
    <p class="govuk-body">
      Whoever has the link can sign in as {person.name}: give it to nobody else, and not by a shared mailbox.
    </p>
    <Gov
      is="input"
      id="link"
      name="link"
      label={{ text: 'The link', classes: 'govuk-label--m' }}
      value={link}
      attributes={{ readonly: '' }}
    />
  </Layout>
);
