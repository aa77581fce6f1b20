import { type LocalDate, localDate } from '../../../../kernel/local-date.ts';
import { codeStanding } from '../../../../statute/code-set.ts';
import type { Statute } from '../../../../statute/statute.ts';
import type { FileValue } from '../file-note.ts';
import type { Column } from './ssda903-tables.ts';

/** What a return of that year is read against. */
export type Ssda903Law = { readonly codeSets: Statute['codeSets']; readonly year: number };

export type ReadCell =
  | { readonly is: 'nothing' }
  | {
      readonly is: 'value';
      readonly value: FileValue;
      readonly odd?: { readonly code: string; readonly reason: string };
    }
  /** It cannot be represented: its row is set aside. */
  | { readonly is: 'fault'; readonly reason: string };

const LONGEST_TEXT = 100;

/** Reads one cell as what its column is. Never guesses: a date that is not one is a fault, not an empty date. */
export function readCell({ name, is }: Column, cell: string, law: Ssda903Law): ReadCell {
  const text = cell.trim();
  if (text === '') return { is: 'nothing' };
  if (text.length > LONGEST_TEXT) return fault(`${name} is longer than ${LONGEST_TEXT} characters.`);
  if (is === 'date') return readDate(name, text);
  if (is === 'score') return readScore(name, text);
  if (is === 'upn') return { is: 'value', value: text.toUpperCase() };
  if (is.startsWith('code:')) return readCode(name, is.slice('code:'.length), text, law);
  return { is: 'value', value: text };
}

const fault = (reason: string): ReadCell => ({ is: 'fault', reason });

/** `dd/mm/yyyy`; null when there is no such day. */
export function dayOf903(text: string): LocalDate | null {
  const parts = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (!parts) return null;
  const [, day = '', month = '', year = ''] = parts;
  return localDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) ?? null;
}

function readDate(name: string, text: string): ReadCell {
  const asWritten = dayOf903(text);
  if (asWritten) return { is: 'value', value: asWritten };
  // A spreadsheet may have written it as a moment, or the other way round: both can be read in one way only.
  const alone = text.replace(/[ T]00:00(:00)?$/, '');
  const other = localDate(alone) ?? dayOf903(alone);
  if (!other) return fault(`${name} “${shownShort(text)}” is not a date (DD/MM/YYYY).`);
  return {
    is: 'value',
    value: other,
    odd: { code: 'date-form', reason: `${name} “${shownShort(text)}” was read as ${other}.` },
  };
}

function readScore(name: string, text: string): ReadCell {
  const score = /^\d{1,2}(\.0)?$/.test(text) ? Number(text) : Number.NaN;
  if (score >= 0 && score <= 40) return { is: 'value', value: score };
  return fault(`${name} “${shownShort(text)}” is not a score from 0 to 40.`);
}

function readCode(name: string, set: string, text: string, law: Ssda903Law): ReadCell {
  const code = text.toUpperCase().replace(/^(\d+)\.0$/, '$1');
  const standing = codeStanding(law, set, code, law.year);
  if (standing === 'no-year') return fault(`${name} “${shownShort(text)}” is not a code of any year’s return.`);
  if (standing === 'valid') return { is: 'value', value: code };
  return {
    is: 'value',
    value: code,
    odd: { code: 'code-of-another-year', reason: `${name} “${code}” is a code of another year’s return.` },
  };
}

/** Text from the file, short enough to print in a sentence. */
export const shownShort = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
