import type { Id } from '../../../../../kernel/id.ts';
import { mustBeDate } from '../../../../../kernel/local-date.ts';
import type { Example } from '../../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../../ui/example-house.ts';
import type { Rights } from '../../../core/rights/decide-rights.ts';
import { DrawSampleView, type SamplesModel } from '../draw-sample/draw-sample.view.tsx';
import { ArrangeCoverView, type CoverModel } from './arrange-cover.view.tsx';

const idOf = (n: number): Id => `00000000-0000-4000-8000-00000000050${n}` as Id;
const LONGEST = 'Wilhelmina Oluwaseun Fitzgerald-Bartholomew-Papadopoulos van den Berghe';
const rights = (n: number, name: string, ...roles: Rights['roles']): Rights => ({
  ...{ person: idOf(n), name, email: `p${n}@wherrymouth.example`, roles, active: true, mayGrant: [] },
});
const [from, until] = [mustBeDate('2026-03-31'), mustBeDate('2026-04-17')];
const [temitope, beatrix] = [rights(1, 'Temitope Adeyemi', 'social-worker'), rights(2, LONGEST, 'team-manager')];

const cover = (name: string, more: Partial<CoverModel>): Example => ({
  page: 'Cover',
  name,
  view: () => (
    <ArrangeCoverView
      house={EXAMPLE_HOUSE}
      csrf="example"
      asker={temitope.person}
      coverable={[{ ...temitope, leave: null }]}
      choices={[temitope, beatrix]}
      covers={[]}
      typed={{}}
      faults={[]}
      {...more}
    />
  ),
});

const arranged = { by: temitope.person, for: beatrix.person, byName: temitope.name, forName: LONGEST, from, until };
const samples = (name: string, more: Partial<SamplesModel>): Example => ({
  page: 'Samples',
  name,
  view: () => (
    <DrawSampleView
      house={EXAMPLE_HOUSE}
      csrf="example"
      samples={[]}
      readers={[rights(3, 'Kwame Asante-Boadu', 'auditor'), rights(4, LONGEST, 'inspector')]}
      typed={{}}
      faults={[]}
      {...more}
    />
  ),
});

export const examples: readonly Example[] = [
  cover('first visit', {}),
  cover('of a team, some arranged', {
    asker: beatrix.person,
    coverable: [
      { ...beatrix, leave: null },
      { ...temitope, leave: { from, until } },
      { person: idOf(5), name: 'Agnieszka Duda', leave: { from: mustBeDate('2026-03-02'), until: null } },
    ],
    covers: [{ entry: idOf(6), ...arranged }],
  }),
  cover('sent empty', {
    faults: [
      { field: 'by', text: 'Choose who stands in' },
      { field: 'from-day', text: 'Enter the first day' },
      { field: 'until-day', text: 'Enter the last day' },
    ],
  }),
  cover('refused: beyond the leave', {
    typed: { by: beatrix.person, 'from-day': '1', 'from-month': '3', 'from-year': '2026' },
    faults: [
      {
        field: 'from-day',
        text: 'The leave that is recorded is from 31 March 2026 until 17 April 2026: cover lies within it',
      },
    ],
  }),
  samples('first visit', {}),
  samples('nobody reads samples yet', { readers: [] }),
  samples('some drawn', {
    samples: [
      { entry: idOf(7), title: 'Audit of closed cases, spring 2026', people: [LONGEST], children: 12, from, until },
      { entry: idOf(8), title: 'Inspection', people: ['Kwame Asante-Boadu', LONGEST], children: 1, from, until },
    ],
  }),
  samples('refused: numbers that are nobody’s', {
    typed: { title: 'Audit of neglect', readers: idOf(3), numbers: 'WM103961\nWM000000\nEsmé' },
    faults: [
      { field: 'numbers', text: 'Not the number of one child: WM000000, Esmé' },
      { field: 'until-day', text: 'Enter the last day' },
    ],
  }),
];
