import { type Day, dayOf } from './days.ts';

/** Which county is wanted: the same answers give the same bytes on every machine. */
export type CountyOf = {
  /** A whole number. */
  readonly seed: number;
  /** How many children are open on the present day. */
  readonly children: number;
  /** The first day of history, and the present day. */
  readonly from: Day;
  readonly today: Day;
};

export const FIRST_DAY = dayOf('2011-04-01');
export const PRESENT_DAY = dayOf('2026-03-31');

export const countyOf = (seed: number, children: number): CountyOf => ({
  seed,
  children,
  from: FIRST_DAY,
  today: PRESENT_DAY,
});

/** The county of the demonstration: what `npm start` loads. */
export const DEMO_COUNTY = countyOf(20_260_331, 300);

/** The nine districts, with how many of a hundred families live in each. */
export const DISTRICTS = [
  ['Northfield', 15],
  ['Wherry Quay', 16],
  ['Cutter’s Lane', 9],
  ['St Brannock’s', 11],
  ['Saltmarsh', 8],
  ['Holm and Thorpe', 7],
  ['Eastgate', 14],
  ['The Levels', 6],
  ['Upper Wend', 14],
] as const;

/** Around single assessments: until this day there were initial and core ones. */
export const SINGLE_ASSESSMENTS = dayOf('2013-04-15');

/**
 * The bad autumn: in its weeks posts stood empty in half of the districts, and hundreds of children in need were held by
 * nobody. Its days are counted back from the present day, so that it lies in the last year whatever that day is.
 */
export const badAutumn = (today: Day): { readonly from: Day; readonly until: Day } => ({
  from: today - 190,
  until: today - 109,
});
/** The districts of the bad autumn. */
export const EMPTIED = ['Wherry Quay', 'Saltmarsh', 'Eastgate', 'The Levels'];
