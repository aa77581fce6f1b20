import type { LocalDate } from '../../../../kernel/local-date.ts';
import { localDate } from '../../../../kernel/local-date.ts';
import type { AnnexCodes } from './annex-codes.ts';
import type { AnnexColumn } from './annex-lists.ts';

/** A cell of the workbook, without its looks. A formula is not evidence: its value is another cell's, or nobody's. */
export type AnnexCell =
  | null
  | string
  | number
  | boolean
  | { readonly date: LocalDate }
  | { readonly formula: string }
  | { readonly error: string };

export type AnnexValue = string | number | boolean;
export type ReadCell =
  | { readonly is: 'nothing' }
  | { readonly is: 'value'; readonly value: AnnexValue }
  /** Readable, but not as what it should be: left out and flagged. */
  | { readonly is: 'left-out'; readonly reason: string }
  /** It cannot be represented: its row is set aside. */
  | { readonly is: 'fault'; readonly reason: string };

const NOTHING: ReadCell = { is: 'nothing' };
const value = (of: AnnexValue): ReadCell => ({ is: 'value', value: of });
const LONGEST_TEXT = 200;

/** Text from the file, short enough to print in a sentence. */
const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
const shown = (cell: AnnexCell): string =>
  cell !== null && typeof cell === 'object' ? ('date' in cell ? cell.date : '') : shortened(String(cell ?? ''));

/**
 * Reads a cell as what its column holds. Never guesses: a date that is not one is never an empty date. Where the row can do
 * without the cell it is left out and flagged; a formula sets the row aside, since nobody wrote its value.
 */
export function readAnnexCell(column: AnnexColumn, cell: AnnexCell, codes: AnnexCodes): ReadCell {
  const { heading } = column;
  if (cell === null || (typeof cell === 'string' && cell.trim() === '')) return NOTHING;
  if (typeof cell === 'object' && 'formula' in cell)
    return { is: 'fault', reason: `“${heading}” holds a formula (=${shortened(cell.formula)}), not a value.` };
  if (typeof cell === 'object' && 'error' in cell)
    return { is: 'left-out', reason: `“${heading}” holds the error ${shortened(cell.error)}: loaded without it.` };
  const read = readAs(column, cell, codes);
  if (read.is !== 'fault' || column.needed) return read;
  return { is: 'left-out', reason: `${read.reason.replace(/\.$/, '')}: loaded without it.` };
}

function readAs({ heading, is }: AnnexColumn, cell: Exclude<AnnexCell, null>, codes: AnnexCodes): ReadCell {
  if (is.startsWith('code:')) return readCode(heading, is.slice('code:'.length), cell, codes);
  switch (is) {
    case 'age':
      return NOTHING;
    case 'date':
      return readDate(heading, cell);
    case 'count':
      return readCount(heading, cell);
    case 'yes-or-no':
      return readAnswer(heading, cell);
    case 'id':
      return readId(heading, cell);
    default:
      return readText(heading, cell);
  }
}

/** A text of the template, as the barest code that means the same: `b) Female` is `F`. */
function readCode(heading: string, set: string, cell: Exclude<AnnexCell, null>, codes: AnnexCodes): ReadCell {
  const text = shown(cell).trim();
  const code = codes(set, text);
  return code === undefined
    ? { is: 'left-out', reason: `“${heading}” is “${text}”, which is no text of the template: loaded without it.` }
    : value(code);
}

/** A date cell, or a date that was typed as text. A bare number is none: nobody said what it counts. */
function readDate(heading: string, cell: Exclude<AnnexCell, null>): ReadCell {
  if (typeof cell === 'object' && 'date' in cell) return value(cell.date);
  const text = shown(cell).trim();
  const parts = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?: 0?0:00(?::00)?)?$/.exec(text);
  const written = parts ? `${parts[3]}-${parts[2]?.padStart(2, '0')}-${parts[1]?.padStart(2, '0')}` : text.slice(0, 10);
  const date = typeof cell === 'string' && (parts || /^\d{4}-\d{2}-\d{2}/.test(text)) ? localDate(written) : undefined;
  return date ? value(date) : { is: 'fault', reason: `“${heading}” is “${text}”, which is not a date.` };
}

function readCount(heading: string, cell: Exclude<AnnexCell, null>): ReadCell {
  const number = typeof cell === 'string' && /^\d{1,4}$/.test(cell.trim()) ? Number(cell.trim()) : cell;
  if (typeof number === 'number' && Number.isInteger(number) && number >= 0) return value(number);
  return { is: 'left-out', reason: `“${heading}” is “${shown(cell)}”, which is no number of them: loaded without it.` };
}

/** `a) Yes`, `Yes`, `Y`, `b) No`; `Unknown` and `c) Unknown` say that the council does not know. */
function readAnswer(heading: string, cell: Exclude<AnnexCell, null>): ReadCell {
  const text = shown(cell).trim();
  const word = text.replace(/^[a-z]\)\s*/i, '').toLowerCase();
  if (word === 'yes' || word === 'y' || cell === true) return value(true);
  if (word === 'no' || word === 'n' || cell === false) return value(false);
  if (word === 'unknown' || word === 'not known' || word === 'not recorded') return NOTHING;
  return { is: 'left-out', reason: `“${heading}” is “${text}”, neither yes nor no: loaded without it.` };
}

function readId(heading: string, cell: Exclude<AnnexCell, null>): ReadCell {
  const text = shown(cell).trim();
  if (typeof cell === 'boolean' || (typeof cell === 'object' && 'date' in cell))
    return { is: 'fault', reason: `“${heading}” is no id.` };
  if (typeof cell === 'number' && !Number.isSafeInteger(cell))
    return { is: 'fault', reason: `“${heading}” is ${text}, which is no id.` };
  return text.length > 36 ? { is: 'fault', reason: `“${heading}” is longer than 36 characters.` } : value(text);
}

function readText(heading: string, cell: Exclude<AnnexCell, null>): ReadCell {
  const text = (typeof cell === 'string' ? cell : shown(cell)).trim();
  if (text.length <= LONGEST_TEXT) return value(text);
  return { is: 'left-out', reason: `“${heading}” is longer than ${LONGEST_TEXT} characters: loaded without it.` };
}
