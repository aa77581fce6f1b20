import type { Funnel } from './funnel.ts';
import { type JudgedProcess, LEAST_MEAN, LEAST_POINTS } from './process-limits.ts';

/** A part of a sentence, and how it weighs: what is missing, what nobody can tell, or a number to be seen. */
export type SentencePart = { readonly text: string; readonly as: 'plain' | 'number' | 'missed' | 'unknown' };

/** Every open child is in exactly one of the last three. */
export type CoverageCounts = {
  readonly open: number;
  /** None of the four is missing, and all of them are known. */
  readonly covered: number;
  /** At least one of the four is missing. */
  readonly missing: number;
  /** Nothing is known to be missing, and something is not known. */
  readonly cannotTell: number;
};

export const inFigures = (count: number): string => count.toLocaleString('en-GB');

const WORDS = 'none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen';
const NUMBERS = [...WORDS.split(' '), 'seventeen', 'eighteen', 'nineteen', 'twenty'];

/** `eight`, and figures from 21 on. */
export const inWords = (count: number): string => NUMBERS[count] ?? inFigures(count);
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "5 have", "1 has": a sentence that begins with a verb, for so many. */
export const agree = (count: number, words: string): string =>
  count === 1
    ? words.replace(/^(have|do|are)\b/, (verb) => ({ have: 'has', do: 'does', are: 'is' })[verb] ?? verb)
    : words;

/** `17 fewer`, `13 more`, `no change`. */
export const changeInWords = (now: number, before: number): string =>
  now === before ? 'no change' : `${inFigures(Math.abs(now - before))} ${now < before ? 'fewer' : 'more'}`;

const FRACTIONS: readonly (readonly [part: number, whole: number])[] = [
  ...Array.from({ length: 19 }, (_, at) => [1, at + 2] as const),
  ...([
    [2, 5],
    [2, 3],
    [3, 4],
    [3, 5],
    [4, 5],
    [3, 10],
    [7, 10],
    [9, 10],
  ] as const),
];
/** A fraction further off than this is only about right, and says so. */
const NEAR_ENOUGH = 0.04;

/** `one in eight`, `about two in five`, `one in 340`; null of nobody, and of everybody. */
export function oneIn(part: number, whole: number): string | null {
  if (part <= 0 || part >= whole) return null;
  const share = part / whole;
  if (share < 1 / 20.5) return `one in ${inFigures(Math.round(whole / part))}`;
  const off = ([some, of]: readonly [number, number]): number => Math.abs(some / of - share) / share;
  const best = FRACTIONS.reduce((a, b) => (off(b) < off(a) - 1e-9 ? b : a));
  return `${off(best) <= NEAR_ENOUGH ? '' : 'about '}${inWords(best[0])} in ${inWords(best[1])}`;
}

const plain = (text: string): SentencePart => ({ text, as: 'plain' });

/** The answer of the county page, in words. `council` without "County Council": "Wherrymouth". */
export function coverageStatement(counts: CoverageCounts, council: string): SentencePart[] {
  const { open, covered, missing, cannotTell } = counts;
  if (open === 0) return [plain(`No child is open to ${council}, as far as this record can tell.`)];
  const share = oneIn(missing, open);
  return [
    plain('Of '),
    { text: inFigures(open), as: 'number' },
    plain(` ${open === 1 ? 'child' : 'children'} open to ${council}, `),
    { text: inFigures(covered), as: 'number' },
    plain(' have a social worker who holds them, an assessed risk, visits in time and the plan that they are owed. '),
    ...(missing === 0
      ? [plain('None is known to lack any of the four. ')]
      : [
          plain('For '),
          { text: inFigures(missing), as: 'missed' } as const,
          plain(`${share ? `, ${share},` : ''} at least one is missing: nobody holds them, the risk is unassessed, `),
          plain('they have not been seen in time, or there is no plan. '),
        ]),
    ...(cannotTell === 0
      ? [plain('There is none of whom we cannot tell.')]
      : [plain('For '), { text: inFigures(cannotTell), as: 'unknown' } as const, plain(' we cannot tell.')]),
  ];
}

/** "Wherrymouth" of "Wherrymouth County Council": how a sentence names the council. */
export const shortCouncil = (name: string): string =>
  name.replace(/\s+(County|City|Borough|Metropolitan|District|London Borough)?\s*Council$/i, '') || name;

/** What the trend shows, said before it is drawn. */
export type Finding = { readonly heading: string; readonly sentence: string };

const count = (of: number, one: string, many: string): string => `${capital(inWords(of))} ${of === 1 ? one : many}`;

/** What the process limits say of the last weeks. */
export function trendFinding({ points, stretches }: JudgedProcess): Finding {
  const stretch = stretches.at(-1);
  const last = points.at(-1);
  if (points.length >= LEAST_POINTS && !stretch?.limits)
    return {
      heading: 'The numbers are too small to say what is ordinary',
      sentence: `Limits need an ordinary week of at least ${LEAST_MEAN} children. Read each child instead.`,
    };
  if (!stretch?.limits || !last) {
    return {
      heading: 'There are too few weeks to say what is ordinary',
      sentence: 'Limits need a dozen weeks before the last year, or at its beginning. Until then one week says little.',
    };
  }
  const { limits } = stretch;
  const side = last.signal?.side ?? null;
  if (side === null) return ordinaryNow(points, limits);
  const weeks = trailing(points, (point) => point.signal?.side === side);
  const easing = trailingSteps(points, side === 'above' ? -1 : 1);
  const off = Math.round(side === 'above' ? last.value - limits.upper : limits.lower - last.value);
  const beyond =
    off > 0
      ? `${side === 'above' ? 'above' : 'below'} an ordinary week’s limit by ${inFigures(off)}`
      : `inside an ordinary week’s limit, but has stayed on one side of the mean`;
  const steps = easing >= 2 ? `has ${side === 'above' ? 'fallen' : 'risen'} for ${inWords(easing)} weeks, and ` : '';
  return {
    heading: headingOfShift(side, easing),
    sentence: `${count(weeks, 'week in a row is', 'weeks in a row are')} ${side} what chance explains. The number ${steps}is ${steps ? 'still ' : ''}${beyond}.`,
  };
}

function headingOfShift(side: 'above' | 'below', easing: number): string {
  if (side === 'below') return 'It is fewer than chance explains: something is better';
  return easing >= 3 ? 'It is real, and it has begun to ease' : 'It is real: more than chance explains';
}

function ordinaryNow(points: JudgedProcess['points'], limits: { lower: number; upper: number }): Finding {
  const before = points.slice(-BACK).filter(({ signal }) => signal !== null).length;
  const range = `An ordinary week here has ${inFigures(Math.round(limits.lower))} to ${inFigures(Math.round(limits.upper))}`;
  const was = before === 0 ? '' : ` ${count(before, 'week of the last year was', 'weeks of the last year were')} not.`;
  return {
    heading: 'This week is an ordinary one',
    sentence: `${range}, and so has this one.${was} Inside these limits a rise or a fall from one week to the next is chance.`,
  };
}
const BACK = 52;

type Points = JudgedProcess['points'];

/** How many points at the end are so. */
function trailing(points: Points, isSo: (point: Points[number]) => boolean): number {
  let weeks = 0;
  while (weeks < points.length && isSo(points[points.length - 1 - weeks] as Points[number])) weeks += 1;
  return weeks;
}

/** For how many weeks the number has moved only that way: 1 up, -1 down. */
function trailingSteps(points: Points, way: 1 | -1): number {
  let steps = 0;
  for (let at = points.length - 1; at > 0; at -= 1) {
    if (((points[at]?.value ?? 0) - (points[at - 1]?.value ?? 0)) * way <= 0) break;
    steps += 1;
  }
  return steps;
}

/** What the funnel says of the teams. */
export function funnelFinding({ teams, proportion, leastSize }: Funnel): Finding {
  const judged = teams.filter(({ stands }) => stands !== 'too-small');
  const [worse, better] = [teams.filter(standsAt('above')).length, teams.filter(standsAt('below')).length];
  const apart = worse + better;
  if (proportion === null || judged.length === 0)
    return {
      heading: 'No team is large enough to be compared',
      sentence: `A team with fewer than ${leastSize} open children is not judged: one child would move it.`,
    };
  if (apart === 0)
    return {
      heading: 'No team stands apart from the rest',
      sentence: `Size and chance explain every difference between ${inFigures(judged.length)} teams. Do not rank them.`,
    };
  const both = [
    worse > 0 && `${inWords(worse)} of ${inFigures(judged.length)} teams ${worse === 1 ? 'is' : 'are'} worse`,
  ];
  const first =
    both.find(Boolean) ||
    `${inWords(better)} of ${inFigures(judged.length)} teams ${better === 1 ? 'is' : 'are'} better`;
  const second = worse > 0 && better > 0 ? `, and ${inWords(better)} better,` : '';
  return {
    heading: `${count(apart, 'team stands', 'teams stand')} apart from the rest`,
    sentence: `${capital(first)}${second} than size and chance explain. The county mean hides them. Do not rank the rest.`,
  };
}

const standsAt =
  (place: Funnel['teams'][number]['stands']) =>
  ({ stands }: Funnel['teams'][number]): boolean =>
    stands === place;
