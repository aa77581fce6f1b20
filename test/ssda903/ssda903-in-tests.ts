import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { SHAPES, type Ssda903Table } from '../../src/modules/returns/core/ssda903/ssda903-tables.ts';
import type { LoadReport } from '../../src/modules/returns/imports/file-report.ts';
import { importSsda903 } from '../../src/modules/returns/imports/ssda903/import-ssda903.ts';
import type { ImportHouse } from '../census/import-in-tests.ts';

/** One row of a table by the names of its columns; a column that is left out is empty. */
export type Row903 = Readonly<Record<string, string>>;
/** Some tables of a return. */
export type Tables903 = { readonly [Table in Ssda903Table]?: readonly Row903[] };

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A table as CSV, with the columns in the order of the return or in the order that is asked for. */
export function csvOf(
  table: Ssda903Table,
  rows: readonly Row903[],
  inOrder = (names: string[]): string[] => names,
): string {
  const shape = SHAPES.find((each) => each.table === table);
  const names = inOrder((shape?.columns ?? []).map(({ name }) => name));
  return [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))]
    .map((cells) => `${cells.map(quoted).join(',')}\r\n`)
    .join('');
}

/** A folder of its own for files of a test. */
export function folderOf903() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ssda903 '));
  let count = 0;
  const file = (content: string | Buffer, name?: string): string => {
    count += 1;
    const at = path.join(folder, name ?? `${count}.csv`);
    writeFileSync(at, content);
    return at;
  };
  const files = (tables: Tables903): string[] =>
    Object.entries(tables).map(([table, rows]) => file(csvOf(table as Ssda903Table, rows)));
  return { file, files, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Loads a set, which must be taken, and checks that children and rows add up. */
export async function load903({ context }: ImportHouse, year: number, files: readonly string[]): Promise<LoadReport> {
  const loaded = await importSsda903(context, String(year), files);
  if (!loaded.ok) throw new Error(loaded.refusal.sentence);
  const { children, rows, setAside } = loaded.value;
  for (const tally of [children, rows])
    if (tally.loaded + tally.unchanged + tally.setAside !== tally.read)
      throw new Error(`does not add up: ${JSON.stringify(tally)}`);
  if (setAside.length !== rows.setAside) throw new Error('not every row that was set aside is named');
  return loaded.value;
}

export const header = (child: string, more: Row903 = {}): Row903 => ({
  ...{ CHILD: child, SEX: 'F', DOB: '02/03/2012', ETHNIC: 'WBRI', UPN: 'UN2' },
  ...more,
});
/** An episode from one day to another (dd/mm/yyyy; `''` for one that goes on). */
export const episode = (child: string, from: string, until: string, more: Row903 = {}): Row903 => ({
  ...{ CHILD: child, DECOM: from, DEC: until, REC: until === '' ? '' : 'X1', RNE: 'S', LS: 'V2', CIN: 'N1' },
  ...{ PLACE: 'U6', PLACE_PROVIDER: 'PR1', URN: 'SC123456' },
  ...more,
});
export const ofChild = (child: string, more: Row903): Row903 => ({ CHILD: child, DOB: '02/03/2012', ...more });
