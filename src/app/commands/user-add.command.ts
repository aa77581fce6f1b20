import { randomUUID } from 'node:crypto';
import type { Id } from '../../kernel/id.ts';
import { email, ROLE_NAMES, role } from '../../modules/access/public.ts';
import { makeLink } from '../../modules/access/store/one-time-link.ts';
import { addPerson } from '../../modules/access/store/person-store.ts';
import { command, done, refusedWith, wrongUse } from '../cli/command.ts';
import { FIRST_PORT } from '../config.ts';

/** `user add`: somebody more who may sign in. */
export const userAddCommand = command({
  name: 'user add',
  takes: '',
  about: 'Adds somebody who may sign in, and prints a link that sets their password once.',
  options: {
    name: { kind: 'text', about: 'as colleagues write it' },
    email: { kind: 'text', about: 'what they sign in with' },
    role: { kind: 'texts', about: `one or more of ${ROLE_NAMES.join(', ')}` },
  },
  needs: 'person',
  permission: 'people:manage',
  run: async ({ db, identity, clock, config }, { options }) => {
    const [name, address] = [options.name?.trim(), email(options.email ?? '')];
    const roles = options.role.flatMap((text) => text.split(',')).map((text) => ({ text, is: role(text.trim()) }));
    const unknown = roles.find(({ is }) => !is);
    if (unknown) return wrongUse(`There is no role “${unknown.text}”. Roles are ${ROLE_NAMES.join(', ')}.`);
    if (!name || !address || roles.length === 0) return wrongUse('Say who: --name NAME --email EMAIL --role ROLE.');
    const id = randomUUID() as string as Id;
    const path = await db.as(identity, async (tx) => {
      const added = await addPerson(tx, {
        id,
        name,
        email: address,
        roles: roles.flatMap(({ is }) => is ?? []),
        addedAt: clock.now(),
      });
      return added ? makeLink(tx, id) : undefined;
    });
    if (!path) return refusedWith(`Somebody with the e-mail address ${address} has access already.`);
    const link = `http://127.0.0.1:${config.port ?? FIRST_PORT}${path}`;
    return done({ id, name, email: address, roles: roles.map(({ is }) => is), link }, [
      `Added ${name}. They choose a password here, once, within a week:`,
      `  ${link}`,
    ]);
  },
});
