import { mayReset } from '../../modules/access/core/signing-in/may-reset.ts';
import { readRights } from '../../modules/access/store/rights/rights-store.ts';
import { forgetFactors } from '../../modules/access/store/signing-in/factors.ts';
import { makeLink } from '../../modules/access/store/signing-in/one-time-link.ts';
import { command, done, refusedWith } from '../cli/command.ts';
import { addressOf } from '../config.ts';
import { accountOf } from './asked-of-user.ts';

/** `user reset`: for somebody who lost what they sign in with. */
export const userResetCommand = command({
  name: 'user reset',
  takes: 'EMAIL',
  about: 'Takes away second factors that somebody lost, ends their sessions, and prints a link to a new password.',
  options: {},
  needs: 'person',
  permission: 'people:manage',
  run: async (context, { words: [address = ''] }) => {
    const { db, identity, person, config } = context;
    const found = await accountOf(context, address);
    if ('outcome' in found) return found.outcome;
    const { rights } = found;
    const by = (await db.as(identity, readRights)).find((each) => each.person === person.id);
    if (!mayReset(by, rights)) return refusedWith(`${rights.name} holds roles that you may not pass on.`);
    if (!rights.active) return refusedWith(`The account of ${rights.name} is stopped: start it first.`);
    await forgetFactors(db, rights.person);
    const link = `${addressOf(config)}${await db.as(identity, (tx) => makeLink(tx, rights.person))}`;
    return done({ email: rights.email, link }, [
      `${rights.name} has no second factor any more. They choose a new password here, once, within a week:`,
      `  ${link}`,
    ]);
  },
});
