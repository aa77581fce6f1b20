import { rolesInWords } from '../../modules/access/public.ts';
import { readAccounts } from '../../modules/access/store/rights/accounts.ts';
import { momentInWords } from '../../ui/dates-in-words.ts';
import { command, done } from '../cli/command.ts';

/** `user list`: who may sign in, and who was stopped. */
export const userListCommand = command({
  name: 'user list',
  takes: '',
  about: 'Lists who may sign in, with what roles, and when they last did.',
  options: {},
  needs: 'person',
  permission: 'people:manage',
  run: async ({ db }) => {
    const accounts = await readAccounts(db);
    return done(
      accounts.map(({ person: id, mayGrant: _, ...account }) => ({ id, ...account })),
      accounts.map(({ name, email, roles, active, lastSignedInAt, secondFactor }) =>
        [
          `${name}, ${email}: ${rolesInWords(roles)}`,
          active ? '' : '; stopped',
          lastSignedInAt === null ? '; never signed in' : `; last signed in ${momentInWords(lastSignedInAt)}`,
          secondFactor ? '.' : '; no second factor.',
        ].join(''),
      ),
    );
  },
});
