import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { FileFlag, FileValue, ReadRow } from '../file-note.ts';
import { readCell, type Ssda903Law } from './read-ssda903-value.ts';
import type { Column, Recognised, Ssda903Table } from './ssda903-tables.ts';

/** One line of a table as a file has it. */
export type RawRow = { readonly line: number; readonly cells: readonly string[] };
/** The same cells by the names of their columns, as an XML file has them. */
export type NamedCells = { readonly line: number; readonly cells: ReadonlyMap<string, string> };

/** A row as it was read: whose it is, and what is odd about it. */
export type Ssda903Row = ReadRow & {
  readonly table: Ssda903Table;
  /** Null when the file gives no id that could be used. */
  readonly child: string | null;
  readonly odd: readonly FileFlag[];
};

const LONGEST_CHILD_ID = 36;

/** Reads a line of a recognised table. Everything in it is answered for: a value, a fault of its row, or a flag. */
export function readRow({ shape, columns }: Recognised, { line, cells }: RawRow, law: Ssda903Law): Ssda903Row {
  const byName = new Map(
    columns.flatMap((column, place) => (column ? [[column.name, cells[place] ?? ''] as const] : [])),
  );
  const row = readNamed(shape.table, shape.columns, { line, cells: byName }, law);
  const beyond = cells.slice(columns.length).filter((cell) => cell.trim() !== '').length;
  const unnamed = columns.filter((column, place) => !column && (cells[place] ?? '').trim() !== '').length;
  const faults = [
    ...tooEarly(shape, law),
    ...(beyond > 0 ? [`It has ${cells.length} values, where the table has ${columns.length} columns.`] : []),
    ...(unnamed > 0 ? ['It has a value in a column without a heading.'] : []),
    ...(cells.length < shape.columns.length
      ? [`It has only ${cells.length} of the ${shape.columns.length} values of a row.`]
      : []),
  ];
  return { ...row, faults: [...faults, ...row.faults] };
}

const tooEarly = ({ table, since }: Recognised['shape'], { year }: Ssda903Law): string[] =>
  since !== undefined && year < since
    ? [`The return has had the table ${table} only since ${since}: it cannot be of ${year}.`]
    : [];

/** The same for cells that come with their names. */
export function readNamed(
  table: Ssda903Table,
  columns: readonly Column[],
  { line, cells }: NamedCells,
  law: Ssda903Law,
): Ssda903Row {
  const values = new Map<string, FileValue>();
  const faults: string[] = [];
  const odd: FileFlag[] = [];
  for (const column of columns) {
    const read = readCell(column, cells.get(column.name) ?? '', law);
    if (read.is === 'fault') faults.push(read.reason);
    if (read.is === 'value') values.set(column.name, read.value);
    if (read.is === 'value' && read.odd) odd.push({ ...read.odd, table, line });
    if (read.is === 'nothing' && column.needed && column.is !== 'child') faults.push(`It has no ${column.name}.`);
  }
  const id = values.get('CHILD');
  const child = typeof id === 'string' && id.length <= LONGEST_CHILD_ID ? id : null;
  if (child === null) faults.unshift('It has no CHILD: nobody can say whose this is.');
  return { table, line, values, faults, rows: [], child, odd };
}

/** The birth date that a row of any table gives. */
export const bornOnIn = ({ values }: Ssda903Row): LocalDate | null =>
  (values.get('DOB') as LocalDate | undefined) ?? null;
