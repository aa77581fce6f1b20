import { command, done } from '../cli/command.ts';

/** `migrate`: brings the database to the newest shape. */
export const migrateCommand = command({
  name: 'migrate',
  takes: '',
  about: 'Brings the database to the newest shape. Does nothing when it is there.',
  options: {},
  needs: 'place',
  run: async ({ place }) => {
    const applied = await place.migrate();
    return done(
      { applied },
      applied.length === 0 ? ['The database is at the newest shape.'] : applied.map((name) => `Applied ${name}.`),
    );
  },
});
