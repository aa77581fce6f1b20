import type { VNode } from 'preact';
import type { Typed } from '../../../../../platform/http/page.ts';
import { countOf, momentInWords, plainDay, shortDay } from '../../../../../ui/dates-in-words.ts';
import { ErrorSummary, type FieldFault } from '../../../../../ui/error-summary.tsx';
import { Gov } from '../../../../../ui/gov.tsx';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { Facts, Lead, Lines, Missed, PageTitle, Quiet, Section } from '../../../../../ui/text.tsx';
import { WhyBox } from '../../../../why-box.tsx';
import { mayDo, type Role, rolesInWords } from '../../../core/permission.ts';
import { RELATION_IN_WORDS, relation } from '../../../core/relation.ts';
import { INTEREST_IN_WORDS } from '../../../core/rights/interest.entry.ts';
import type { Account } from '../../../store/rights/accounts.ts';
import type { CoverTold, InterestTold, RightsChange, SampleTold } from '../../../store/rights/person-record.ts';
import { PassesOn } from '../add-person/add-person.view.tsx';
import { personPath } from '../list-people/list-people.view.tsx';
import { WHY_HINT } from '../rights-form.ts';
import { RoleBoxes } from '../role-boxes.tsx';

export type ShowPersonModel = {
  readonly house: HousePage;
  readonly csrf: string;
  readonly account: Account;
  readonly isOneself: boolean;
  /** Roles that the asker may pass on. */
  readonly offered: readonly Role[];
  /** The asker may make a new link to a password for them, and take their second factors away. */
  readonly mayReset: boolean;
  /** Ticked in the form: what is held, or what was sent and refused. */
  readonly roles: readonly Role[];
  readonly mayGrant: readonly Role[];
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
  readonly changes: readonly RightsChange[];
  readonly interests: readonly InterestTold[];
  readonly covers: readonly CoverTold[];
  readonly samples: readonly SampleTold[];
  readonly parts: readonly { readonly as: string; readonly children: number }[];
};

/** What somebody may do, and what follows from it; of children only how many. */
export const ShowPersonView = (model: ShowPersonModel): VNode => {
  const { house, account, faults } = model;
  return (
    <Layout
      house={house}
      title="What somebody may do"
      nav="/people"
      back={{ text: 'People', href: '/people' }}
      refused={faults.length > 0}
    >
      <ErrorSummary faults={faults} />
      <PageTitle caption={account.email}>{account.name}</PageTitle>
      <Lead>
        {rolesInWords(account.roles)}.{!account.active && <Missed> This account is stopped.</Missed>}
      </Lead>
      {mayDo(account.roles, 'people:manage') && mayDo(account.roles, 'child:read') && (
        <p class="govuk-body">
          They both let people in and read children’s records. One of the two is to be handed on as soon as somebody
          else can do it.
        </p>
      )}
      <Facts
        of={[
          ['Last signed in', account.lastSignedInAt === null ? 'Never' : momentInWords(account.lastSignedInAt)],
          ['Second factor', account.secondFactor ? 'Yes' : 'No'],
          ['May pass on', account.mayGrant.length === 0 ? 'No role' : rolesInWords(account.mayGrant)],
        ]}
      />
      <RightsForm {...model} />
      {!model.isOneself && <AccountForms {...model} />}
      <Beside {...model} />
      <Changes changes={model.changes} />
    </Layout>
  );
};

const RightsForm = ({ csrf, account, isOneself, offered, roles, mayGrant, typed, faults }: ShowPersonModel) => (
  <Section id="change" heading={isOneself ? 'Give up a role' : 'Change what they may do'}>
    <p class="govuk-body">
      {isOneself
        ? 'Nobody gives themselves a role. Take away the tick of one that you no longer need.'
        : 'The change holds at once, and ends their sessions: they sign in again.'}
    </p>
    <form method="post" action={`${personPath(account.person)}/rights`} class="sl-form" noValidate>
      <input type="hidden" name="_csrf" value={csrf} />
      <RoleBoxes
        name="roles"
        legend="Roles"
        hint={isOneself ? 'Those that you hold' : 'Those that they hold, and those that you may pass on'}
        offered={isOneself ? account.roles : [...offered, ...account.roles]}
        ticked={roles}
        faults={faults}
      />
      <PassesOn
        offered={isOneself ? [...account.mayGrant] : [...offered, ...account.mayGrant]}
        ticked={mayGrant}
        faults={faults}
      />
      <WhyBox typed={typed} faults={faults} hint={WHY_HINT} />
      <Gov is="button" text={isOneself ? 'Give up' : 'Change'} preventDoubleClick />
    </form>
  </Section>
);

const AccountForms = ({ csrf, account, mayReset }: ShowPersonModel) => (
  <Section id="account" heading="The account">
    <form method="post" action={`${personPath(account.person)}/account`} noValidate>
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="does" value={account.active ? 'stop' : 'start'} />
      <Gov
        is="input"
        id="why-account"
        name="because"
        label={{ text: account.active ? 'Why is it stopped?' : 'Why is it started again?' }}
        classes="govuk-input--width-20"
      />
      <Gov
        is="button"
        text={account.active ? 'Stop the account' : 'Start the account'}
        classes={account.active ? 'govuk-button--warning' : 'govuk-button--secondary'}
        preventDoubleClick
      />
    </form>
    {account.active && !mayReset && (
      <p class="govuk-body">
        They hold roles that you may not pass on: somebody who may makes a new password link for them.
      </p>
    )}
    {mayReset && (
      <form method="post" action={`${personPath(account.person)}/link`} noValidate>
        <input type="hidden" name="_csrf" value={csrf} />
        <Gov is="button" text="Make a new password link" classes="govuk-button--secondary" preventDoubleClick />
      </form>
    )}
    {mayReset && (
      <form method="post" action={`${personPath(account.person)}/factors`} noValidate>
        <input type="hidden" name="_csrf" value={csrf} />
        <p class="govuk-body">
          Have they lost their telephone or key? Speak to them first: somebody who has their password could ask you for
          this. Their authenticator app, passkeys, recovery codes and the link to the council’s own sign-in go, their
          sessions end, and they set up a new second factor.
        </p>
        <Gov is="button" text="Forget their second factors" classes="govuk-button--secondary" preventDoubleClick />
      </form>
    )}
  </Section>
);

/** Parts, interests, cover and samples: of children no name and no number, since an administrator reads none. */
const Beside = ({ csrf, account, interests, covers, samples, parts }: ShowPersonModel) => (
  <Section id="relations" heading="Relations">
    <p class="govuk-body">
      Children are not named here. Who may open a child’s record stands on the child’s own page, for those who may open
      it.
    </p>
    <Lines
      of={[
        ...parts.map(({ as, children }) => {
          const known = relation(as);
          return `${known ? RELATION_IN_WORDS[known] : as}: ${countOf(children, 'child', 'children')}.`;
        }),
        ...samples.map(
          ({ title, children, from, until }) =>
            `${title}: ${countOf(children, 'child', 'children')}, from ${shortDay(from)} until ${shortDay(until)}.`,
        ),
        ...covers.map(({ by, byName, forName, from, until }) =>
          by === account.person
            ? `Stands in for ${forName} from ${shortDay(from)} until ${shortDay(until)}.`
            : `${byName} stands in for them from ${shortDay(from)} until ${shortDay(until)}.`,
        ),
        ...(parts.length + samples.length + covers.length === 0
          ? ['No named part, no sample and no cover today.']
          : []),
      ]}
    />
    {interests.length > 0 && (
      <>
        <h3 class="govuk-heading-s">Children whom they know outside work</h3>
        {interests.map((each, index) => (
          <form key={each.entry} method="post" action={`${personPath(account.person)}/interests`} noValidate>
            <input type="hidden" name="_csrf" value={csrf} />
            <input type="hidden" name="interest" value={each.entry} />
            <p class="govuk-body">
              A child: {INTEREST_IN_WORDS[each.kind].toLowerCase()}. Declared {plainDay(each.on)}.
            </p>
            <Gov
              is="input"
              id={`ended-${index}`}
              name="because"
              label={{ text: 'Why does it no longer hold?' }}
              classes="govuk-input--width-20"
            />
            <Gov is="button" text="End this interest" classes="govuk-button--secondary" preventDoubleClick />
          </form>
        ))}
      </>
    )}
  </Section>
);

const Changes = ({ changes }: { readonly changes: readonly RightsChange[] }) => (
  <Section id="changes" heading="Every change">
    <Lines
      of={changes.map(({ on, by, roles, active, because }) => (
        <>
          {plainDay(on)}, by {by}: {active ? rolesInWords(roles) : 'stopped'}.{' '}
          <Quiet>{because ?? 'No reason was given.'}</Quiet>
        </>
      ))}
    />
  </Section>
);
