import type { Id } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { accepted, type Result, refused } from '../../../../kernel/result.ts';
import { type Act, happenedOn } from '../../../../record/entry.ts';
import type { Said } from '../../../../record/said.ts';
import { GRANTABLE_ROLES, mayDo, type Role } from '../permission.ts';
import { rightsSet } from './rights-set.entry.ts';

/** What somebody may do, as it stands. */
export type Rights = {
  readonly person: Id;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
  readonly mayGrant: readonly Role[];
};

/** What somebody is to be able to do from now on. */
export type SetRights = { readonly rights: Rights; readonly because: Said<string> };

export type RightsRefusal =
  | { readonly code: 'may-not-grant' }
  | { readonly code: 'no-role' }
  | { readonly code: 'not-grantable'; readonly roles: readonly Role[] }
  | { readonly code: 'more-than-you-may-pass-on'; readonly roles: readonly Role[] }
  | { readonly code: 'above-you' }
  | { readonly code: 'own-rights' }
  | { readonly code: 'passes-on-without-administrator' }
  | { readonly code: 'last-administrator' }
  | { readonly code: 'email-taken' }
  | { readonly code: 'nothing-changes' };

type Given = { readonly by: Id; readonly today: LocalDate; readonly book: Id; readonly ids: { act: Id; entry: Id } };

const without = (roles: readonly Role[], others: readonly Role[]): Role[] =>
  roles.filter((each) => !others.includes(each));
const within = (roles: readonly Role[], others: readonly Role[]): boolean => without(roles, others).length === 0;
const NOTHING = { roles: [], mayGrant: [] } as const;

/** An account that is stopped holds nothing: to start it again is to give everything anew. */
const held = (rights: Rights | undefined): Pick<Rights, 'roles' | 'mayGrant'> => (rights?.active ? rights : NOTHING);

/**
 * Sets what somebody may do. Nobody gives more than they may pass on, nobody changes their own rights save giving one up,
 * and there is always an active administrator who can make another.
 */
export function decideSetRights(
  everybody: readonly Rights[],
  { rights, because }: SetRights,
  { by, today, book, ids }: Given,
): Result<Act, RightsRefusal> {
  const before = everybody.find(({ person }) => person === rights.person);
  const refusal =
    faultOfRights(everybody, rights, before) ??
    (by === rights.person ? faultOfOwn(before, rights) : faultOfGranting(everybody, by, rights, before)) ??
    faultOfHouse(everybody, rights);
  if (refusal) return refused(refusal);
  return accepted(rightsAct(rights, because, { today, book, ids }));
}

/** The act that sets rights, whoever decided them: the house itself, for the first person of a council. */
export function rightsAct(rights: Rights, because: Said<string>, { today, book, ids }: Omit<Given, 'by'>): Act {
  const { person, name, email, roles, active, mayGrant } = rights;
  const entry = rightsSet.write(
    { id: ids.entry, book, about: person, happened: happenedOn(today), source: { kind: 'here' } },
    { person, name, email, roles: [...roles], active, mayGrant: [...mayGrant], because },
  );
  return { id: ids.act, entries: [entry], decidedOn: [] };
}

/** What could never stand, whoever asks. */
function faultOfRights(
  everybody: readonly Rights[],
  { person, email, roles, mayGrant }: Rights,
  before: Rights | undefined,
): RightsRefusal | undefined {
  if (roles.length === 0) return { code: 'no-role' };
  const given = without([...roles, ...mayGrant], GRANTABLE_ROLES);
  if (given.length > 0) return { code: 'not-grantable', roles: given };
  if (mayGrant.length > 0 && !mayDo(roles, 'people:manage')) return { code: 'passes-on-without-administrator' };
  if (email !== before?.email && everybody.some((other) => other.email === email && other.person !== person))
    return { code: 'email-taken' };
  return undefined;
}

/** One gives up a role, and what one may pass on; nothing else of one's own. */
function faultOfOwn(before: Rights | undefined, after: Rights): RightsRefusal | undefined {
  if (!before?.active || !after.active || after.name !== before.name || after.email !== before.email)
    return { code: 'own-rights' };
  if (!within(after.roles, before.roles) || !within(after.mayGrant, before.mayGrant)) return { code: 'own-rights' };
  return sameRoles(before.roles, after.roles) && sameRoles(before.mayGrant, after.mayGrant)
    ? { code: 'nothing-changes' }
    : undefined;
}

function faultOfGranting(
  everybody: readonly Rights[],
  by: Id,
  after: Rights,
  before: Rights | undefined,
): RightsRefusal | undefined {
  const granter = everybody.find(({ person }) => person === by);
  if (!granter?.active || !mayDo(granter.roles, 'people:manage')) return { code: 'may-not-grant' };
  if (!within(held(before).mayGrant, granter.mayGrant)) return { code: 'above-you' };
  // What is written down of a stopped account is not held, and is judged against what was written down before.
  const had = after.active ? held(before) : (before ?? NOTHING);
  const given = [...without(after.roles, had.roles), ...without(after.mayGrant, had.mayGrant)];
  const more = [...new Set(without(given, granter.mayGrant))];
  return more.length > 0 ? { code: 'more-than-you-may-pass-on', roles: more } : undefined;
}

/**
 * What the house's own hand makes of rights that the council's directory asks for: these, save that the last administrator who
 * can make another keeps being one.
 */
export function keepingLastAdministrator(everybody: readonly Rights[], after: Rights): Rights {
  const before = everybody.find(({ person }) => person === after.person);
  if (!before || !letsIn(before) || !faultOfHouse(everybody, after)) return after;
  const { active, mayGrant } = before;
  return { ...after, active, mayGrant, roles: ['administrator', ...without(after.roles, ['administrator'])] };
}

/** Do these rights change nothing of those, whatever the order of the roles? */
export const sameRights = (one: Rights, other: Rights): boolean =>
  one.name === other.name &&
  one.email === other.email &&
  one.active === other.active &&
  sameRoles(one.roles, other.roles) &&
  sameRoles(one.mayGrant, other.mayGrant);

const sameRoles = (one: readonly Role[], other: readonly Role[]): boolean => within(one, other) && within(other, one);

/** Lets people in, and can make another such. */
const letsIn = ({ active, roles, mayGrant }: Rights): boolean =>
  active && mayDo(roles, 'people:manage') && mayGrant.includes('administrator');

/** Is there still somebody who lets people in, and who can make another such? */
function faultOfHouse(everybody: readonly Rights[], after: Rights): RightsRefusal | undefined {
  const rest = everybody.filter(({ person }) => person !== after.person);
  return [...rest, after].some(letsIn) ? undefined : { code: 'last-administrator' };
}
