import { describe, expect, test } from 'vitest';
import type { Id } from '../../../../kernel/id.ts';
import { mustBeDate } from '../../../../kernel/local-date.ts';
import type { Result } from '../../../../kernel/result.ts';
import { notKnown } from '../../../../record/said.ts';
import { idNumber } from '../../../stored-entry.fixture.ts';
import { decideArrangeCover, decideEndCover } from './decide-cover.ts';
import { decideDeclareInterest, decideEndInterest } from './decide-interest.ts';
import { decideEndRelation, decideNameRelation, type PersonToName } from './decide-named-relation.ts';
import { decideLift, decideRestrict } from './decide-restriction.ts';
import type { Rights } from './decide-rights.ts';
import { decideDrawSample, decideEndSample } from './decide-sample.ts';

const today = mustBeDate('2026-03-31');
const [before, later] = [mustBeDate('2026-03-30'), mustBeDate('2026-04-02')];
let ids = 100;
const newId = (): Id => {
  ids += 1;
  return idNumber(ids);
};
const given = { today, book: idNumber(50), newId };
const rights = (n: number, roles: Rights['roles'], active = true): Rights => ({
  ...{ person: idNumber(n), name: `Person ${n}`, email: `p${n}@x.example`, roles, active, mayGrant: [] },
});
const worker = rights(1, ['social-worker']);
const manager = rights(2, ['team-manager']);
const administrator = rights(3, ['administrator']);
const chair = rights(4, ['conference-chair', 'reviewing-officer', 'legal', 'supervising-social-worker']);
const gone = rights(5, ['social-worker', 'conference-chair'], false);
const everybody = [worker, manager, administrator, chair, gone];
const code = (decided: Result<unknown, { readonly code: string }>): string =>
  decided.ok ? 'done' : decided.refusal.code;

describe('interests', () => {
  const knows = {
    person: worker.person,
    child: idNumber(60),
    numberTyped: null,
    kind: 'friend',
    because: notKnown,
  } as const;
  const declare = (by: Rights, more: Partial<{ person: Id; child: Id | null; numberTyped: string | null }> = {}) =>
    decideDeclareInterest(everybody, { ...knows, ...more }, { ...given, by });

  test('everybody says so of themselves, with a child or a number that is nobody’s; a manager of anybody', () => {
    expect(code(declare(worker))).toBe('done');
    expect(declare(worker, { child: null, numberTyped: 'WM1' })).toMatchObject({
      value: { entries: [{ data: { child: { notSaid: 'not known' }, numberTyped: 'WM1' } }] },
    });
    expect(code(declare(manager))).toBe('done');
    expect(code(declare(chair))).toBe('only-a-manager');
    expect(code(declare(administrator))).toBe('only-a-manager');
    expect(code(declare(manager, { person: idNumber(77) }))).toBe('no-such-person');
  });

  test('a manager or an administrator ends it, with every other about the same child; nobody their own', () => {
    const one = { entry: idNumber(70), person: worker.person, child: idNumber(60), numberTyped: null };
    const standing = [one, { ...one, entry: idNumber(71) }, { ...one, entry: idNumber(72), child: null }];
    const end = (by: Rights, entry = one.entry, all = standing) =>
      decideEndInterest(all, { entry, because: 'Moved.' }, { ...given, by });
    expect(code(end(worker))).toBe('may-not-end');
    expect(code(end(chair))).toBe('may-not-end');
    for (const by of [manager, administrator]) {
      const ended = end(by);
      expect(ended.ok && ended.value.entries.map(({ about }) => about)).toEqual([idNumber(70), idNumber(71)]);
    }
    const unknown = end(manager, idNumber(72));
    expect(unknown.ok && unknown.value.entries).toHaveLength(1);
    expect(code(end(manager, idNumber(79)))).toBe('no-such-interest');
    expect(code(end(manager, one.entry, [{ ...one, person: manager.person }]))).toBe('own-interest');
  });
});

describe('cover', () => {
  const team = [
    { person: manager.person, leave: null },
    { person: worker.person, leave: null },
  ];
  const cover = { by: chair.person, for: worker.person, from: today, until: later, because: notKnown };
  const arrange = (more: Partial<typeof cover> = {}, coverable: Parameters<typeof decideArrangeCover>[1] = team) =>
    decideArrangeCover(everybody, coverable, { ...cover, ...more }, given);
  const onLeave = (from: string, until: string | null) => [
    { person: worker.person, leave: { from: mustBeDate(from), until: until === null ? null : mustBeDate(until) } },
  ];

  test('for oneself and one’s team, by somebody who reads children, for days that are not over', () => {
    expect(code(arrange())).toBe('done');
    expect(code(arrange({ until: today }))).toBe('done');
    expect(code(arrange({ for: chair.person }))).toBe('not-yours');
    expect(code(arrange({ by: worker.person }))).toBe('stands-in-for-themselves');
    expect(code(arrange({ by: gone.person }))).toBe('no-such-person');
    expect(code(arrange({ by: administrator.person }))).toBe('reads-no-children');
    expect(code(arrange({ from: later, until: today }))).toBe('until-before-from');
    expect(code(arrange({ from: before, until: before }))).toBe('over-already');
  });

  test('within the leave that is recorded; one that is over binds nobody', () => {
    expect(code(arrange({}, onLeave('2026-03-31', '2026-04-02')))).toBe('done');
    expect(code(arrange({}, onLeave('2026-03-31', '2026-04-01')))).toBe('beyond-the-leave');
    expect(code(arrange({}, onLeave('2026-04-01', '2026-04-09')))).toBe('beyond-the-leave');
    expect(code(arrange({}, onLeave('2026-04-01', null)))).toBe('beyond-the-leave');
    expect(code(arrange({}, onLeave('2026-03-02', null)))).toBe('done');
    expect(code(arrange({}, onLeave('2026-01-02', '2026-01-09')))).toBe('done');
    expect(code(arrange({}, onLeave('2026-01-02', '2026-03-31')))).toBe('beyond-the-leave');
  });

  test('ended by whoever stands in, whoever is covered, and the manager', () => {
    const standing = [{ entry: idNumber(70), by: chair.person, for: worker.person }];
    const end = (asker: Id, coverable: Parameters<typeof decideEndCover>[1], entry = idNumber(70)) =>
      decideEndCover(standing, coverable, { entry, because: notKnown }, { ...given, asker });
    expect(code(end(chair.person, []))).toBe('done');
    expect(code(end(manager.person, team))).toBe('done');
    expect(code(end(administrator.person, [{ person: administrator.person, leave: null }]))).toBe('not-yours');
    expect(code(end(chair.person, team, idNumber(71)))).toBe('no-such-cover');
  });
});

describe('samples', () => {
  const sample = { title: 'An audit', people: [worker.person], children: [idNumber(60)], from: today, until: later };
  const draw = (more: Partial<typeof sample> = {}) => code(decideDrawSample(everybody, { ...sample, ...more }, given));

  test('some children, for people who read children, for a time that is not over', () => {
    expect(draw()).toBe('done');
    expect(draw({ people: [] })).toBe('nobody-reads');
    expect(draw({ children: [] })).toBe('no-children');
    expect(draw({ people: [worker.person, gone.person] })).toBe('no-such-person');
    expect(draw({ people: [worker.person, administrator.person] })).toBe('reads-no-children');
    expect(draw({ until: before })).toBe('until-before-from');
    expect(draw({ from: before, until: before })).toBe('over-already');
  });

  test('closed again once', () => {
    const end = (entry: Id) => code(decideEndSample([idNumber(70)], { entry, because: 'Written.' }, given));
    expect([end(idNumber(70)), end(idNumber(71))]).toEqual(['done', 'no-such-sample']);
  });
});

describe('named parts', () => {
  const person = (of: Rights, more: Partial<PersonToName> = {}): PersonToName => ({
    ...{ ...of, relations: [], interest: false, ...more },
  });
  const naming = { person: chair.person, as: 'conference-chair', from: today, until: notKnown } as const;
  const name = (
    of: PersonToName,
    more: Partial<Parameters<typeof decideNameRelation>[2]> = {},
    standing: Parameters<typeof decideNameRelation>[1] = [],
  ) => code(decideNameRelation([of], standing, { ...naming, person: of.person, ...more }, given));

  test('by the role for it, in a time that has an order, once', () => {
    expect(name(person(chair))).toBe('done');
    expect(name(person(chair), { until: today })).toBe('done');
    expect(name(person(chair), { until: before })).toBe('until-before-from');
    expect(name(person(gone))).toBe('no-such-person');
    expect(code(decideNameRelation([], [], naming, given))).toBe('no-such-person');
    expect(decideNameRelation([person(worker)], [], { ...naming, person: worker.person }, given)).toEqual({
      ok: false,
      refusal: { code: 'wrong-role', needs: 'conference-chair' },
    });
    const standing = { entry: idNumber(70), person: chair.person, as: 'conference-chair' } as const;
    expect(name(person(chair), {}, [standing])).toBe('named-already');
    expect(name(person(chair), { as: 'legal' }, [standing])).toBe('done');
    const end = (entry: Id) => code(decideEndRelation([standing], { entry, because: notKnown }, given));
    expect([end(idNumber(70)), end(idNumber(71))]).toEqual(['done', 'no-such-relation']);
  });

  test('nobody who knows the child; who chairs or reviews stands outside the line of the case', () => {
    expect(name(person(chair, { interest: true }))).toBe('knows-the-child');
    for (const relation of ['allocated', 'manager', 'team', 'cover']) {
      const inLine = person(chair, { relations: [relation] });
      expect(name(inLine)).toBe('in-the-line-of-the-case');
      expect(name(inLine, { as: 'reviewing-officer' })).toBe('in-the-line-of-the-case');
      expect(name(inLine, { as: 'legal' })).toBe('done');
      expect(name(inLine, { as: 'supervising' })).toBe('done');
    }
    expect(name(person(chair, { relations: ['legal', 'sample'] }))).toBe('done');
  });
});

describe('restrictions', () => {
  const restrict = (people: readonly Id[], holdsTheChild: boolean) =>
    code(decideRestrict(everybody, { people, because: 'A colleague.' }, { holdsTheChild }, given));

  test('to people who read children; nobody shuts themselves out, save by naming somebody else', () => {
    expect(restrict([], true)).toBe('done');
    expect(restrict([], false)).toBe('locks-you-out');
    expect(restrict([manager.person], false)).toBe('done');
    expect(restrict([worker.person], false)).toBe('done');
    expect(restrict([gone.person], true)).toBe('no-such-person');
    expect(restrict([idNumber(77)], true)).toBe('no-such-person');
    expect(restrict([administrator.person], true)).toBe('reads-no-children');
  });

  test('lifted where there is one', () => {
    expect(code(decideLift(idNumber(70), 'She left.', given))).toBe('done');
    expect(code(decideLift(null, 'She left.', given))).toBe('not-restricted');
  });
});
