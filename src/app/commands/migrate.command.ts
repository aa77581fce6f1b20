import { command, done } from '../cli/command.ts';
import { keepUpWithLaw } from '../keep-up-with-law.ts';

/** `migrate`: brings the database to the newest shape. */
export const migrateCommand = command({
  name: 'migrate',
  takes: '',
  about: 'Brings the database to the newest shape. Does nothing when it is there.',
  options: {},
  needs: 'place',
  run: async ({ place, statute }) => {
    const applied = await place.migrate();
    await keepUpWithLaw(place.db, statute());
    return done(
      { applied },
      applied.length === 0 ? ['The database is at the newest shape.'] : applied.map((name) => `Applied ${name}.`),
    );
  },
});
