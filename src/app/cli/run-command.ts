import { mayDo } from '../../modules/access/public.ts';
import { keepAccess } from '../../modules/access/store/access-log/access-log.ts';
import { personByEmail } from '../../modules/access/store/person-store.ts';
import type { SignedIn } from '../../platform/http/page.ts';
import { demoAdministrator } from '../demo-people.ts';
import { entryRegistry } from '../entry-registry.ts';
import { type Council, clockOf, keepDay, readCouncil } from '../house-mark.ts';
import { openPlace, type Place, placeExists } from '../place.ts';
import {
  type Asked,
  type BareContext,
  type Command,
  type HouseContext,
  type Outcome,
  type PersonContext,
  type PlaceContext,
  refusedWith,
  wrongUse,
} from './command.ts';

type Run = (context: BareContext, asked: Asked<never>) => Promise<Outcome>;

/** Opens what the command needs, runs it, and leaves everything as it was found. */
export async function runCommand(
  command: Command,
  bare: BareContext,
  asked: Asked<never>,
  as: string | undefined,
  onPlace: (place: Place) => void,
): Promise<Outcome> {
  const run = command.run as Run;
  if (command.needs === 'nothing') return run(bare, asked);
  if (command.name !== 'create' && !placeExists(bare.config))
    return refusedWith(
      `There is no database in ${bare.config.dataFolder} yet. Make one with “sightline create”, or “npm start”.`,
    );
  const place = await openPlace(bare.config);
  onPlace(place);
  try {
    if (bare.signal.aborted) return refusedWith('Interrupted.');
    const context: PlaceContext = { ...bare, place };
    return command.needs === 'place' ? await run(context, asked) : await inHouse(command, run, context, asked, as);
  } finally {
    await place.close();
  }
}

async function inHouse(
  command: Command,
  run: Run,
  context: PlaceContext,
  asked: Asked<never>,
  as: string | undefined,
): Promise<Outcome> {
  const { place, config } = context;
  if (!(await place.isMigrated())) {
    if (place.kind === 'server')
      return refusedWith('The database is not at the newest shape. Run “sightline migrate” first.');
    await place.migrate();
  }
  const council = await readCouncil(place.db);
  if (!council) return refusedWith('The database was never created. Run “sightline create” first.');
  const clock = clockOf(council.mark, config.today);
  if (!clock.ok) return refusedWith(clock.refusal);
  await keepDay(place.db, council.mark, clock.value);
  const house: HouseContext = { ...context, db: place.db, council, clock: clock.value, registry: entryRegistry() };
  return command.needs === 'person' ? onBehalf(command, run, house, asked, as) : run(house, asked);
}

/** Every use is logged, also one that was refused. Whoever can open the data folder is trusted, so there is no password. */
async function onBehalf(
  command: Command,
  run: Run,
  house: HouseContext,
  asked: Asked<never>,
  as: string | undefined,
): Promise<Outcome> {
  const email = as ?? emailOfDefault(house.council, house.place);
  if (email === undefined) return wrongUse(`“${command.name}” works on behalf of a person. Say who: --as EMAIL.`);
  const person = await personByEmail(house.db, email);
  if (!person) return refusedWith(`Nobody with the e-mail address ${email} has access here.`);
  const identity = { person: person.id, purpose: 'command' } as const;
  const context: PersonContext = { ...house, person, identity };
  const allowed = command.permission !== undefined && mayDo(person.roles, command.permission);
  const outcome = allowed
    ? await run(context, asked)
    : refusedWith(`${person.name} may not do that: ${sayRole(person)}.`);
  await keepAccess(house.db, identity, {
    at: house.clock.now(),
    event: `command.${command.name.replaceAll(' ', '-')}`,
    outcome: !allowed ? 'not-permitted' : outcome.is === 'refused' || outcome.is === 'wrong-use' ? 'refused' : 'done',
    children: outcome.children ?? [],
    relation: outcome.is === 'done' ? (outcome.relation ?? null) : null,
  });
  return outcome;
}

const emailOfDefault = ({ mark }: Council, { kind }: Place): string | undefined =>
  mark === 'invented' && kind === 'embedded' ? demoAdministrator().email : undefined;

const sayRole = ({ roles }: SignedIn): string => `their role is ${roles.join(', ')}`;
