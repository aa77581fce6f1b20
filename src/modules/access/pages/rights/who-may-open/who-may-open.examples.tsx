import type { Id } from '../../../../../kernel/id.ts';
import { mustBeDate } from '../../../../../kernel/local-date.ts';
import type { Example } from '../../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../../ui/example-house.ts';
import type { ChildFace } from '../../../../child-face.ts';
import { safiyaFace } from '../../../../safiya-face.fixture.ts';
import type { Rights } from '../../../core/rights/decide-rights.ts';
import type { InterestTold } from '../../../store/rights/person-record.ts';
import {
  ChildInterestView,
  type OwnInterestsModel,
  OwnInterestsView,
} from '../declare-interest/declare-interest.view.tsx';
import { type WhoMayOpenModel, WhoMayOpenView } from './who-may-open.view.tsx';

const idOf = (n: number): Id => `00000000-0000-4000-8000-00000000040${n}` as Id;
const today = mustBeDate('2026-03-31');
const from = mustBeDate('2026-02-23');
const face: ChildFace = { ...safiyaFace, child: idOf(1) };

const LONGEST = 'Wilhelmina Oluwaseun Fitzgerald-Bartholomew-Papadopoulos van den Berghe';
const rights = (n: number, name: string, ...roles: Rights['roles']): Rights => ({
  ...{ person: idOf(n), name, email: `p${n}@wherrymouth.example`, roles, active: true, mayGrant: [] },
});
const [temitope, beatrix, chair] = [
  rights(2, 'Temitope Adeyemi', 'social-worker'),
  rights(3, 'Beatrix Ashworth', 'team-manager'),
  rights(4, LONGEST, 'conference-chair', 'reviewing-officer'),
];

const page = (name: string, more: Partial<WhoMayOpenModel>): Example => ({
  page: 'Who may open this record',
  name,
  view: () => {
    const model: WhoMayOpenModel = {
      ...{ house: EXAMPLE_HOUSE, csrf: 'example', today, face },
      people: [
        { ...beatrix, relation: 'manager' },
        { ...temitope, relation: 'allocated' },
        { ...chair, relation: 'conference-chair' },
      ],
      parts: [
        {
          entry: idOf(5),
          book: face.child,
          person: chair.person,
          as: 'conference-chair',
          name: LONGEST,
          from,
          until: null,
        },
      ],
      ...{ restriction: null, interests: [], mayManage: true, mayRestrict: true },
      ...{ choices: [beatrix, temitope, chair], typed: {}, faults: [] },
      ...more,
    };
    return <WhoMayOpenView {...model} />;
  },
});

const interest: InterestTold = {
  ...{ entry: idOf(6), person: temitope.person, child: face.child, numberTyped: null, kind: 'neighbour', on: from },
  because: 'They live on the same stairs.',
};

const own = (name: string, more: Partial<OwnInterestsModel>): Example => ({
  page: 'Children whom I know outside work',
  name,
  view: () => <OwnInterestsView house={EXAMPLE_HOUSE} csrf="example" interests={[]} typed={{}} faults={[]} {...more} />,
});

export const examples: readonly Example[] = [
  page('for the manager', { interests: [{ ...interest, name: temitope.name }] }),
  page('for the worker', { mayManage: false, mayRestrict: false, interests: null }),
  page('nobody may open it without a reason', { people: [], parts: [] }),
  page('restricted', { restriction: { entry: idOf(7), book: face.child, names: [LONGEST, beatrix.name] } }),
  page('sent empty', {
    faults: [
      { field: 'as', text: 'Say which part they have' },
      { field: 'person', text: 'Choose who it is' },
      { field: 'from-day', text: 'Enter the first day' },
    ],
  }),
  page('refused: in the line of the case', {
    typed: { as: 'conference-chair', person: beatrix.person, 'from-day': '31', 'from-month': '3', 'from-year': '2026' },
    faults: [
      {
        field: 'person',
        text: 'They are in the line that holds the child: who chairs or reviews stands outside it',
      },
    ],
  }),
  page('refused: would shut oneself out', {
    typed: { 'why-restricted': 'The mother works for us.' },
    faults: [
      {
        field: 'named',
        text: 'You would shut yourself out: name yourself, or somebody else who is to open the record',
      },
    ],
  }),
  own('first visit', {}),
  own('some said', { interests: [interest, { ...interest, entry: idOf(8), numberTyped: 'WM100389', because: null }] }),
  own('sent empty', {
    faults: [
      { field: 'number', text: 'Enter the council’s number of the child' },
      { field: 'kind', text: 'Say how you know the child' },
    ],
  }),
  {
    page: 'I know this child outside work',
    name: 'first visit',
    view: () => (
      <ChildInterestView house={EXAMPLE_HOUSE} csrf="example" face={face} today={today} typed={{}} faults={[]} />
    ),
  },
];
