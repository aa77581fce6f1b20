import type { VNode } from 'preact';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { Lead, PageTitle, Quiet, Section } from '../../../../../ui/text.tsx';
import { GRANTABLE_ROLES, ROLE_NAMES, ROLES, type Role } from '../../../core/permission.ts';
import { allowedBy } from '../../../core/rights/permission-in-words.ts';
import type { Account } from '../../../store/rights/accounts.ts';
import { personPath } from '../list-people/list-people.view.tsx';

const holdersOf = (people: readonly Account[], role: Role): readonly Account[] =>
  people.filter(({ active, roles }) => active && roles.includes(role));

/** What each role allows, and who holds it. */
export const ShowRolesView = ({
  house,
  people,
}: {
  readonly house: HousePage;
  readonly people: readonly Account[];
}): VNode => (
  <Layout house={house} title="Roles" nav="/people" back={{ text: 'People', href: '/people' }}>
    <PageTitle>What each role allows</PageTitle>
    <Lead>
      A role says what somebody may do. Whose record they may open follows from their relation to each child: no role
      opens every record, save those that answer for all of them.
    </Lead>
    {GRANTABLE_ROLES.map((role) => (
      <Section id={role} heading={ROLES[role].title}>
        <p class="govuk-body">They may:</p>
        <ul class="govuk-list govuk-list--bullet">
          {allowedBy(role).map((what) => (
            <li key={what}>{what}</li>
          ))}
        </ul>
        <Holders people={holdersOf(people, role)} />
      </Section>
    ))}
    <Section id="no-page" heading="Roles of which no page exists yet">
      <p class="govuk-body">
        Nobody can be given these:{' '}
        {ROLE_NAMES.filter((role) => !GRANTABLE_ROLES.includes(role))
          .map((role) => ROLES[role].title)
          .join(', ')}
        .
      </p>
    </Section>
  </Layout>
);

const Holders = ({ people }: { readonly people: readonly Account[] }) =>
  people.length === 0 ? (
    <p class="govuk-body">
      <Quiet>Nobody holds this role.</Quiet>
    </p>
  ) : (
    <p class="govuk-body">
      Held by{' '}
      {people.map(({ person, name }, index) => (
        <>
          {index > 0 && ', '}
          <a key={person} class="govuk-link" href={personPath(person)}>
            {name}
          </a>
        </>
      ))}
      .
    </p>
  );
