import { readFile, stat } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { accepted, type Result, refused } from '../../../../kernel/result.ts';
import { checkZip } from '../../../../platform/files/check-zip.ts';
import type { AnnexCell } from '../../core/annex-a/annex-cell.ts';
import type { AnnexSheet } from '../../core/annex-a/read-annex-list.ts';

/** A county's Annex A is 30,000 rows, some 25 MB unpacked. */
const BOUNDS = { files: 500, unpacked: 150_000_000, ratio: 400 } as const;

export type OpenedWorkbook = {
  readonly sheets: readonly AnnexSheet[];
  /** What the workbook says made it: the generator of the invented county says so here. */
  readonly madeBy: string | null;
};

/** Opens a workbook as bare cells, or says why not. Nothing of it is read before its size is known to be bearable. */
export async function openWorkbook(path: string): Promise<Result<OpenedWorkbook, string>> {
  if ((await stat(path)).isDirectory()) return refused('This is a folder, not a workbook.');
  const zip = await checkZip(path, BOUNDS);
  if (!zip.ok) return refused(`This is not a workbook that can be read: the file ${zip.refusal}.`);
  if (!zip.value.some((name) => name === 'xl/workbook.xml'))
    return refused('This is not an Excel workbook (.xlsx): it holds no sheets.');
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load((await readFile(path)) as unknown as ExcelJS.Buffer);
  } catch {
    return refused('This workbook is damaged: it cannot be read. Save it again in Excel and load that.');
  }
  const sheets = workbook.worksheets.map((sheet) => ({ name: sheet.name, rows: rowsOf(sheet) }));
  return accepted({ sheets, madeBy: workbook.creator || null });
}

function rowsOf(sheet: ExcelJS.Worksheet): AnnexSheet['rows'] {
  const rows: { line: number; cells: AnnexCell[] }[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, line) => {
    const cells: AnnexCell[] = [];
    row.eachCell({ includeEmpty: true }, (cell, at) => {
      cells[at - 1] = cellOf(cell.value);
    });
    rows.push({ line, cells: Array.from(cells, (cell) => cell ?? null) });
  });
  return rows;
}

function cellOf(value: ExcelJS.CellValue): AnnexCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return dateOf(value);
  if ('formula' in value || 'sharedFormula' in value)
    return { formula: String('formula' in value ? value.formula : `as in ${value.sharedFormula}`) };
  if ('error' in value) return { error: value.error };
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  return 'text' in value ? String(value.text) : null;
}

/** A date cell is a number of days: midnight, in no zone. */
const dateOf = (value: Date): AnnexCell =>
  Number.isNaN(value.getTime()) ? { error: 'no date' } : { date: value.toISOString().slice(0, 10) as LocalDate };
