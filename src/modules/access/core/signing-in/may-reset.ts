import { mayDo } from '../permission.ts';
import type { Rights } from '../rights/decide-rights.ts';

/**
 * May this administrator let that person prove anew who they are? Only who could have given them all that they hold: whoever
 * makes such a link could use it.
 */
export const mayReset = (by: Rights | undefined, of: Rights): boolean =>
  by?.active === true &&
  mayDo(by.roles, 'people:manage') &&
  [...of.roles, ...of.mayGrant].every((role) => by.mayGrant.includes(role));
