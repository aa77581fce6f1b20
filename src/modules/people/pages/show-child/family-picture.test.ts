import { expect, it } from 'vitest';
import type { Id } from '../../../../kernel/id.ts';
import { mustBeDate } from '../../../../kernel/local-date.ts';
import { familyOf, type KnownFamily, type Person } from '../../core/family.ts';
import { familyPicture } from './family-picture.ts';

const on = mustBeDate('2026-03-31');
const idOf = (name: string): Id => `00000000-0000-4000-8000-${name.padStart(12, '0').slice(-12)}` as Id;
const person = (name: string, bornOn: string, more: Partial<Person> = {}): Person => ({
  id: idOf(name),
  name,
  bornOn: mustBeDate(bornOn),
  diedOn: null,
  sex: null,
  isChild: true,
  ...more,
});
const parent = (of: string, to: string, more: Partial<KnownFamily['relations'][number]> = {}) => ({
  of: idOf(of),
  to: idOf(to),
  as: 'mother' as const,
  parentalResponsibility: null,
  from: null,
  until: null,
  ...more,
});

const drawn = (known: KnownFamily) => familyPicture(familyOf(idOf('ada'), known, on), 'ada', on);

it('draws nothing where nobody else is known', () => {
  expect(drawn({ people: [person('ada', '2018-02-14')], relations: [], stays: [] })).toBeNull();
});

it('sets half-siblings beneath their own parents, and says who lives with the child', () => {
  const picture = drawn({
    people: [
      person('ada', '2018-02-14', { sex: 'female' }),
      person('ben', '2026-06-01'),
      person('mia', '1990-01-01', { isChild: false }),
      person('leo', '1988-01-01', { isChild: false, diedOn: mustBeDate('2020-05-05') }),
      person('max', '1985-01-01', { isChild: false }),
    ],
    relations: [
      parent('ada', 'mia', { parentalResponsibility: true }),
      parent('ada', 'leo', { as: 'father' }),
      parent('ben', 'mia'),
      parent('ben', 'max', { as: 'father' }),
    ],
    stays: ['ada', 'mia'].map((name) => ({
      person: idOf(name),
      household: idOf('home'),
      joined: null,
      gone: false,
      left: null,
    })),
  });
  const of = (name: string) => picture?.people.find((each) => each.name === name);
  expect(of('ada')).toMatchObject({ isFocus: true, detail: '8', href: null });
  expect(of('ben')).toMatchObject({ unborn: true, sameHousehold: false, href: `/children/${idOf('ben')}` });
  expect(of('mia')).toMatchObject({ sameHousehold: true, hasResponsibility: true, href: null });
  expect(of('leo')).toMatchObject({ died: true, detail: '1988 to 2020', hasResponsibility: null });
  expect(of('max')).toMatchObject({ hasResponsibility: 'not-asked' });
  expect(picture?.unions.map(({ children }) => children)).toEqual([[idOf('ada')], [idOf('ben')]]);
});

it('cuts the line of a couple that is over', () => {
  const couple = { of: idOf('mia'), to: idOf('leo'), as: 'former-partner' as const };
  const picture = drawn({
    people: [person('ada', '2018-02-14'), person('mia', '1990-01-01'), person('leo', '1988-01-01')],
    relations: [
      parent('ada', 'mia'),
      parent('ada', 'leo', { as: 'father' }),
      { ...couple, parentalResponsibility: null, from: null, until: null },
    ],
    stays: [],
  });
  expect(picture?.unions).toMatchObject([{ parted: true }]);
});
