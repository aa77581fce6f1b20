import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'csv-stringify/sync';
import exceljs from 'exceljs';
import { GENERATOR_SOFTWARE } from '../../src/modules/returns/public.ts';
import type { InventedChild } from '../census/invented-census.ts';
import { writeCensus } from '../census/write-census.ts';
import { textOf, yearOf } from '../generate/days.ts';
import type { InventedCounty } from '../generate/invent-county.ts';
import { ANNEX_HEADINGS } from './annex-a-headings.ts';
import { annexRowsOf, type Cell, type WhoHolds } from './annex-a-rows.ts';
import { censusOfChild } from './census-of-county.ts';
import { type Row, TABLES, type TableName, tablesOfChild } from './looked-after-tables.ts';
import { papersOf } from './paper-of-child.ts';

export type WrittenFiles = {
  readonly census: string;
  readonly lookedAfter: readonly string[];
  readonly annex: string;
  readonly children: number;
};

/**
 * Writes the county's own files of one and the same children into a folder, which is made: the census of children in need
 * and the looked-after return of the year that ends on the present day, and Annex A as of that day. Each says that Sightline's
 * generator wrote it; of the tables of the looked-after return a table beside them says so.
 */
export async function writeCountyFiles(invented: InventedCounty, folder: string): Promise<WrittenFiles> {
  const { today } = invented.county;
  mkdirSync(path.join(folder, 'ssda903'), { recursive: true });
  const workbook = annexWorkbook(path.join(folder, 'annex-a.xlsx'));
  const tables = new Map<TableName, Row[]>((Object.keys(TABLES) as TableName[]).map((name) => [name, []]));
  const census: InventedChild[] = [];
  const whoHolds = whoHoldsIn(invented);
  let children = 0;
  for (const family of invented.families())
    for (const paper of papersOf(family)) {
      children += 1;
      const inNeed = censusOfChild(paper, today);
      if (inNeed) census.push(inNeed);
      for (const [name, rows] of Object.entries(tablesOfChild(paper, today)))
        tables.get(name as TableName)?.push(...(rows ?? []));
      workbook.add(annexRowsOf(paper, today, whoHolds));
    }
  const censusFile = path.join(folder, `census-${yearOf(today)}.xml`);
  writeFileSync(censusFile, writeCensus({ year: yearOf(today), children: census }));
  const annex = await workbook.close();
  return { census: censusFile, lookedAfter: writeTables(path.join(folder, 'ssda903'), tables), annex, children };
}

function writeTables(folder: string, tables: ReadonlyMap<TableName, readonly Row[]>): string[] {
  const write = (name: string, rows: readonly Row[]): string => {
    const file = path.join(folder, `${name}.csv`);
    writeFileSync(file, stringify([...rows] as string[][]));
    return file;
  };
  const signed = write('software', [['SOFTWARE'], [GENERATOR_SOFTWARE]]);
  return [...[...tables].map(([name, rows]) => write(name, [TABLES[name], ...rows])), signed];
}

/** Names of workers and their teams; of the workers told by hand too. */
function whoHoldsIn({ workforce }: InventedCounty): WhoHolds {
  const teams = new Map(workforce.teams.map(({ book, name }) => [book, name]));
  const workers = new Map(workforce.workers.map((worker) => [worker.book as string, worker]));
  return (book) => {
    const worker = workers.get(book);
    return { team: (worker && teams.get(worker.team)) ?? '', name: worker?.name ?? '' };
  };
}

/** A workbook that is written as it grows: one sheet a list, its headings first. */
function annexWorkbook(file: string) {
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: createWriteStream(file), useStyles: true });
  book.creator = GENERATOR_SOFTWARE;
  const kept = ANNEX_HEADINGS.map((): Cell[][] => []);
  return {
    add: (rows: ReadonlyMap<number, Cell[][]>): void => {
      for (const [list, cells] of rows) kept[list - 1]?.push(...cells);
    },
    close: async (): Promise<string> => {
      for (const [at, headings] of ANNEX_HEADINGS.entries()) {
        const sheet = book.addWorksheet(`List ${at + 1}`);
        sheet.addRow([...headings]).commit();
        for (const cells of kept[at] ?? []) writeRow(sheet, cells);
        sheet.commit();
      }
      await book.commit();
      return file;
    },
  };
}

function writeRow(sheet: exceljs.Worksheet, cells: readonly Cell[]): void {
  const row = sheet.addRow(
    cells.map((cell) => (cell !== null && typeof cell === 'object' ? new Date(`${textOf(cell.day)}T00:00:00Z`) : cell)),
  );
  for (const [at, cell] of cells.entries())
    if (cell !== null && typeof cell === 'object') row.getCell(at + 1).numFmt = 'dd/mm/yyyy';
  row.commit();
}
