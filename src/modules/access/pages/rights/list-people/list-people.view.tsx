import type { VNode } from 'preact';
import { countOf, momentInWords } from '../../../../../ui/dates-in-words.ts';
import { Gov } from '../../../../../ui/gov.tsx';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { Table } from '../../../../../ui/table.tsx';
import { Lead, Missed, PageTitle, Quiet } from '../../../../../ui/text.tsx';
import { mayDo, rolesInWords } from '../../../core/permission.ts';
import type { Account } from '../../../store/rights/accounts.ts';

export const personPath = (person: string): `/people/${string}` => `/people/${person}`;

const isBoth = ({ roles }: Account): boolean => mayDo(roles, 'people:manage') && mayDo(roles, 'child:read');

/** Everybody who may sign in, or could until they were stopped. */
export const ListPeopleView = ({
  house,
  people,
}: {
  readonly house: HousePage;
  readonly people: readonly Account[];
}): VNode => {
  const active = people.filter((each) => each.active);
  const bare = active.filter(({ secondFactor }) => !secondFactor);
  return (
    <Layout house={house} title="People" nav="/people">
      <PageTitle>People who may sign in</PageTitle>
      <Lead>
        {countOf(active.length, 'person', 'people')} may sign in
        {people.length > active.length &&
          `; ${countOf(people.length - active.length, 'account is', 'accounts are')} stopped`}
        .
        {bare.length > 0 &&
          house.mark === 'real' &&
          ` ${countOf(bare.length, 'person has', 'people have')} no second factor yet.`}
      </Lead>
      <Gov is="button" text="Add somebody" href="/people/new" />
      <p class="govuk-body">
        <a class="govuk-link" href="/people/roles">
          What each role allows, and who holds it
        </a>
      </p>
      <Table
        caption="People, by name"
        columns={[
          { heading: 'Name' },
          { heading: 'Roles' },
          { heading: 'Account' },
          { heading: 'Second factor' },
          { heading: 'Last signed in', keepTogether: true },
        ]}
        rows={people.map((each) => [
          <>
            <a class="govuk-link" href={personPath(each.person)}>
              {each.name}
            </a>
            <br />
            <Quiet>{each.email}</Quiet>
          </>,
          <>
            {rolesInWords(each.roles)}
            {isBoth(each) && (
              <>
                <br />
                <Missed>Lets people in and reads children: hand one of the two on</Missed>
              </>
            )}
          </>,
          each.active ? 'Active' : <Missed>Stopped</Missed>,
          each.secondFactor ? 'Yes' : 'No',
          each.lastSignedInAt === null ? 'Never' : momentInWords(each.lastSignedInAt),
        ])}
      />
    </Layout>
  );
};
