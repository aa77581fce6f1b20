import { randomUUID } from 'node:crypto';
import type { Id } from '../../kernel/id.ts';
import { email, ROLE_NAMES } from '../../modules/access/public.ts';
import { makeLink } from '../../modules/access/store/signing-in/one-time-link.ts';
import { command, done, wrongUse } from '../cli/command.ts';
import { addressOf } from '../config.ts';
import { BECAUSE, reasonIn, rolesIn, setRightsBy } from './asked-of-user.ts';

/** `user add`: somebody more who may sign in. */
export const userAddCommand = command({
  name: 'user add',
  takes: '',
  about: 'Adds somebody who may sign in, and prints a link that sets their password once.',
  options: {
    name: { kind: 'text', about: 'as colleagues write it' },
    email: { kind: 'text', about: 'what they sign in with' },
    role: { kind: 'texts', about: `one or more of ${ROLE_NAMES.join(', ')}` },
    'may-grant': { kind: 'texts', about: 'the roles that they, as an administrator, may pass on' },
    ...BECAUSE,
  },
  needs: 'person',
  permission: 'people:manage',
  run: async (context, { options }) => {
    const { db, identity, config } = context;
    const [name, address] = [options.name?.trim(), email(options.email ?? '')];
    const [roles, mayGrant] = [rolesIn(options.role), rolesIn(options['may-grant'])];
    if ('outcome' in roles) return roles.outcome;
    if ('outcome' in mayGrant) return mayGrant.outcome;
    if (!name || !address || roles.roles.length === 0)
      return wrongUse('Say who: --name NAME --email EMAIL --role ROLE.');
    const id = randomUUID() as string as Id;
    const rights = { person: id, name, email: address, ...roles, active: true, mayGrant: mayGrant.roles };
    const refused = await setRightsBy(context, rights, reasonIn(options.because));
    if (refused) return refused;
    const path = await db.as(identity, (tx) => makeLink(tx, id));
    const link = `${addressOf(config)}${path}`;
    return done({ id, name, email: address, ...roles, link }, [
      `Added ${name}. They choose a password here, once, within a week:`,
      `  ${link}`,
    ]);
  },
});
