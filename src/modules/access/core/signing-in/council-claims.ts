import { GRANTABLE_ROLES, type Role } from '../permission.ts';
import { email } from '../rights/email.ts';

/** What the council's own sign-in says of who came. */
export type CouncilClaims = {
  readonly issuer: string;
  /** Who it is over there, for ever. */
  readonly subject: string;
  /** Only an address that was verified over there. */
  readonly email: string | undefined;
  readonly name: string | undefined;
  readonly groups: readonly string[];
  /** How it knew them, in its own words (`amr`, `acr`). */
  readonly told: string | null;
};

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const textsOf = (value: unknown): string[] => [value].flat().filter((each) => typeof each === 'string');

/** Reads the claims of an ID token and of the provider's page about the person. */
export function readClaims(claims: Readonly<Record<string, unknown>>, groupsClaim: string): CouncilClaims {
  const told = [...textsOf(claims.amr), ...textsOf(claims.acr)].join(', ').slice(0, 100);
  return {
    issuer: textOf(claims.iss) ?? '',
    subject: textOf(claims.sub) ?? '',
    email: claims.email_verified === true ? email(textOf(claims.email) ?? '') : undefined,
    name: textOf(claims.name)?.slice(0, 200),
    groups: textsOf(claims[groupsClaim]),
    told: told || null,
  };
}

/** The roles that these groups give, in the order of the roles. */
export function rolesOfGroups(groups: readonly string[], mapping: Readonly<Record<string, Role>>): Role[] {
  const given = new Set(groups.filter((group) => Object.hasOwn(mapping, group)).map((group) => mapping[group]));
  return GRANTABLE_ROLES.filter((role) => given.has(role));
}
