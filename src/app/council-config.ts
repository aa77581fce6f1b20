import { GRANTABLE_ROLES, type Role } from '../modules/access/public.ts';
import type { CouncilSettings } from '../modules/access/store/signing-in/council-provider.ts';
import { isOwnMachine } from './own-machine.ts';

/** The settings of the council's own sign-in and what is wrong with them, each fault a sentence; no settings where none is set. */
export type CouncilConfig = { readonly settings: CouncilSettings | undefined; readonly faults: readonly string[] };

const NAMES = ['ISSUER', 'CLIENT_ID', 'CLIENT_SECRET', 'GROUPS_CLAIM', 'ROLES'] as const;

/** Reads SIGHTLINE_OIDC_…: either none of them is set, or issuer, client id and client secret are. */
export function readCouncilConfig(env: NodeJS.ProcessEnv): CouncilConfig {
  const told = Object.fromEntries(NAMES.map((name) => [name, env[`SIGHTLINE_OIDC_${name}`]?.trim() || undefined]));
  if (NAMES.every((name) => told[name] === undefined)) return { settings: undefined, faults: [] };
  const roles = rolesIn(told.ROLES);
  const faults = [
    ...(['ISSUER', 'CLIENT_ID', 'CLIENT_SECRET'] as const)
      .filter((name) => told[name] === undefined)
      .map((name) => `SIGHTLINE_OIDC_${name} must be set, since other settings of the council's sign-in are.`),
    ...faultOfIssuer(told.ISSUER),
    ...roles.faults,
  ];
  const {
    ISSUER: issuer,
    CLIENT_ID: clientId,
    CLIENT_SECRET: clientSecret,
    GROUPS_CLAIM: groupsClaim = 'groups',
  } = told;
  if (faults.length > 0 || !issuer || !clientId || !clientSecret) return { settings: undefined, faults };
  return { settings: { issuer, clientId, clientSecret, groupsClaim, roles: roles.value }, faults: [] };
}

/** Over TLS, save on this very machine, as in a trial. */
function faultOfIssuer(issuer: string | undefined): string[] {
  if (issuer === undefined) return [];
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined;
  const fine = url?.protocol === 'https:' || (url?.protocol === 'http:' && isOwnMachine(url.hostname));
  return fine ? [] : [`SIGHTLINE_OIDC_ISSUER must be an address that begins with https://, not "${issuer}".`];
}

type Roles = { readonly value: Readonly<Record<string, Role>> | undefined; readonly faults: readonly string[] };
const WANTED = 'SIGHTLINE_OIDC_ROLES must be JSON of groups and their roles, like {"Social workers": "social-worker"}.';

function rolesIn(text: string | undefined): Roles {
  if (text === undefined) return { value: undefined, faults: [] };
  const read = objectIn(text);
  if (!read) return { value: undefined, faults: [WANTED] };
  const faults = Object.entries(read)
    .filter(([, given]) => !GRANTABLE_ROLES.some((role) => role === given))
    .map(([group, given]) => `SIGHTLINE_OIDC_ROLES gives "${group}" the role "${given}", which nobody can be given.`);
  return { value: read as Record<string, Role>, faults };
}

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
