import type { Id } from '../../src/kernel/id.ts';
import { type Chance, chanceOf } from '../census/chance.ts';
import { handMadeId } from '../hand-made/hand-made-id.ts';
import { beatrix, temitope } from '../hand-made/hand-made-people.ts';
import { type CountyOf, DISTRICTS } from './county-plan.ts';
import { type Day, dayOf, monthsAfter, yearOf } from './days.ts';
import { inventedId, seedFor } from './invented-ids.ts';
import { inventFamilyName, nameAdult } from './inventing-names.ts';
import { workedFrom } from './working-calendar.ts';

export type Stretch = { readonly from: Day; readonly until: Day | null };
export type Leave = Stretch & { readonly kind: 'sickness' | 'annual' | 'parental' };

/** Somebody who works for the county, with all that is ever recorded of them. */
export type Worker = {
  readonly book: Id;
  readonly name: string;
  readonly grade: 'social-worker' | 'newly-qualified-social-worker' | 'advanced-practitioner' | 'team-manager';
  readonly agency: boolean;
  readonly team: Id;
  readonly joined: Day;
  /** The day of leaving: the last day in post. */
  readonly left: Day | null;
  readonly registered: readonly { readonly from: Day; readonly until: Day }[];
  readonly leaves: readonly Leave[];
  /** Told by hand elsewhere: the generator writes nothing in their book. */
  readonly handMade: boolean;
};

export const TEAM_WORK = ['front-door', 'assessment', 'support', 'in-care', 'fostering'] as const;
export type TeamWork = (typeof TEAM_WORK)[number];

export type Team = {
  readonly book: Id;
  readonly name: string;
  readonly district: string | null;
  readonly work: readonly TeamWork[];
  readonly formed: Day;
  readonly handMade: boolean;
  /** Everybody who was ever in the team, managers apart. */
  readonly workers: Worker[];
  readonly managers: Worker[];
};

export type Workforce = { readonly teams: readonly Team[]; readonly workers: readonly Worker[] };

/** Books of teams and workers are things of number 0; families are numbered from 1. */
const OF_WORKFORCE = 0;

export function inventWorkforce(county: CountyOf): Workforce {
  const chance = chanceOf(seedFor(county.seed, OF_WORKFORCE));
  let things = 0;
  const nextId = (): Id => {
    things += 1;
    return inventedId(county.seed, OF_WORKFORCE, things);
  };
  const teams = teamsOf(county, nextId);
  const posts = Math.max(3, Math.round((county.children * 1.1) / teams.length / 12));
  for (const team of teams) {
    team.managers.push(...fillPost({ county, chance, nextId, team }, 'manager'));
    for (let post = 0; post < posts; post += 1)
      team.workers.push(...fillPost({ county, chance, nextId, team }, 'worker'));
  }
  const northfield = teams.find(({ name }) => name === 'Northfield');
  northfield?.workers.push(handMadeWorker(northfield.book));
  return { teams, workers: teams.flatMap((team) => [...team.managers, ...team.workers]) };
}

function teamsOf(county: CountyOf, nextId: () => Id): Team[] {
  const made = (name: string, district: string | null, work: readonly TeamWork[]): Team => {
    const handMade = name === 'Northfield';
    const book = handMade ? handMadeId('team', 'Northfield child protection team') : nextId();
    return { book, name, district, work, formed: county.from, handMade, workers: [], managers: [] };
  };
  const each = Math.max(1, Math.round(county.children / 917));
  const inDistricts = DISTRICTS.flatMap(([district]) =>
    Array.from({ length: each }, (_, at) =>
      made(at === 0 ? district : `${district} ${at + 1}`, district, workOf(at, each)),
    ),
  );
  const central = Math.max(1, Math.round(county.children / 2_000));
  const more = (name: string, work: TeamWork): Team[] =>
    Array.from({ length: central }, (_, at) => made(at === 0 ? name : `${name} ${at + 1}`, null, [work]));
  return [
    ...inDistricts,
    ...more('MASH', 'front-door'),
    ...more('Children in care', 'in-care'),
    ...more('Fostering', 'fostering'),
  ];
}

const workOf = (at: number, of: number): readonly TeamWork[] => {
  if (of === 1) return ['assessment', 'support'];
  return at < Math.ceil(of / 3) ? ['assessment'] : ['support'];
};

type Filling = { readonly county: CountyOf; readonly chance: Chance; readonly nextId: () => Id; readonly team: Team };

/** One post through the years: one person after another, with stretches in which it stands empty or an agency fills it. */
function fillPost(filling: Filling, as: 'worker' | 'manager'): Worker[] {
  const { county, chance } = filling;
  const holders: Worker[] = [];
  let from = workedFrom(county.from + (as === 'manager' ? 0 : chance.whole(0, 20)));
  while (from <= county.today) {
    const agency = as === 'worker' && chance.percent(county.today - from < 900 ? 22 : 12);
    const days = agency ? chance.whole(70, 300) : chance.whole(300, as === 'manager' ? 2_600 : 1_900);
    const left = from + days > county.today ? null : from + days;
    holders.push(inventWorker(filling, as, agency, from, left));
    if (left === null) break;
    const empty = as === 'manager' ? 1 : chance.percent(45) ? chance.whole(1, 10) : chance.whole(15, 120);
    from = workedFrom(left + empty);
  }
  return holders;
}

function inventWorker(
  { county, chance, nextId, team }: Filling,
  as: 'worker' | 'manager',
  agency: boolean,
  joined: Day,
  left: Day | null,
): Worker {
  const sex = chance.percent(76) ? 'female' : 'male';
  const grade =
    as === 'manager'
      ? 'team-manager'
      : chance.percent(18)
        ? 'newly-qualified-social-worker'
        : chance.percent(20)
          ? 'advanced-practitioner'
          : 'social-worker';
  return {
    book: nextId(),
    name: nameAdult(chance, inventFamilyName(chance), sex),
    grade,
    agency,
    team: team.book,
    joined,
    left,
    registered: registrations(chance, joined, left ?? county.today + 200),
    leaves: as === 'manager' ? [] : inventLeaves(chance, joined, left ?? county.today),
    handMade: false,
  };
}

/** Each year's runs from 1 December to 30 November. One worker in eighty renews late: it lapses for some weeks. */
function registrations(chance: Chance, joined: Day, until: Day): { from: Day; until: Day }[] {
  const found: { from: Day; until: Day }[] = [];
  let from = monthsAfter(joined, -chance.whole(1, 11));
  while (from <= until) {
    const next = dayOf(`${yearOf(from + 31)}-11-30`);
    const end = next <= from ? dayOf(`${yearOf(from + 31) + 1}-11-30`) : next;
    found.push({ from, until: end });
    from = end + 1 + (end + 1 > joined + 60 && chance.percent(1.2) ? chance.whole(20, 75) : 0);
  }
  return found;
}

/** Sickness now and then, short or long; a holiday in most summers; a child born to some. */
function inventLeaves(chance: Chance, joined: Day, until: Day): Leave[] {
  const found: Leave[] = [];
  let from = joined + chance.whole(60, 400);
  while (from < until) {
    const kind = chance.percent(60) ? 'annual' : chance.percent(88) ? 'sickness' : 'parental';
    const days =
      kind === 'annual' ? chance.whole(5, 14) : kind === 'parental' ? chance.whole(180, 300) : sickDays(chance);
    const last = from + days - 1;
    if (last >= until) {
      // Still away on the present day, or left without coming back.
      if (until - from < 60) found.push({ kind, from, until: null });
      break;
    }
    found.push({ kind, from, until: last });
    from = last + chance.whole(90, 420);
  }
  return found;
}

const sickDays = (chance: Chance): number => (chance.percent(70) ? chance.whole(2, 9) : chance.whole(15, 80));

/** The social worker of the demonstration holds generated children too, so that her own page is that of a real caseload. */
const handMadeWorker = (team: Id): Worker => ({
  book: temitope.id,
  name: temitope.name,
  grade: 'social-worker',
  agency: false,
  team,
  joined: dayOf('2022-01-10'),
  left: null,
  registered: [{ from: dayOf('2024-12-01'), until: dayOf('2026-11-30') }],
  leaves: [],
  handMade: true,
});

/** Who manages a team on a day; of the team of the demonstration, the manager who signs in there. */
export function managerOn({ managers, handMade }: Team, day: Day): Pick<Worker, 'book' | 'name'> {
  if (handMade && day >= dayOf('2019-09-02')) return { book: beatrix.id, name: beatrix.name };
  const found = managers.findLast(({ joined }) => joined <= day) ?? managers[0];
  if (!found) throw new Error('a team without a manager');
  return found;
}
