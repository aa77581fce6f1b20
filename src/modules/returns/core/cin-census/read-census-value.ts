import { localDate } from '../../../../kernel/local-date.ts';
import type { Calendar } from '../../../../kernel/working-days.ts';
import { type CodeStanding, codeStanding } from '../../../../statute/code-set.ts';
import type { Statute } from '../../../../statute/statute.ts';
import type { FileValue } from '../file-note.ts';
import type { FieldIs } from './census-shape.ts';

/** What a census of that year is read against. */
export type CensusLaw = {
  readonly codeSets: Statute['codeSets'];
  /** The year in which the collection ends: 2026 is April 2025 to March 2026. */
  readonly year: number;
  /** Of England and Wales; null where none is known. */
  readonly calendar: Calendar | null;
};

/** The law by which a census of that year is read. */
export const censusLaw = (statute: Pick<Statute, 'codeSets' | 'calendars'>, year: number): CensusLaw => ({
  codeSets: statute.codeSets,
  year,
  calendar: statute.calendars.get('england-and-wales') ?? null,
});

export type ReadValue =
  | { readonly is: 'nothing' }
  | {
      readonly is: 'value';
      readonly value: FileValue;
      readonly odd?: { readonly code: string; readonly reason: string };
    }
  /** Readable, but not as what it should be: left out and flagged. */
  | { readonly is: 'left-out'; readonly code: string; readonly reason: string }
  /** It cannot be represented: its group is set aside. */
  | { readonly is: 'fault'; readonly reason: string };

const LONGEST_TEXT = 100;

/** Reads one element's text as what the census says it is. Never guesses: a date that is not one is a fault, not an empty date. */
export function readCensusValue(name: string, is: FieldIs, text: string, law: CensusLaw): ReadValue {
  if (text === '') return { is: 'nothing' };
  if (is === 'date') return readDate(name, text);
  if (is === 'yes-or-no') return readAnswer(name, text);
  if (is === 'count') return readCount(name, text);
  if (is === 'text') {
    if (text.length <= LONGEST_TEXT) return { is: 'value', value: text };
    return { is: 'fault', reason: `${name} is longer than ${LONGEST_TEXT} characters.` };
  }
  if (is.startsWith('one-of:')) return readChoice(name, is.slice('one-of:'.length).split(','), text);
  return readCode(name, is.slice('code:'.length), text, law);
}

function readDate(name: string, text: string): ReadValue {
  const parts = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:\d{2})?$/.exec(text);
  const date = localDate(parts?.[1] ?? '');
  if (!date) return { is: 'fault', reason: `${name} “${shortened(text)}” is not a date (YYYY-MM-DD).` };
  if (date.length === text.length) return { is: 'value', value: date };
  return {
    is: 'value',
    value: date,
    odd: { code: 'date-form', reason: `${name} “${shortened(text)}” was read as ${date}.` },
  };
}

function readAnswer(name: string, text: string): ReadValue {
  const answer = ({ true: true, '1': true, false: false, '0': false } as Record<string, boolean>)[text.toLowerCase()];
  if (answer !== undefined) return { is: 'value', value: answer };
  return { is: 'fault', reason: `${name} “${shortened(text)}” is neither true nor false (true, false, 1 or 0).` };
}

function readCount(name: string, text: string): ReadValue {
  if (/^\d{1,4}$/.test(text)) return { is: 'value', value: Number(text) };
  const code = name === 'NumberOfPreviousCPP' ? '8730' : 'not-a-count';
  return { is: 'left-out', code, reason: `${name} “${shortened(text)}” is not a number of them: loaded without it.` };
}

function readChoice(name: string, choices: readonly string[], text: string): ReadValue {
  if (choices.includes(text)) return { is: 'value', value: text };
  return { is: 'fault', reason: `${name} “${shortened(text)}” is not one of ${choices.join(', ')}.` };
}

/** Before 2025 the census asked `GenderCurrent` (0, 1, 2, 9): its codes under the newer name are read, and flagged. */
const codedAsGender: Record<string, string> = { '0': 'U', '1': 'M', '2': 'F', '9': 'U' };

function readCode(name: string, set: string, text: string, law: CensusLaw): ReadValue {
  const standing: CodeStanding = codeStanding(law, set, text, law.year);
  if (standing === 'valid') return { is: 'value', value: text };
  const shown = shortened(text);
  if (standing === 'other-year') {
    const odd = { code: 'code-of-another-year', reason: `${name} “${shown}” is a code of another year’s census.` };
    return { is: 'value', value: text, odd };
  }
  const sex = name === 'Sex' ? codedAsGender[text] : undefined;
  if (sex !== undefined) {
    const reason = `Sex “${shown}” is a code of GenderCurrent, which the census asked until 2024: read as ${sex}.`;
    return { is: 'value', value: sex, odd: { code: '4180', reason } };
  }
  return { is: 'fault', reason: `${name} “${shown}” is not a code of any year’s census.` };
}

/** Text from the file, short enough to print in a sentence. */
export const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
