import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { openWorkbook } from './open-workbook.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'workbooks '));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Buffer): string {
  const where = path.join(folder, name);
  writeFileSync(where, content);
  return where;
}

async function workbook(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.creator = 'a test';
  fill(book.addWorksheet('List 1'));
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('a workbook', () => {
  it('is opened as bare cells', async () => {
    const content = await workbook((sheet) => {
      sheet.addRow(['Child Unique ID', 'Date of Contact']);
      sheet.addRow([104417, new Date('2025-11-03T00:00:00Z')]);
      sheet.addRow(['104418', { formula: 'B2+1', result: new Date('2025-11-04T00:00:00Z') }]);
      sheet.addRow([{ richText: [{ text: '1044' }, { text: '19' }] }, { error: '#N/A' }]);
    });
    expect(await openWorkbook(file('good.xlsx', content))).toEqual({
      ok: true,
      value: {
        madeBy: 'a test',
        sheets: [
          {
            name: 'List 1',
            rows: [
              { line: 1, cells: ['Child Unique ID', 'Date of Contact'] },
              { line: 2, cells: [104417, { date: '2025-11-03' }] },
              { line: 3, cells: ['104418', { formula: 'B2+1' }] },
              { line: 4, cells: ['104419', { error: '#N/A' }] },
            ],
          },
        ],
      },
    });
  });

  it('that is not one is refused in a sentence', async () => {
    const good = await workbook((sheet) => sheet.addRow(['x']));
    const said = async (name: string, content: string | Buffer) => {
      const opened = await openWorkbook(file(name, content));
      return opened.ok ? 'opened' : opened.refusal;
    };
    expect(await said('empty.xlsx', '')).toContain('not a whole zip file');
    expect(await said('text.xlsx', 'Child Unique ID,Gender\n')).toContain('not a whole zip file');
    expect(await said('cut.xlsx', good.subarray(0, good.length - 200))).toContain('not a whole zip file');
    const spoilt = Buffer.from(good);
    spoilt.fill(0, 60, 300);
    expect(await said('spoilt.xlsx', spoilt)).toMatch(/damaged|not as large/);
    expect(await openWorkbook(folder)).toMatchObject({ ok: false, refusal: 'This is a folder, not a workbook.' });
  });

  it('that unpacks to far more than any workbook is refused before it is read', async () => {
    const bytes = await workbook((sheet) => {
      for (let row = 0; row < 1000; row += 1) sheet.addRow([`${row}${'A'.repeat(30_000)}`]);
    });
    expect(bytes.length).toBeLessThan(300_000);
    const opened = await openWorkbook(file('bomb.xlsx', bytes));
    expect(opened).toMatchObject({ ok: false });
    expect(opened.ok ? '' : opened.refusal).toMatch(/unpacks to/);
  });
});
