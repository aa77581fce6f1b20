import { certificates } from '../../record/store/seals.ts';
import { command, done } from '../cli/command.ts';

/** `destructions`: what was destroyed, as ids, for whoever restores an older backup one day. */
export const destructionsCommand = command({
  name: 'destructions',
  takes: '',
  about: 'Prints the certificates of all that was destroyed. Keep them beside the backups: a restore does it again.',
  options: {},
  needs: 'house',
  run: async ({ db }) => {
    const list = await db.owner(certificates);
    return done(list, [JSON.stringify(list)]);
  },
});
