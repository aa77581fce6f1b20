import { email } from '../../modules/access/public.ts';
import { command, done, type Outcome, type PlaceContext, refusedWith, wrongUse } from '../cli/command.ts';
import { addressOf } from '../config.ts';
import { createInvented, createReal } from '../create-house.ts';
import { DEMO_PASSWORD, demoPeople, INVENTED_COUNCIL } from '../demo-people.ts';
import { clockOf, readCouncil } from '../house-mark.ts';

const STANDS = 'A database already stands here';

/** `create`: marks an empty database for ever as a real council's, or as invented. */
export const createCommand = command({
  name: 'create',
  takes: '',
  about: 'Makes an empty database: a real council’s with its first person, or an invented one without children.',
  options: {
    council: { kind: 'text', about: 'the council’s name, as it writes itself' },
    admin: { kind: 'text', about: 'the first person, who gets a link that sets their password once' },
    name: { kind: 'text', about: 'the first person’s name; their e-mail address until it is given' },
    invented: { kind: 'flag', about: 'an invented database, in which no child is real' },
  },
  needs: 'place',
  run: async (context, { options }) => {
    const { council, admin, invented } = options;
    if (invented) {
      if (admin !== undefined) return wrongUse('An invented database has its own people: leave --admin out.');
      return makeInvented(context, council ?? INVENTED_COUNCIL);
    }
    const address = email(admin ?? '');
    if (!council?.trim() || !address) return wrongUse('Say whose it is: --council NAME --admin EMAIL, or --invented.');
    return makeReal(context, council.trim(), { email: address, name: options.name?.trim() || address });
  },
});

async function makeInvented({ place, config }: PlaceContext, council: string): Promise<Outcome> {
  const standing = await standingCouncil(place);
  if (standing) return standing;
  const clock = clockOf('invented', config.today);
  if (!clock.ok) return refusedWith(clock.refusal);
  const made = await createInvented(place.db, clock.value, council, 'without-stories');
  if (!made.ok) return refusedWith(`${STANDS}.`);
  const people = demoPeople.map(({ name, email: address, roles }) => ({ name, email: address, roles }));
  return done({ council, mark: 'invented', people }, [
    `Made an invented database, ${council}, without children.`,
    ...people.map(({ email: address }) => `  ${address} signs in with the password ${DEMO_PASSWORD}`),
  ]);
}

async function makeReal(
  { place, config }: PlaceContext,
  council: string,
  first: { email: string; name: string },
): Promise<Outcome> {
  const standing = await standingCouncil(place);
  if (standing) return standing;
  const clock = clockOf('real', config.today);
  if (!clock.ok) return refusedWith(clock.refusal);
  const made = await createReal(place.db, clock.value, council, first);
  if (!made.ok) return refusedWith(`${STANDS}.`);
  const link = `${addressOf(config)}${made.value}`;
  return done({ council, mark: 'real', admin: first.email, link }, [
    `Made an empty database for ${council}.`,
    `Start Sightline, then let ${first.email} choose a password here, once, within a week:`,
    `  ${link}`,
  ]);
}

/** The refusal of a second creation, or undefined once the database is at its newest shape and nobody's. */
async function standingCouncil(place: PlaceContext['place']): Promise<Outcome | undefined> {
  await place.migrate();
  const council = await readCouncil(place.db);
  return council && refusedWith(`${STANDS}: that of ${council.name}, marked ${council.mark}.`);
}
