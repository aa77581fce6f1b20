import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mustBeDate } from '../../../../kernel/local-date.ts';
import { notKnown } from '../../../../record/said.ts';
import { idNumber } from '../../../stored-entry.fixture.ts';
import { FIRST_ROLES, GRANTABLE_ROLES, type Role } from '../permission.ts';
import { decideSetRights, keepingLastAdministrator, type Rights, sameRights } from './decide-rights.ts';

const [first, second, ben] = [idNumber(1), idNumber(2), idNumber(3)];
const rightsOf = (person: typeof first, roles: readonly Role[], more: Partial<Rights> = {}): Rights => ({
  person,
  name: `Person ${person.slice(-1)}`,
  email: `p${person.slice(-4)}@x.example`,
  roles,
  active: true,
  mayGrant: [],
  ...more,
});
const ada = rightsOf(first, FIRST_ROLES, { mayGrant: GRANTABLE_ROLES });
const narrow = rightsOf(second, ['administrator'], { mayGrant: ['social-worker', 'administrator'] });
const worker = rightsOf(ben, ['social-worker']);
const house = [ada, narrow, worker];

const decide = (by: typeof first, rights: Rights, everybody: readonly Rights[] = house) =>
  decideSetRights(
    everybody,
    { rights, because: notKnown },
    { by, today: mustBeDate('2026-03-31'), book: idNumber(9), ids: { act: idNumber(10), entry: idNumber(11) } },
  );
const codeOf = (...asked: Parameters<typeof decide>) => {
  const decided = decide(...asked);
  return decided.ok ? 'done' : decided.refusal.code;
};

describe('nobody gives more than they may pass on', () => {
  test('the first person gives any role that can be given, and says what an administrator may pass on', () => {
    expect(decide(first, { ...worker, roles: ['social-worker', 'legal'] })).toMatchObject({
      ok: true,
      value: { entries: [{ type: 'rights-set', about: ben, data: { roles: ['social-worker', 'legal'] } }] },
    });
    const another = rightsOf(idNumber(4), ['administrator'], { mayGrant: GRANTABLE_ROLES });
    expect(codeOf(first, another)).toBe('done');
  });

  test('another administrator gives what was passed on to them, and no more', () => {
    const added = rightsOf(idNumber(4), ['social-worker']);
    expect(codeOf(second, added)).toBe('done');
    expect(decide(second, { ...added, roles: ['social-worker', 'director'] })).toEqual({
      ok: false,
      refusal: { code: 'more-than-you-may-pass-on', roles: ['director'] },
    });
    const twin = { ...added, roles: ['administrator'] as Role[], mayGrant: ['legal'] as Role[] };
    expect(decide(second, twin)).toEqual({
      ok: false,
      refusal: { code: 'more-than-you-may-pass-on', roles: ['legal'] },
    });
    expect(codeOf(second, { ...twin, mayGrant: narrow.mayGrant })).toBe('done');
  });

  test('to start a stopped account is to give everything anew, and nothing is made ready on a stopped one', () => {
    const stopped = rightsOf(idNumber(4), ['director'], { active: false });
    expect(codeOf(second, { ...stopped, active: true }, [...house, stopped])).toBe('more-than-you-may-pass-on');
    expect(codeOf(first, { ...stopped, active: true }, [...house, stopped])).toBe('done');
    expect(codeOf(second, { ...stopped, roles: ['director', 'legal'] }, [...house, stopped])).toBe(
      'more-than-you-may-pass-on',
    );
  });

  test('whoever may pass on less neither stops nor changes whoever may pass on more', () => {
    expect(codeOf(second, { ...ada, active: false })).toBe('above-you');
    expect(codeOf(first, { ...narrow, active: false })).toBe('done');
  });

  test('somebody who is no administrator, or whose account is stopped, gives nothing', () => {
    expect(codeOf(ben, rightsOf(idNumber(4), ['social-worker']))).toBe('may-not-grant');
    expect(codeOf(idNumber(77), rightsOf(idNumber(4), ['social-worker']))).toBe('may-not-grant');
    const gone = { ...narrow, active: false };
    expect(codeOf(second, rightsOf(idNumber(4), ['social-worker']), [ada, gone])).toBe('may-not-grant');
  });
});

describe('one’s own rights', () => {
  test('nobody changes them, save giving a role up', () => {
    expect(codeOf(first, { ...ada, roles: [...FIRST_ROLES, 'director'] })).toBe('own-rights');
    expect(codeOf(second, { ...narrow, mayGrant: ['legal'] })).toBe('own-rights');
    expect(codeOf(first, { ...ada, active: false })).toBe('own-rights');
    expect(codeOf(first, { ...ada, name: 'Somebody else' })).toBe('own-rights');
    expect(codeOf(first, { ...ada, email: 'other@x.example' })).toBe('own-rights');
    expect(codeOf(first, { ...ada, roles: ['administrator'] })).toBe('done');
    expect(codeOf(ben, worker)).toBe('nothing-changes');
    expect(codeOf(ben, { ...worker, roles: [] })).toBe('no-role');
    expect(codeOf(ben, { ...worker, active: false }, [ada, { ...worker, active: false }])).toBe('own-rights');
  });
});

describe('what could never stand', () => {
  test('no role, a role without a page, an address of somebody else, passing on without being administrator', () => {
    expect(codeOf(first, { ...worker, roles: [] })).toBe('no-role');
    expect(decide(first, { ...worker, roles: ['parent'] })).toEqual({
      ok: false,
      refusal: { code: 'not-grantable', roles: ['parent'] },
    });
    expect(codeOf(first, { ...narrow, mayGrant: ['school'] })).toBe('not-grantable');
    expect(codeOf(first, { ...worker, email: narrow.email })).toBe('email-taken');
    expect(codeOf(first, { ...worker, mayGrant: ['legal'] })).toBe('passes-on-without-administrator');
  });

  test('the last administrator who can make another stays', () => {
    const plain = rightsOf(idNumber(5), ['administrator'], { mayGrant: ['social-worker'] });
    const giveUp = { ...ada, roles: ['performance-analyst'] as Role[], mayGrant: [] };
    expect(codeOf(first, giveUp, [ada, worker, plain])).toBe('last-administrator');
    expect(codeOf(first, giveUp, [ada, worker, narrow])).toBe('done');
    expect(codeOf(first, { ...ada, mayGrant: [] }, [ada, { ...narrow, active: false }])).toBe('last-administrator');
  });
});

test('the council’s directory takes an administrator’s roles too, save from the last who can make another', () => {
  const asAsked = { ...ada, roles: ['social-worker'] as Role[], mayGrant: [] };
  const kept = keepingLastAdministrator([ada, worker, { ...narrow, active: false }], asAsked);
  expect(kept).toEqual({ ...ada, roles: ['administrator', 'social-worker'] });
  expect(sameRights(keepingLastAdministrator([kept, worker], asAsked), kept)).toBe(true);
  expect(sameRights(kept, ada)).toBe(false);
  expect(keepingLastAdministrator(house, asAsked)).toEqual(asAsked);
  expect(keepingLastAdministrator([worker], { ...worker, roles: ['legal'] }).roles).toEqual(['legal']);
});

const FEW: readonly Role[] = ['administrator', 'social-worker', 'legal', 'director', 'school'];
const anyRoles = fc.subarray([...FEW]);
const mostly = (likely: readonly Role[]) => fc.oneof({ weight: 3, arbitrary: fc.subarray([...likely]) }, anyRoles);
const anyStep = fc.record({
  by: fc.constantFrom(1, 1, 1, 2, 3, 4),
  person: fc.integer({ min: 1, max: 5 }),
  roles: mostly(['administrator', 'social-worker']),
  mayGrant: mostly(['administrator', 'social-worker']),
  active: fc.boolean(),
});

test('after any sequence: nobody may pass on more than the first could, and somebody can let people in', () => {
  const start = { ...ada, mayGrant: ['administrator', 'social-worker', 'legal'] as Role[] };
  let done = 0;
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 10, maxLength: 40 }), (steps) => {
      let everybody: Rights[] = [start];
      for (const { by, person, roles, mayGrant, active } of steps) {
        const rights = rightsOf(idNumber(person), roles, { mayGrant, active });
        if (!decide(idNumber(by), rights, everybody).ok) continue;
        done += 1;
        everybody = [...everybody.filter((each) => each.person !== rights.person), rights];
        expect(everybody.flatMap((each) => each.mayGrant).filter((role) => !start.mayGrant.includes(role))).toEqual([]);
        expect(
          everybody.some(
            (each) => each.active && each.roles.includes('administrator') && each.mayGrant.includes('administrator'),
          ),
        ).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
  expect(done).toBeGreaterThan(300);
});
