import { addDays, addMonths, daysBetween, isWeekend, type LocalDate, mustBeDate } from '../../src/kernel/local-date.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { InventedCensus, InventedChild, InventedEpisode } from './invented-census.ts';

export type CensusOf = {
  readonly seed: number;
  /** The year in which the collection ends, 2022 to 2026. */
  readonly year: number;
  readonly children: number;
};

type Inventing = {
  readonly chance: Chance;
  readonly year: number;
  readonly from: LocalDate;
  readonly until: LocalDate;
};

const SOURCES = [
  '1A',
  '1B',
  '1C',
  '1D',
  '2A',
  '2B',
  '3A',
  '3B',
  '3C',
  '3D',
  '3E',
  '3F',
  '4',
  '5A',
  '5B',
  '5C',
  '6',
  '7',
  '8',
  '9',
  '10',
];
const NEEDS = ['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'N9', 'N0'];
const ETHNICITIES = [
  'WBRI',
  'WBRI',
  'WBRI',
  'WIRI',
  'WIRT',
  'WOTH',
  'WROM',
  'MWBC',
  'MWBA',
  'MWAS',
  'MOTH',
  'AIND',
  'APKN',
  'ABAN',
  'AOTH',
  'BCRB',
  'BAFR',
  'BOTH',
  'CHNE',
  'OOTH',
  'REFU',
  'NOBT',
];
const DISABILITIES = ['MOB', 'HAND', 'PC', 'INC', 'COMM', 'LD', 'HEAR', 'VIS', 'BEH', 'CON', 'AUT', 'DDA'];
const FACTORS = [
  '1A',
  '1B',
  '2B',
  '3A',
  '3B',
  '4A',
  '4B',
  '5B',
  '6A',
  '7A',
  '8D',
  '9A',
  '10A',
  '11A',
  '12A',
  '13A',
  '14A',
  '15A',
  '16A',
  '17A',
  '18B',
  '18C',
  '19B',
  '19C',
  '20',
  '22A',
  '23A',
  '24A',
];
const CATEGORIES = ['NEG', 'PHY', 'SAB', 'EMO', 'MUL'];

/** Invents a census that keeps to the census's own checks: the same seed, year and size always give the same. No child is real. */
export function inventCensus({ seed, year, children }: CensusOf): InventedCensus {
  const until = mustBeDate(`${year}-03-31`);
  const inventing = { chance: chanceOf(seed), year, from: addDays(addMonths(until, -12), 1), until };
  return { year, children: Array.from({ length: children }, (_, i) => inventChild(inventing, i + 1)) };
}

function inventChild(inventing: Inventing, number: number): InventedChild {
  const { chance, from, until } = inventing;
  const id = `INV${String(number).padStart(7, '0')}`;
  const episodes = inventEpisodes(inventing);
  const described = { ethnicity: chance.pick(ETHNICITIES), disabilities: inventDisabilities(chance) };
  const firstReferral = episodes[0]?.referredOn ?? from;
  if (chance.percent(3) && firstReferral >= addDays(until, -150))
    return {
      id,
      upnUnknown: 'UN1',
      expectedOn: addDays(until, chance.whole(1, 120)),
      sex: 'U',
      ...described,
      episodes,
    };
  const bornOn = addDays(until, -chance.whole(daysBetween(firstReferral, until) + 1, 365 * 17));
  const sex = chance.pick(['M', 'F'] as const);
  const numbered = chance.percent(90) ? { upn: inventUpn(chance) } : { upnUnknown: 'UN2' };
  return { id, ...numbered, bornOn, sex, ...described, episodes };
}

const CHECK_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** A pupil number of an authority that is on the list, with the letter that fits. */
function inventUpn(chance: Chance): string {
  const digits = `800${String(chance.whole(0, 999_999_999)).padStart(9, '0')}`;
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (i + 2), 0);
  return `${CHECK_LETTERS[sum % 23]}${digits}`;
}

function inventDisabilities(chance: Chance): string[] {
  if (chance.percent(80)) return ['NONE'];
  return [...new Set(Array.from({ length: chance.whole(1, 3) }, () => chance.pick(DISABILITIES)))].sort();
}

/** One episode that may still be open, after earlier ones of the same year that led to nothing. */
function inventEpisodes(inventing: Inventing): InventedEpisode[] {
  const { chance, from } = inventing;
  const nothing = chance.percent(15) ? [inventNothing(inventing, addDays(from, chance.whole(0, 90)))] : [];
  const after = nothing[0]?.closedOn;
  if (after && chance.percent(30)) return nothing;
  const referredOn = after ? addDays(after, chance.whole(1, 60)) : addDays(from, chance.whole(-400, 330));
  return [...nothing, inventEpisode(inventing, referredOn)];
}

const inventNothing = ({ chance, year }: Inventing, referredOn: LocalDate): InventedEpisode => ({
  ...EMPTY,
  referredOn,
  source: inventSource(chance, year),
  closedOn: addDays(referredOn, chance.whole(0, 10)),
  closedBecause: 'RC7',
  noFurtherAction: true,
});

const inventSource = (chance: Chance, year: number): string => chance.pick(year >= 2023 ? [...SOURCES, '5D'] : SOURCES);

const EMPTY = { assessments: [], needPlans: [], enquiries: [], plans: [] } as const;

function inventEpisode(inventing: Inventing, referredOn: LocalDate): InventedEpisode {
  const { chance, year } = inventing;
  const common = { referredOn, source: inventSource(chance, year), need: chance.pick(NEEDS), noFurtherAction: false };
  const assessments = inventAssessments(inventing, referredOn);
  const way = chance.whole(1, 10);
  if (way <= 3 || assessments.length === 0) return closedWhenOld(inventing, { ...EMPTY, ...common, assessments });
  if (way <= 6) return { ...EMPTY, ...common, assessments, needPlans: inventNeedPlan(inventing, referredOn) };
  return { ...EMPTY, ...common, assessments, ...inventEnquiry(inventing, referredOn) };
}

/** The assessment of a referral of this year; one finished before the year is not in its census. */
function inventAssessments({ chance, from, until }: Inventing, referredOn: LocalDate): InventedEpisode['assessments'] {
  const begunOn = addDays(referredOn, chance.whole(0, 5));
  if (begunOn < from || begunOn > until) return [];
  const authorisedOn = addDays(begunOn, chance.whole(10, 80));
  if (authorisedOn > until) return begunOn >= addDays(until, -40) ? [{ begunOn, factors: [] }] : [];
  const factors = [...new Set(Array.from({ length: chance.whole(1, 4) }, () => chance.pick(FACTORS)))].sort();
  const reviewed = chance.percent(50) ? { reviewedOn: addDays(begunOn, 10) } : {};
  return [{ begunOn, ...reviewed, authorisedOn, factors }];
}

function closedWhenOld({ chance, from, until, year }: Inventing, episode: InventedEpisode): InventedEpisode {
  const last = episode.assessments[0]?.authorisedOn;
  if (episode.assessments.length > 0 && last === undefined) return episode;
  const closedOn = addDays(last ?? (episode.referredOn > from ? episode.referredOn : from), chance.whole(1, 30));
  if (closedOn > until || chance.percent(30)) return episode;
  const reasons = last ? ['RC8', ...(year >= 2023 ? ['RC9'] : [])] : ['RC3', 'RC4', 'RC5', 'RC6', 'RC7'];
  return { ...episode, closedOn, closedBecause: chance.pick(reasons) };
}

function inventNeedPlan({ chance, from, until }: Inventing, referredOn: LocalDate): InventedEpisode['needPlans'] {
  const begunOn = addDays(referredOn > from ? referredOn : from, chance.whole(10, 40));
  if (begunOn > until) return [];
  const endedOn = addDays(begunOn, chance.whole(30, 200));
  return endedOn <= until && chance.percent(60) ? [{ begunOn, endedOn }] : [{ begunOn }];
}

/** An enquiry of the year: to a conference and mostly a plan, or to word that no conference is needed. */
function inventEnquiry(inventing: Inventing, referredOn: LocalDate): Pick<InventedEpisode, 'enquiries' | 'plans'> {
  const { chance, from, until } = inventing;
  const begunOn = addDays(referredOn > from ? referredOn : from, chance.whole(1, 20));
  const conferenceOn = onAWeekday(addDays(begunOn, chance.whole(8, 25)));
  if (conferenceOn > until) return { enquiries: [], plans: [] };
  if (chance.percent(40)) return { enquiries: [{ begunOn, conferenceNotRequired: true }], plans: [] };
  const targetOn = onAWeekday(addDays(begunOn, 21));
  const enquiries = [{ begunOn, targetOn, conferenceOn, conferenceNotRequired: false }];
  return { enquiries, plans: chance.percent(85) ? [inventPlan(inventing, conferenceOn)] : [] };
}

const onAWeekday = (day: LocalDate): LocalDate => (isWeekend(day) ? onAWeekday(addDays(day, 1)) : day);

function inventPlan({ chance, until }: Inventing, begunOn: LocalDate): InventedEpisode['plans'][number] {
  const firstCategory = chance.pick(CATEGORIES);
  const latestCategory = chance.percent(80) ? firstCategory : chance.pick(CATEGORIES);
  const reviewedOn = [80, 240]
    .map((days) => addDays(begunOn, days + chance.whole(0, 10)))
    .filter((day) => day <= until);
  const endedOn = reviewedOn.at(-1);
  const ended = endedOn && chance.percent(40) ? { endedOn } : {};
  return {
    begunOn,
    ...ended,
    firstCategory,
    latestCategory,
    plansBefore: chance.percent(80) ? 0 : chance.whole(1, 2),
    reviewedOn,
  };
}
