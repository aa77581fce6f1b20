import { handMadePeople } from '../../county/hand-made/hand-made-people.ts';
import type { Id } from '../kernel/id.ts';
import { FIRST_ROLES, type Role } from '../modules/access/public.ts';

/** The county of every invented database. */
export const INVENTED_COUNCIL = 'Wherrymouth County Council';

/** Known to everybody on purpose: it opens invented databases alone, and the start prints it. */
export const DEMO_PASSWORD = 'line-of-sight';

export type DemoPerson = {
  readonly id: Id;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
};

/** Who may sign in to an invented database. Its administrator also reads and imports, as the first person of a council does. */
export const demoPeople: readonly DemoPerson[] = handMadePeople.map((person) => ({
  ...person,
  roles: person.roles.includes('administrator') ? FIRST_ROLES : person.roles,
}));

/** On whose behalf commands work on an embedded invented database when nobody is named. */
export function demoAdministrator(): DemoPerson {
  const administrator = demoPeople.find(({ roles }) => roles.includes('administrator'));
  if (!administrator) throw new Error('The invented county has no administrator.');
  return administrator;
}
