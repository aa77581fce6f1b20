import { describe, expect, test } from 'vitest';
import type { Id } from '../../../kernel/id.ts';
import { mustBeDate } from '../../../kernel/local-date.ts';
import { idNumber } from '../../stored-entry.fixture.ts';
import { familyOf, type KnownFamily, type Person, type Relation, type Stay } from './family.ts';

const ids = { ada: 1, ben: 2, cleo: 3, mother: 10, father: 11, other: 12, nan: 20, aunt: 21, carer: 22, lodger: 30 };
type Name = keyof typeof ids;
const of = (name: Name): Id => idNumber(ids[name]);
const nameOf = (id: Id): string => Object.entries(ids).find(([, place]) => idNumber(place) === id)?.[0] ?? 'nobody';

const person = (name: Name, bornOn: string | null = null): Person => ({
  id: of(name),
  name,
  bornOn: bornOn === null ? null : mustBeDate(bornOn),
  diedOn: null,
  sex: null,
  isChild: ['ada', 'ben', 'cleo'].includes(name),
});
const everybody = (Object.keys(ids) as Name[]).map((name) => person(name));
const is = (one: Name, as: Relation['as'], to: Name, more: Partial<Relation> = {}): Relation => ({
  ...{ of: of(one), to: of(to), as, parentalResponsibility: null, from: null, until: null },
  ...more,
});
const family = (relations: Relation[], more: Partial<KnownFamily> = {}, on = '2026-03-31') =>
  familyOf(of('ada'), { people: everybody, relations, stays: [], ...more }, mustBeDate(on));
const siblings = (...relations: Relation[]) =>
  family(relations).siblings.map(({ a, b, as }) => [nameOf(a), nameOf(b), as]);
const rows = (...relations: Relation[]) =>
  family(relations).rows.map(({ generation, people }) => [generation, people.map(nameOf)]);

describe('brothers and sisters', () => {
  const [adaMother, adaFather] = [is('ada', 'mother', 'mother'), is('ada', 'father', 'father')];

  test('the same two parents: in full', () => {
    expect(siblings(adaMother, adaFather, is('ben', 'mother', 'mother'), is('ben', 'father', 'father'))).toEqual([
      ['ada', 'ben', 'sibling'],
    ]);
  });

  test('one parent the same, the others known and different: by half', () => {
    expect(siblings(adaMother, adaFather, is('ben', 'mother', 'mother'), is('ben', 'father', 'other'))).toEqual([
      ['ada', 'ben', 'half-sibling'],
    ]);
  });

  test('one parent the same, another not known: nobody guesses', () => {
    expect(siblings(adaMother, adaFather, is('ben', 'mother', 'mother'))).toEqual([['ada', 'ben', 'shares-a-parent']]);
  });

  test('a step-parent makes nobody a brother or sister', () => {
    expect(siblings(is('ada', 'step-parent', 'other'), is('ben', 'father', 'other'))).toEqual([]);
  });

  test('what somebody recorded stands before what parents say; living together says least', () => {
    expect(siblings(adaMother, is('ben', 'mother', 'mother'), is('ada', 'half-sibling', 'ben'))).toEqual([
      ['ada', 'ben', 'half-sibling'],
    ]);
    expect(siblings(adaMother, is('ben', 'mother', 'mother'), is('ada', 'lives-together', 'ben'))).toEqual([
      ['ada', 'ben', 'shares-a-parent'],
    ]);
    expect(siblings(is('ada', 'lives-together', 'ben'), is('ben', 'step-sibling', 'ada'))).toEqual([
      ['ada', 'ben', 'step-sibling'],
    ]);
  });

  test('a parent’s own book says the same', () => {
    expect(siblings(is('mother', 'child', 'ada'), is('mother', 'child', 'ben'))).toEqual([
      ['ada', 'ben', 'shares-a-parent'],
    ]);
  });
});

describe('parental responsibility', () => {
  const responsibility = (...relations: Relation[]) => family(relations).parentages.map((each) => each.responsibility);
  const pr = (parentalResponsibility: boolean | null) => ({ parentalResponsibility });

  test('yes, no, and not known are three answers', () => {
    expect(responsibility(is('ada', 'father', 'father', pr(true)))).toEqual(['yes']);
    expect(responsibility(is('ada', 'father', 'father', pr(false)))).toEqual(['no']);
    expect(responsibility(is('ada', 'father', 'father', pr(null)))).toEqual(['not-known']);
  });

  test('two books: one that does not say takes nothing away, two that contradict are both heard', () => {
    const mine = is('father', 'child', 'ada', pr(true));
    expect(responsibility(mine, is('ada', 'father', 'father', pr(null)))).toEqual(['yes']);
    expect(responsibility(is('ada', 'father', 'father', pr(false)), mine)).toEqual(['told-differently']);
    expect(family([mine, is('ada', 'father', 'father', pr(false))]).parentages[0]?.as).toBe('father');
    expect(family([is('ada', 'father', 'father', pr(false)), mine]).parentages[0]?.as).toBe('father');
  });

  test('on another day it may be another', () => {
    const guardian = is('ada', 'guardian', 'aunt', {
      ...pr(true),
      from: mustBeDate('2026-02-01'),
      until: mustBeDate('2026-02-28'),
    });
    const on = (day: string) => family([guardian], {}, day).parentages.length;
    expect(['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].map(on)).toEqual([0, 1, 1, 0]);
  });
});

describe('generations', () => {
  test('parents above the child, grandparents above them, the child’s own child below', () => {
    const ofAda = [is('ada', 'mother', 'mother'), is('mother', 'mother', 'nan'), is('ada', 'child', 'cleo')];
    expect(rows(...ofAda)).toEqual([
      [2, ['nan']],
      [1, ['mother']],
      [0, ['ada']],
      [-1, ['cleo']],
    ]);
  });

  test('a grandparent is two rows above, though nobody knows whose parent they are', () => {
    expect(
      rows(is('ada', 'grandparent', 'nan'), is('ada', 'aunt-or-uncle', 'aunt'), is('ada', 'carer', 'carer')),
    ).toEqual([
      [2, ['nan']],
      [1, ['aunt', 'carer']],
      [0, ['ada']],
    ]);
  });

  test('the eldest stands first; one whose birth nobody knows stands last', () => {
    const people = [person('ada', '2015-01-01'), person('ben'), person('cleo', '2012-05-05')];
    const tree = family([is('ada', 'sibling', 'ben'), is('ada', 'sibling', 'cleo')], { people });
    expect(tree.rows[0]?.people.map(nameOf)).toEqual(['cleo', 'ada', 'ben']);
  });

  test('couples and parents of one child stand side by side', () => {
    const people = [person('mother', '1990-01-01'), person('aunt', '1991-01-01'), person('father', '1992-01-01')];
    const tree = family(
      [is('ada', 'mother', 'mother'), is('ada', 'father', 'father'), is('mother', 'sibling', 'aunt')],
      { people: [person('ada'), ...people] },
    );
    expect(tree.rows[0]?.people.map(nameOf)).toEqual(['mother', 'father', 'aunt']);
  });

  test('a family in a ring is drawn once, each in the row that is fewest steps away', () => {
    const ring = [is('ada', 'mother', 'mother'), is('mother', 'partner', 'other'), is('other', 'sibling', 'ada')];
    const drawn = rows(...ring).flatMap(([, people]) => people as string[]);
    expect(drawn.toSorted()).toEqual(['ada', 'mother', 'other']);
  });
});

describe('couples', () => {
  const couples = (on: string, ...relations: Relation[]) => family(relations, {}, on).couples.map(({ over }) => over);
  const parent = is('ada', 'mother', 'mother');

  test('one that is over stays in the drawing, and one that has not begun is not there yet', () => {
    const lasted = is('mother', 'partner', 'father', {
      from: mustBeDate('2020-01-01'),
      until: mustBeDate('2025-06-30'),
    });
    const father = is('ada', 'father', 'father');
    expect(couples('2025-06-30', parent, father, lasted)).toEqual([false]);
    expect(couples('2025-07-01', parent, father, lasted)).toEqual([true]);
    expect(couples('2019-12-31', parent, father, lasted)).toEqual([]);
  });

  test('both books tell of one couple', () => {
    expect(
      couples('2026-01-01', parent, is('mother', 'partner', 'other'), is('other', 'former-partner', 'mother')),
    ).toEqual([true]);
  });
});

describe('who belongs to the picture', () => {
  const stay = (name: Name, more: Partial<Stay> = {}): Stay => ({
    ...{ person: of(name), household: idNumber(90), joined: null, gone: false, left: null },
    ...more,
  });
  const home = (stays: Stay[], on?: string) =>
    family([], { stays }, on).households.map(({ members }) => members.map(nameOf));

  test('everybody who is related through any number of steps', () => {
    const tree = family([
      is('ada', 'mother', 'mother'),
      is('mother', 'partner', 'other'),
      is('ben', 'father', 'other'),
    ]);
    expect([...tree.people.keys()].map(nameOf).toSorted()).toEqual(['ada', 'ben', 'mother', 'other']);
    expect(family([]).rows).toEqual([{ generation: 0, people: [of('ada')] }]);
  });

  test('somebody who lives with the child, but nobody of whom only they know', () => {
    const tree = family([is('lodger', 'sibling', 'carer')], { stays: [stay('ada'), stay('lodger')] });
    expect([...tree.people.keys()].map(nameOf).toSorted()).toEqual(['ada', 'lodger']);
    expect(tree.rows.map(({ generation }) => generation)).toEqual([1, 0]);
  });

  test('a carer is in it; the other children whom they care for are not', () => {
    const tree = family([is('ada', 'carer', 'carer'), is('ben', 'carer', 'carer'), is('ben', 'mother', 'other')]);
    expect([...tree.people.keys()].map(nameOf).toSorted()).toEqual(['ada', 'carer']);
  });

  test('a household as it was on a day', () => {
    const stays = [
      stay('ada'),
      stay('father', { gone: true, left: mustBeDate('2026-01-10'), joined: mustBeDate('2025-01-01') }),
    ];
    expect(home(stays, '2026-01-09')).toEqual([['ada', 'father']]);
    expect(home(stays, '2026-01-10')).toEqual([['ada']]);
    expect(home(stays, '2024-12-31')).toEqual([['ada']]);
    expect(home([stay('ada'), stay('father', { gone: true })])).toEqual([['ada']]);
  });

  test('somebody of whom nothing is recorded but that they are related is there without a name', () => {
    const tree = family([is('ada', 'mother', 'mother')], { people: [person('ada')] });
    expect(tree.people.get(of('mother'))).toEqual({
      ...{ id: of('mother'), name: null, bornOn: null, diedOn: null, sex: null, isChild: false },
    });
  });

  test('a relative who is neither parent nor sibling is named as what they are', () => {
    expect(family([is('ada', 'aunt-or-uncle', 'aunt'), is('ada', 'mother', 'mother')]).others).toEqual([
      { of: of('ada'), to: of('aunt'), as: 'aunt-or-uncle' },
    ]);
  });
});
