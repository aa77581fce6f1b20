import { HERE, sourceCode } from './compile.ts';
import { FACT_NAMES, type FactKind, type FactName, kindOf, type Source } from './facts.ts';

/** Kinds of facts of which the return of children looked after is the better witness. */
const OF_CARE: readonly FactKind[] = [
  'care',
  'legal-status',
  'care-plan',
  'placement',
  'visiting',
  'missing',
  'leaving-care',
];

const isOfCare = (name: FactName): boolean => OF_CARE.includes(kindOf(name)) || name.startsWith('review.care-');

/** Who is believed first about a kind of fact, where two say different days: this record before any file. */
export const trustOrder = (name: FactName): readonly Source[] =>
  isOfCare(name) ? ['here', 'ssda903', 'cin-census', 'annex-a'] : ['here', 'cin-census', 'ssda903', 'annex-a'];

/** The place of a source (by its column code) in that order for a fact code; 0 is trusted most. */
export function trustIn(code: number, source: number): number {
  if (source === HERE) return 0;
  return trustOrder(FACT_NAMES[code] as FactName).findIndex((each) => sourceCode(each) === source);
}
