import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLAUSES, mayOpen, OPENS_RESTRICTED, SEES_PROTECTED, type Standing, seesProtected } from './may-open.ts';
import { ROLE_NAMES } from './permission.ts';
import { RELATIONS, type Relation } from './relation.ts';

const nothing: Standing = { roles: ['social-worker'], relations: [], interest: false, restricted: false };
const BY_ROLE: readonly Relation[] = ['accountable', 'data-quality'];

describe('who may open a record', () => {
  test('without a relation one may ask', () => {
    expect(mayOpen(nothing)).toEqual({ is: 'ask' });
  });

  test.each(RELATIONS)('%s opens', (relation) => {
    expect(mayOpen({ ...nothing, relations: [relation] })).toEqual({ is: 'open', relation });
  });

  test.each([
    ['director', 'accountable'],
    ['performance-analyst', 'data-quality'],
  ])('a %s opens every record, as %s', (role, relation) => {
    expect(mayOpen({ ...nothing, roles: [role] })).toEqual({ is: 'open', relation });
  });

  test('no other role opens anything by itself', () => {
    const open = ROLE_NAMES.filter((role) => mayOpen({ ...nothing, roles: [role] }).is === 'open');
    expect(open).toEqual(['performance-analyst', 'director']);
  });

  test('whoever knows the child outside work sees nothing, by no relation and in no role', () => {
    for (const relation of RELATIONS)
      expect(mayOpen({ roles: [...ROLE_NAMES], relations: [relation], interest: true, restricted: false })).toEqual({
        is: 'hidden',
      });
  });

  test('a restricted record opens for its worker, the manager and who is named, and for nobody else', () => {
    const opening = RELATIONS.filter(
      (relation) => mayOpen({ ...nothing, relations: [relation], restricted: true }).is === 'open',
    );
    expect(opening.sort()).toEqual(['allocated', 'manager', 'named']);
    expect([...OPENS_RESTRICTED].sort()).toEqual(['allocated', 'manager', 'named']);
    expect(mayOpen({ ...nothing, roles: ['director'], restricted: true })).toEqual({ is: 'hidden' });
    expect(mayOpen({ ...nothing, relations: ['named', 'team'], restricted: true }).is).toBe('open');
  });

  test('of several relations the log keeps the nearest', () => {
    expect(mayOpen({ ...nothing, relations: ['reason', 'team', 'allocated'] })).toEqual({
      is: 'open',
      relation: 'allocated',
    });
    expect(mayOpen({ ...nothing, roles: ['director'], relations: ['reason'] })).toMatchObject({
      relation: 'accountable',
    });
  });

  test('an unknown relation opens nothing', () => {
    expect(mayOpen({ ...nothing, relations: ['colleague'] })).toEqual({ is: 'ask' });
  });
});

describe('what protects a place', () => {
  test('a protected place is seen by the few who must keep it', () => {
    expect([...SEES_PROTECTED].sort()).toEqual(['allocated', 'cover', 'manager', 'named']);
    expect(RELATIONS.filter(seesProtected).sort()).toEqual(['allocated', 'cover', 'manager', 'named']);
    expect([seesProtected(undefined), seesProtected('colleague')]).toEqual([false, false]);
  });
});

const standings = fc.record({
  roles: fc.subarray([...ROLE_NAMES]),
  relations: fc.subarray([...RELATIONS]),
  interest: fc.boolean(),
  restricted: fc.boolean(),
});

test('another relation never shuts a record; an interest or a restriction never opens one', () => {
  const rank = { hidden: 0, ask: 1, open: 2 } as const;
  fc.assert(
    fc.property(standings, fc.constantFrom(...RELATIONS), (standing, relation) => {
      const now = rank[mayOpen(standing).is];
      expect(rank[mayOpen({ ...standing, relations: [...standing.relations, relation] }).is]).toBeGreaterThanOrEqual(
        now,
      );
      expect(rank[mayOpen({ ...standing, interest: true }).is]).toBeLessThanOrEqual(now);
      expect(rank[mayOpen({ ...standing, restricted: true }).is]).toBeLessThanOrEqual(now);
    }),
  );
});

/** Standings that together tell every clause from its absence: what each must answer is written out above. */
const EXAMPLES: readonly (readonly [Standing, string])[] = [
  [{ ...nothing, relations: ['allocated'], interest: true }, 'hidden'],
  [{ ...nothing, relations: ['team'], restricted: true }, 'hidden'],
  ...RELATIONS.filter((each) => !BY_ROLE.includes(each)).map(
    (each) => [{ ...nothing, relations: [each] }, `open ${each}`] as const,
  ),
  [{ ...nothing, roles: ['director'] }, 'open accountable'],
  [{ ...nothing, roles: ['performance-analyst'] }, 'open data-quality'],
];
const said = (opening: ReturnType<typeof mayOpen>): string =>
  opening.is === 'open' ? `open ${opening.relation}` : opening.is;

describe('mutants: the rule without one of its clauses', () => {
  test('the whole rule answers every example', () => {
    expect(EXAMPLES.filter(([standing, answer]) => said(mayOpen(standing)) !== answer)).toEqual([]);
  });

  test.each(CLAUSES.map(({ id }) => id))('%s: an example notices that it is gone', (id) => {
    const without = CLAUSES.filter((clause) => clause.id !== id);
    expect(EXAMPLES.filter(([standing, answer]) => said(mayOpen(standing, without)) !== answer)).not.toEqual([]);
  });
});
