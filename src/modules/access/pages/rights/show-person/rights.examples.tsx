import type { Id } from '../../../../../kernel/id.ts';
import type { Instant } from '../../../../../kernel/instant.ts';
import { mustBeDate } from '../../../../../kernel/local-date.ts';
import type { Example } from '../../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../../ui/example-house.ts';
import { FIRST_ROLES, GRANTABLE_ROLES } from '../../../core/permission.ts';
import type { Account } from '../../../store/rights/accounts.ts';
import { type AddPersonModel, AddPersonView, PasswordLinkView } from '../add-person/add-person.view.tsx';
import { ListPeopleView } from '../list-people/list-people.view.tsx';
import { ShowRolesView } from '../show-roles/show-roles.view.tsx';
import { type ShowPersonModel, ShowPersonView } from './show-person.view.tsx';

const idOf = (n: number): Id => `00000000-0000-4000-8000-00000000030${n}` as Id;
const house = { ...EXAMPLE_HOUSE, person: { name: 'Dilwyn Prosser', role: 'administrator' } };

const account = (n: number, name: string, more: Partial<Account> = {}): Account => ({
  person: idOf(n),
  name,
  email: `${name.split(' ')[0]?.toLowerCase()}@wherrymouth.example`,
  roles: ['social-worker'],
  active: true,
  mayGrant: [],
  lastSignedInAt: '2026-03-31T08:05:00.000Z' as Instant,
  secondFactor: true,
  ...more,
});

const people = [
  account(1, 'Dilwyn Prosser', { roles: FIRST_ROLES, mayGrant: GRANTABLE_ROLES, secondFactor: false }),
  account(2, 'Temitope Adeyemi'),
  account(3, 'Wilhelmina Oluwaseun Fitzgerald-Bartholomew-Papadopoulos van den Berghe', {
    roles: ['conference-chair', 'reviewing-officer', 'supervising-social-worker'],
    email: 'wilhelmina.oluwaseun.fitzgerald-bartholomew-papadopoulos@wherrymouth.example',
    lastSignedInAt: null,
    secondFactor: false,
  }),
  account(4, 'Gwenllian Pryce', { active: false, roles: ['team-manager'] }),
];
const [dilwyn, temitope, , gwenllian] = people as [Account, Account, Account, Account];

const adding = (name: string, more: Partial<AddPersonModel>): Example => ({
  page: 'Add somebody',
  name,
  view: () => (
    <AddPersonView
      house={house}
      csrf="example"
      command={idOf(0)}
      offered={GRANTABLE_ROLES}
      typed={{}}
      faults={[]}
      {...more}
    />
  ),
});

const person = (name: string, more: Partial<ShowPersonModel>): Example => ({
  page: 'What somebody may do',
  name,
  view: () => {
    const model: ShowPersonModel = {
      ...{ house, csrf: 'example', account: temitope, isOneself: false, offered: GRANTABLE_ROLES, mayReset: true },
      ...{ roles: ['social-worker'], mayGrant: [], typed: {}, faults: [] },
      ...{ interests: [], covers: [], samples: [], parts: [] },
      changes: [
        { on: mustBeDate('2022-01-10'), by: 'Dilwyn Prosser', roles: ['social-worker'], active: true, because: null },
      ],
      ...more,
    };
    return <ShowPersonView {...model} />;
  },
});

const [from, until] = [mustBeDate('2026-03-02'), mustBeDate('2026-04-17')];
const interest = { entry: idOf(5), person: temitope.person, child: idOf(6), numberTyped: null, on: from } as const;

export const examples: readonly Example[] = [
  { page: 'People', name: 'some people', view: () => <ListPeopleView house={house} people={people} /> },
  {
    page: 'People',
    name: 'a real council with its first person',
    view: () => <ListPeopleView house={{ ...house, mark: 'real' }} people={[dilwyn]} />,
  },
  { page: 'Roles', name: 'what each allows', view: () => <ShowRolesView house={house} people={people} /> },
  adding('first visit', {}),
  adding('by somebody who may pass on little', { offered: ['social-worker'] }),
  adding('sent empty', {
    faults: [
      { field: 'name', text: 'Enter their name' },
      { field: 'email', text: 'Enter an e-mail address, such as name@council.gov.uk' },
      { field: 'roles', text: 'Choose at least one role' },
      { field: 'because', text: 'Say why' },
    ],
  }),
  adding('refused: the address is somebody’s', {
    typed: { name: 'Temi Adeyemi', email: 'temitope@wherrymouth.example', roles: 'legal', because: 'New lawyer.' },
    faults: [{ field: 'email', text: 'Somebody with this e-mail address has access already' }],
  }),
  {
    page: 'Add somebody',
    name: 'the link',
    view: () => (
      <PasswordLinkView
        house={house}
        person={{ id: idOf(2), name: temitope.name, email: temitope.email }}
        link="https://sightline.wherrymouth.example/set-password/not-a-link"
      />
    ),
  },
  person('a social worker', {}),
  person('with a part, a sample, cover and an interest', {
    parts: [{ as: 'conference-chair', children: 2 }],
    samples: [{ entry: idOf(7), title: 'Audit of spring 2026', people: [temitope.name], children: 1, from, until }],
    covers: [
      {
        entry: idOf(8),
        by: temitope.person,
        for: idOf(4),
        byName: temitope.name,
        forName: gwenllian.name,
        from,
        until,
      },
    ],
    interests: [{ ...interest, kind: 'neighbour', because: 'Next door.' }],
  }),
  person('stopped', {
    account: gwenllian,
    mayReset: false,
    roles: ['team-manager'],
    changes: [
      { on: until, by: dilwyn.name, roles: ['team-manager'], active: false, because: 'Retired.' },
      { on: from, by: 'the house', roles: ['team-manager'], active: true, because: null },
    ],
  }),
  person('oneself, who holds two', {
    account: dilwyn,
    isOneself: true,
    mayReset: false,
    roles: FIRST_ROLES,
    mayGrant: GRANTABLE_ROLES,
  }),
  person('above the administrator', { mayReset: false, offered: ['legal'] }),
  person('refused: more than may be passed on', {
    mayReset: false,
    offered: ['social-worker'],
    roles: ['director'],
    typed: { because: 'She is the new director.' },
    faults: [{ field: 'roles', text: 'You may not pass on: Director of children’s services' }],
  }),
];
