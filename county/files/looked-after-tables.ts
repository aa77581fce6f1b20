import { type Day, monthsAfter } from '../generate/days.ts';
import { type CarePeriod, carePeriodsOf, HOME, PROVIDER } from './care-on-paper.ts';
import { type Line, linesOf, type Paper, said, slashed, yearFrom } from './paper-of-child.ts';

/** The tables of the looked-after return, with their columns in order. */
export const TABLES = {
  header: ['CHILD', 'SEX', 'DOB', 'ETHNIC', 'UPN', 'MOTHER', 'MC_DOB'],
  episodes: [
    'CHILD',
    'DECOM',
    'RNE',
    'LS',
    'CIN',
    'PLACE',
    'PLACE_PROVIDER',
    'DEC',
    'REC',
    'REASON_PLACE_CHANGE',
    'HOME_POST',
    'PL_POST',
    'URN',
  ],
  reviews: ['CHILD', 'DOB', 'REVIEW', 'REVIEW_CODE'],
  uasc: ['CHILD', 'SEX', 'DOB', 'DUC'],
  oc2: [
    'CHILD',
    'DOB',
    'SDQ_SCORE',
    'SDQ_REASON',
    'CONVICTED',
    'HEALTH_CHECK',
    'IMMUNISATIONS',
    'TEETH_CHECK',
    'HEALTH_ASSESSMENT',
    'SUBSTANCE_MISUSE',
    'INTERVENTION_RECEIVED',
    'INTERVENTION_OFFERED',
  ],
  oc3: ['CHILD', 'DOB', 'IN_TOUCH', 'ACTIV', 'ACCOM'],
  ad1: ['CHILD', 'DOB', 'DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'],
  placed_for_adoption: ['CHILD', 'DOB', 'DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
  previous_permanence: ['CHILD', 'DOB', 'PREV_PERM', 'LA_PERM', 'DATE_PERM'],
  missing: ['CHILD', 'DOB', 'MISSING', 'MIS_START', 'MIS_END'],
  sw_episodes: ['CHILD', 'DOB', 'SW_ID', 'SW_DECOM', 'SW_DEC', 'SW_REASON'],
} as const;
export type TableName = keyof typeof TABLES;
export type Row = readonly string[];

/** A child's rows in each table of the return of the year that ends on a day; none for one who was not in care in it. */
export function tablesOfChild(paper: Paper, until: Day): Partial<Record<TableName, Row[]>> {
  const from = yearFrom(until);
  const periods = carePeriodsOf(paper, until).filter((period) => period.until === undefined || period.until >= from);
  if (periods.length === 0) return {};
  const { child } = paper;
  const who = [child.number, slashed(child.bornOn)];
  const dated = (types: string[]) =>
    periods.flatMap(({ lines }) => lines.filter(({ type, on }) => types.includes(type) && on >= from));
  return {
    header: [
      [
        child.number,
        child.sex === 'male' ? 'M' : 'F',
        slashed(child.bornOn),
        child.ethnicity,
        child.upn ?? 'UN2',
        child.sex === 'female' ? '0' : '',
        '',
      ],
    ],
    episodes: periods.flatMap((period) => episodesOf(child.number, period, from)),
    reviews: dated(['care-review-held']).map(({ on, data }) => [
      ...who,
      slashed(on),
      TOOK_PART[said(data.tookPart) ?? ''] ?? 'PN7',
    ]),
    oc2: periods.flatMap((period) => healthOf(paper, period, from, until)),
    previous_permanence: periods.some((period) => period.from >= from) ? [[...who, 'Z1', '', '']] : [],
    missing: dated(['child-went-missing']).map((gone) => [
      ...who,
      'M',
      slashed(gone.on),
      slashed(foundAfter(paper, gone)),
    ]),
    sw_episodes: periods.flatMap((period) => workersOf(paper, period, from)),
  };
}

const TOOK_PART: Readonly<Record<string, string>> = {
  'under-four': 'PN0',
  'spoke-for-self': 'PN1',
  'spoke-through-advocate': 'PN2',
  'absent-views-sent': 'PN6',
  'absent-no-views': 'PN7',
};

const foundAfter = (paper: Paper, gone: Line): Day | undefined =>
  linesOf(paper, 'child-found').find(({ thread }) => thread === gone.thread)?.on;

function episodesOf(number: string, { need, stretches }: CarePeriod, from: Day): Row[] {
  return stretches
    .filter(({ until }) => until === undefined || until >= from)
    .map((stretch) => {
      const kind = said(stretch.home?.data.kind) ?? 'foster';
      const next = stretches[stretches.indexOf(stretch) + 1];
      const moved = next !== undefined && (next.because === 'P' || next.because === 'B');
      return [
        number,
        slashed(stretch.from),
        stretch.because,
        stretch.law,
        need,
        HOME[kind] ?? 'U6',
        kind === 'semi-independent' ? '' : (PROVIDER[said(stretch.home?.data.provider) ?? ''] ?? ''),
        slashed(stretch.until),
        stretch.ended ?? '',
        moved ? 'CARPL' : '',
        '',
        '',
        '',
      ];
    });
}

/** The health of the year, of children who were in care through all of it. */
function healthOf({ child }: Paper, { from: since, until: ended, lines }: CarePeriod, from: Day, until: Day): Row[] {
  if (since > from || ended !== undefined) return [];
  const inYear = (type: string) => lines.findLast((line) => line.type === type && line.on >= from);
  const yes = (is: boolean): string => (is ? '1' : '0');
  const ages = until >= monthsAfter(child.bornOn, 48) && from < monthsAfter(child.bornOn, 204);
  const score = inYear('strengths-and-difficulties-recorded')?.data.score;
  const scored = ages && typeof score === 'number';
  return [
    [
      child.number,
      slashed(child.bornOn),
      scored ? String(score) : '',
      ages && !scored ? 'SDQ2' : '',
      '0',
      until < monthsAfter(child.bornOn, 60) ? yes(inYear('health-assessed') !== undefined) : '',
      yes(inYear('immunisations-recorded')?.data.upToDate === true),
      yes(inYear('dental-checked') !== undefined),
      yes(inYear('health-assessed') !== undefined),
      '0',
      '',
      '',
    ],
  ];
}

function workersOf(paper: Paper, { from: since, until: ended }: CarePeriod, from: Day): Row[] {
  const given = linesOf(paper, 'worker-allocated', 'placeholder-allocated', 'allocation-ended').filter(
    ({ on }) => on < (ended ?? on + 1),
  );
  return given.flatMap((line, at) => {
    const next = given[at + 1]?.on ?? ended;
    if (line.type !== 'worker-allocated' || (next !== undefined && (next < from || next <= since))) return [];
    const worker = said(line.data.worker) ?? '';
    return [
      [
        paper.child.number,
        slashed(paper.child.bornOn),
        `SW${worker.slice(0, 6)}`,
        slashed(Math.max(line.on, since)),
        slashed(next),
        next === undefined ? '' : 'OTHERS',
      ],
    ];
  });
}
