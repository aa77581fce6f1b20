import { accepted, type Result, refused } from '../../../../kernel/result.ts';
import type { FileValue, ReadRow } from '../file-note.ts';
import { type AnnexCell, readAnnexCell } from './annex-cell.ts';
import type { AnnexCodes } from './annex-codes.ts';
import { ANNEX_LISTS, type AnnexList, foldedHeading, OTHER_HEADINGS } from './annex-lists.ts';

/** A sheet as the workbook has it. Lines are numbered as its user sees them; the first holds the headings. */
export type AnnexSheet = {
  readonly name: string;
  readonly rows: readonly { readonly line: number; readonly cells: readonly AnnexCell[] }[];
};

/** One row of one list, by the headings of `ANNEX_LISTS`. */
export type AnnexRow = ReadRow & {
  readonly list: number;
  /** The council's id of the child or adopter; null where there is none that can be read. */
  readonly id: string | null;
  /** What was left out of the row, in sentences. */
  readonly leftOut: readonly string[];
};

/** Which list a sheet is: by its name (`List 8`, `8`, `List 8 - Children in care`). */
export function listOfSheet(name: string): AnnexList | undefined {
  const number = /^(?:list)?\s*0?(\d{1,2})\b/i.exec(name.trim())?.[1];
  return ANNEX_LISTS.find((list) => list.number === Number(number));
}

/**
 * The rows of a sheet, or why the whole sheet is refused: a heading that the list does not have, or one that it must have
 * and has not. Columns may stand in any order. Empty lines are no rows.
 */
export function readAnnexList(
  list: AnnexList,
  sheet: AnnexSheet,
  codes: AnnexCodes,
): Result<readonly AnnexRow[], string> {
  const [heading, ...rows] = sheet.rows;
  const places = placesOf(list, heading?.cells ?? []);
  if (!places.ok) return refused(`The sheet “${sheet.name}” ${places.refusal}`);
  return accepted(
    rows.flatMap(({ line, cells }) => (isEmpty(cells) ? [] : [readRow(list, { line, cells }, places.value, codes)])),
  );
}

const isEmpty = (cells: readonly AnnexCell[]): boolean =>
  cells.every((cell) => cell === null || (typeof cell === 'string' && cell.trim() === ''));

type Places = ReadonlyMap<string, number>;

function placesOf(list: AnnexList, headings: readonly AnnexCell[]): Result<Places, string> {
  const columns = new Map(list.columns.map(({ heading }) => [foldedHeading(heading), heading]));
  const places = new Map<string, number>();
  for (const [at, cell] of headings.entries()) {
    if (cell === null || cell === '') continue;
    const folded = foldedHeading(String(typeof cell === 'object' ? '' : cell));
    const heading = columns.get(folded) ?? columns.get(foldedHeading(OTHER_HEADINGS[folded] ?? ''));
    if (heading === undefined)
      return refused(
        `has a column “${typeof cell === 'object' ? 'without a heading' : cell}”, which list ${list.number} does not have.`,
      );
    if (places.has(heading)) return refused(`has the column “${heading}” twice.`);
    places.set(heading, at);
  }
  const missing = list.columns.filter(({ heading, is }) => is !== 'age' && !places.has(heading));
  if (missing.length === list.columns.length - 1 || places.size === 0)
    return refused('has no headings in its first line.');
  if (missing[0]) return refused(`has no column “${missing[0].heading}”, which list ${list.number} has.`);
  return accepted(places);
}

function readRow(
  list: AnnexList,
  { line, cells }: AnnexSheet['rows'][number],
  places: Places,
  codes: AnnexCodes,
): AnnexRow {
  const values = new Map<string, FileValue>();
  const faults: string[] = [];
  const leftOut: string[] = [];
  for (const column of list.columns) {
    const read = readAnnexCell(column, cells[places.get(column.heading) ?? -1] ?? null, codes);
    if (read.is === 'value') values.set(column.heading, read.value);
    else if (read.is === 'fault') faults.push(read.reason);
    else if (read.is === 'left-out') leftOut.push(read.reason);
    else if (column.needed) faults.push(`“${column.heading}” is empty.`);
  }
  const id = values.get(list.columns.find(({ is }) => is === 'id')?.heading ?? '');
  return {
    table: sheetOf(list),
    list: list.number,
    line,
    id: id === undefined ? null : String(id),
    values,
    faults,
    leftOut,
    rows: [],
  };
}

/** What the template calls the sheet of a list. */
export const sheetOf = ({ number }: AnnexList): string => `List ${number}`;
