import { rolesInWords } from '../../modules/access/public.ts';
import { command, done, wrongUse } from '../cli/command.ts';
import { accountOf, BECAUSE, reasonIn, rolesIn, setRightsBy } from './asked-of-user.ts';

const activeCommand = (name: 'user stop' | 'user start', active: boolean, about: string) =>
  command({
    name,
    takes: 'EMAIL',
    about,
    options: BECAUSE,
    needs: 'person',
    permission: 'people:manage',
    run: async (context, { words: [address = ''], options }) => {
      const found = await accountOf(context, address);
      if ('outcome' in found) return found.outcome;
      const rights = { ...found.rights, active };
      const refused = await setRightsBy(context, rights, reasonIn(options.because));
      return (
        refused ??
        done({ email: rights.email, active }, [
          `${rights.name} ${active ? 'may sign in again' : 'is signed out and may not sign in any more'}.`,
        ])
      );
    },
  });

/** `user stop`: nobody signs in to the account, and whoever is signed in is signed out. */
export const userStopCommand = activeCommand(
  'user stop',
  false,
  'Stops an account, and ends all its sessions at once.',
);
/** `user start`: the account opens again, with what it was last given. */
export const userStartCommand = activeCommand('user start', true, 'Starts an account that was stopped.');

/** `user roles`: the roles of somebody, all of them anew. */
export const userRolesCommand = command({
  name: 'user roles',
  takes: 'EMAIL',
  about: 'Gives somebody other roles in place of those they had, and ends their sessions.',
  options: {
    role: { kind: 'texts', about: 'each role that they have from now on' },
    'may-grant': { kind: 'texts', about: 'the roles that they, as an administrator, may pass on; else as it was' },
    ...BECAUSE,
  },
  needs: 'person',
  permission: 'people:manage',
  run: async (context, { words: [address = ''], options }) => {
    const [roles, mayGrant] = [rolesIn(options.role), rolesIn(options['may-grant'])];
    if ('outcome' in roles) return roles.outcome;
    if ('outcome' in mayGrant) return mayGrant.outcome;
    if (roles.roles.length === 0) return wrongUse('Say which: --role ROLE.');
    const found = await accountOf(context, address);
    if ('outcome' in found) return found.outcome;
    const kept = roles.roles.includes('administrator') ? found.rights.mayGrant : [];
    const passesOn = options['may-grant'].length > 0 ? mayGrant.roles : kept;
    const rights = { ...found.rights, ...roles, mayGrant: passesOn };
    const refused = await setRightsBy(context, rights, reasonIn(options.because));
    return refused ?? done({ email: rights.email, ...roles }, [`${rights.name}: ${rolesInWords(roles.roles)}.`]);
  },
});
