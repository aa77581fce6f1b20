import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { borrowedPath, isBorrowed } from '../../../../../test/census/census-in-tests.ts';
import { countOf, type ImportHouse, importHouse } from '../../../../../test/census/import-in-tests.ts';
import { mustBeDate } from '../../../../kernel/local-date.ts';
import { ANNEX_LISTS } from '../../core/annex-a/annex-lists.ts';
import type { LoadReport } from '../file-report.ts';
import { importAnnexA } from './import-annex-a.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'annex a '));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let house: ImportHouse;
beforeEach(async () => {
  house = await importHouse('real');
});
afterEach(() => house.fresh.drop());

const asAt = mustBeDate('2026-03-31');
type Cells = Readonly<Record<string, ExcelJS.CellValue>>;

/** A workbook with these rows; lists that are not named are there and empty. */
async function workbook(
  rows: Readonly<Record<number, readonly Cells[]>>,
  without: readonly number[] = [],
): Promise<string> {
  const book = new ExcelJS.Workbook();
  for (const { number, columns } of ANNEX_LISTS) {
    if (without.includes(number)) continue;
    const sheet = book.addWorksheet(`List ${number}`);
    sheet.addRow(columns.map(({ heading }) => heading));
    for (const cells of rows[number] ?? []) sheet.addRow(columns.map(({ heading }) => cells[heading] ?? null));
  }
  const file = path.join(folder, `${Math.random()}.xlsx`);
  writeFileSync(file, Buffer.from(await book.xlsx.writeBuffer()));
  return file;
}

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
const who = (id: string | number, born = '2015-05-04', sex = 'b) Female'): Cells => ({
  'Child Unique ID': id,
  Gender: sex,
  Ethnicity: 'a) WBRI',
  'Date of Birth': day(born),
});

async function load(file: string, on = asAt): Promise<LoadReport> {
  const loaded = await importAnnexA(house.context, file, on);
  if (!loaded.ok) throw new Error(loaded.refusal.sentence);
  for (const { read, loaded: fresh, unchanged, setAside } of [loaded.value.children, loaded.value.rows])
    expect(fresh + unchanged + setAside).toBe(read);
  return loaded.value;
}
const entriesOf = (type: string) => countOf(house.fresh, `record.entry where type = '${type}'`);
const factsOf = async (name: string) => {
  const { rows } = await house.fresh.db.as({ person: 'a tester', purpose: 'command' }, (tx) =>
    sql<{ on: string }>`select f.earliest::text as on from sight.fact f join sight.fact_name n on n.code = f.name
      where n.name = ${name} order by 1`.execute(tx),
  );
  return rows.map(({ on }) => on);
};

const everyList: Parameters<typeof workbook>[0] = {
  1: [{ ...who(1), 'Date of Contact': day('2026-01-10'), 'Contact Source': 'q) 6: Police' }],
  2: [{ ...who(2), 'Assessment start date': day('2026-01-12'), 'Assessment completion date': day('2026-02-12') }],
  3: [
    { ...who(1), 'Date of referral': day('2026-01-12'), 'Referral Source': 'q) 6: Police', 'Referral NFA?': 'b) No' },
  ],
  4: [
    {
      ...who(1),
      'Continuous Assessment Start Date': day('2026-01-13'),
      'Continuous Assessment Date of Authorisation': day('2026-02-20'),
      'Allocated Worker': 'Lexie Defore',
    },
  ],
  5: [
    {
      ...who(1),
      'Strategy discussion initiating Section 47 Enquiry Start Date': day('2026-02-02'),
      'Date of Initial Child Protection Conference': day('2026-02-20'),
    },
  ],
  6: [{ ...who(1), 'CIN Start Date': day('2026-01-12'), 'Date Child Was Last Seen': day('2026-03-20') }],
  7: [
    {
      ...who(1),
      'Child Protection Plan Start Date': day('2026-02-20'),
      'Initial Category of Abuse': 'Neglect',
      'Latest Category of Abuse': 'Neglect',
      'Date of the Last Statutory Visit': day('2026-03-20'),
      'Was the Child Seen Alone?': 'a) Yes',
    },
  ],
  8: [
    {
      ...who(3),
      'Date Started to be Looked After': day('2025-03-03'),
      'Start date of current legal status': day('2025-03-03'),
      "Child's Legal Status": 'C2',
      'Date of Latest Statutory Review': day('2026-02-01'),
      'Date of Last Social Work Visit': day('2026-03-02'),
      'Start Date of Most Recent Placement': day('2025-03-03'),
      'Placement Type': 'U6',
    },
  ],
  9: [{ ...who(4, '2007-01-02'), 'LA in Touch': 'a) Yes', 'Latest Date of Contact': day('2026-02-14') }],
  10: [{ ...who(3), 'Date the Child Entered Care': day('2025-03-03'), 'Date of Placement Order': day('2025-12-01') }],
  11: [{ 'Individual adopter identifier': 'A-1', 'Date enquiry received': day('2025-11-11') }],
};

describe('a workbook', () => {
  test('is loaded with every list, and a second time changes nothing', async () => {
    const file = await workbook(everyList);
    const first = await load(file);
    expect(first).toMatchObject({
      kind: 'annex-a',
      window: { from: '2025-09-30', until: '2026-03-31' },
      children: { read: 4, loaded: 4 },
      rows: { read: 11, loaded: 11 },
      setAside: [],
    });
    expect(await entriesOf('referral-received')).toBe(1);
    expect(await factsOf('assessment.completed')).toEqual(['2026-02-20']);
    expect(await factsOf('conference.initial-held')).toEqual(['2026-02-20']);
    expect(await factsOf('seen.alone')).toEqual(['2026-03-20']);
    expect(await factsOf('care.entered')).toEqual(['2025-03-03']);
    expect(await factsOf('visiting.ordinary')).toEqual(['2025-03-03']);
    expect(await countOf(house.fresh, 'returns.adopter')).toBe(1);
    const again = await load(file);
    expect(again).toMatchObject({
      children: { read: 4, loaded: 0, unchanged: 4 },
      rows: { unchanged: 11 },
      entries: 0,
    });
  });

  test('puts an assessment in the referral that another list tells of', async () => {
    await load(await workbook(everyList));
    const { rows } = await house.fresh.db.as({ person: 'a tester', purpose: 'command' }, (tx) =>
      sql<{ key: string }>`select key from returns.attestation where key like '%assessment:%' order by key`.execute(tx),
    );
    expect(rows.map(({ key }) => key)).toEqual([
      'episode:2026-01-12/assessment:2026-01-13/begun',
      'episode:2026-01-12/assessment:2026-01-13/completed',
    ]);
  });

  test('says of each row that cannot be represented why, and loads the rest of the child', async () => {
    const report = await load(
      await workbook({
        3: [{ ...who(1), 'Date of referral': day('2026-01-12') }],
        4: [
          { ...who(1), 'Continuous Assessment Start Date': 'soon' },
          { ...who(1), 'Continuous Assessment Start Date': { formula: 'F2+1', result: day('2026-01-14') } },
          { Gender: 'b) Female', 'Continuous Assessment Start Date': day('2026-01-14') },
        ],
        11: [{ 'Individual adopter identifier': 'A-1' }],
      }),
    );
    expect(report).toMatchObject({
      children: { read: 2, loaded: 1, setAside: 1 },
      rows: { read: 5, loaded: 1, setAside: 4 },
    });
    expect(report.setAside.map(({ child, table, reason }) => [child, table, reason])).toEqual([
      [null, 'List 11', '“Date enquiry received” is empty.'],
      ['1', 'List 4', '“Continuous Assessment Start Date” is “soon”, which is not a date.'],
      ['1', 'List 4', '“Continuous Assessment Start Date” holds a formula (=F2+1), not a value.'],
      [null, 'List 4', '“Child Unique ID” is empty.'],
    ]);
  });

  test('with one id for two birth dates leaves two children, in doubt', async () => {
    const report = await load(
      await workbook({
        3: [
          { ...who(1, '2015-05-04'), 'Date of referral': day('2026-01-12') },
          { ...who(1, '2016-06-05'), 'Date of referral': day('2026-01-12') },
        ],
      }),
    );
    expect(report.children.loaded).toBe(2);
    expect(await countOf(house.fresh, 'people.identity_doubt')).toBe(2);
  });

  test('without a list speaks of the children, and its silence is evidence of nothing', async () => {
    await load(await workbook({ 3: [{ ...who(1), 'Date of referral': day('2026-01-12') }] }, [4]));
    expect(await factsOf('spoken.annex-a')).toEqual([]);
    expect(await entriesOf('file-spoke-of-child')).toBe(1);
  });

  test('is refused in one sentence when a heading is wrong, and nothing is written', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('List 1').addRow(['Child Unique ID', 'Shoe size']);
    const file = path.join(folder, 'wrong.xlsx');
    writeFileSync(file, Buffer.from(await book.xlsx.writeBuffer()));
    expect(await importAnnexA(house.context, file, asAt)).toEqual({
      ok: false,
      refusal: { file, sentence: 'The sheet “List 1” has a column “Shoe size”, which list 1 does not have.' },
    });
    expect(await countOf(house.fresh, 'returns.import_run')).toBe(0);
  });
});

test.skipIf(!isBorrowed('annexa/Annex_A_2024_Jan.xlsx'))(
  'the borrowed sample of January 2024 loads, or says why',
  async () => {
    const report = await load(borrowedPath('annexa/Annex_A_2024_Jan.xlsx'), mustBeDate('2021-03-15'));
    expect(report.rows.read).toBe(report.rows.loaded + report.rows.setAside);
    expect(report.setAside.every(({ reason }) => reason.includes('holds a formula'))).toBe(true);
    expect(report.children.loaded).toBeGreaterThan(30);
  },
);
