import { mayDo, ROLE_NAMES, type Role } from '../../src/modules/access/public.ts';
import type { Page } from '../../src/platform/http/page.ts';

/** One route of the house as somebody decided it: what it needs, whose record it opens, what the log keeps, and who may. */
export type RouteRow = {
  readonly permission: string;
  readonly about: string;
  readonly log: string;
  /** `visitors` for a route that needs no sign-in. */
  readonly roles: readonly (Role | 'visitors')[];
};

export const routeOf = ({ method = 'get', path }: Page): string => `${method.toUpperCase()} ${path}`;

/** What the code says of a route, in the words of the matrix. */
export function rowOf({ permission, about, audit }: Page): RouteRow {
  return {
    permission: permission ?? 'none',
    about: typeof about === 'function' ? 'the child whom it leads to' : about,
    log: typeof audit === 'string' ? audit : 'nothing',
    roles: permission === null ? ['visitors'] : ROLE_NAMES.filter((role) => mayDo([role], permission)),
  };
}

/** A row as it is written in the matrix, to be looked at and then pasted. */
export const inYaml = (route: string, { permission, about, log, roles }: RouteRow): string =>
  `${route}:\n  { permission: '${permission}', about: ${about}, log: ${log},\n    roles: [${roles.join(', ')}] }`;
