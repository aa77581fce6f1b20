import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { inOnePiece, readableText } from './last-check.ts';

const plain = async (content: string | Buffer): Promise<string> =>
  (await readableText(content)).replace(/\s+/g, ' ').trim();

describe('what can be read in an answer', () => {
  test.each([
    ['words over tags', '<p>14 <b>Mill</b> Lane</p>', '14 Mill Lane'],
    ['attributes', '<input name="a" value="14 Mill Lane">', '14 Mill Lane'],
    ['attributes in other quotes', "<input value='14 Mill Lane'>", '14 Mill Lane'],
    ['entities', '<p>14&#32;M&#x69;ll&nbsp;L&#97;ne &amp; more</p>', '14 Mill Lane & more'],
    ['scripts', '<script>const at = "14 Mill Lane";</script>', 'const at = "14 Mill Lane"'],
    ['comments', '<p>a</p><!-- 14 Mill Lane -->', '14 Mill Lane'],
    ['addresses of links', '<a href="/x?at=14%20Mill%20L%61ne">x</a>', '14 Mill Lane'],
    ['JSON', '{"at":"14\\u0020Mill\\nL\\u0061ne"}', '14 Mill Lane'],
    ['a list', 'WM1;"14 Mill Lane"\r\n', '14 Mill Lane'],
    ['a tag that never ends', '<p 14 Mill Lane', '14 Mill Lane'],
  ])('%s', async (_, content, expected) => expect(await plain(content)).toContain(expected));

  test.each([
    ['two choices', '<option>Mill Lane (10)</option><option value="b">Mill Lane</option>'],
    ['two cells', '<tr><td>10</td>\n<td class="sl-a">Mill Lane</td></tr>'],
    ['two texts of a drawing', '<text x="1">10</text><text>Mill Lane</text>'],
    ['two attributes', '<input value="10"><input value="Mill Lane">'],
  ])('%s are no address together', async (_, content) => {
    expect(await plain(content)).not.toMatch(/10\W+Mill Lane/);
    expect(await plain(content)).toMatch(/10.*Mill Lane/);
  });

  test('a line of a list is an address in one cell, not over two', async () => {
    const list = Buffer.from('days,team\r\n10,Mill Lane\r\n"10, Mill Lane",""\r\n');
    const text = (await readableText(list, 'text/csv; charset=utf-8')).replace(/\s+/g, ' ');
    expect(text.match(/10\W+Mill Lane/g)).toEqual(['10, Mill Lane']);
  });

  test('in JSON nothing is a tag', async () => {
    const said = JSON.stringify({ note: 'She is < 14 Mill Lane > now, </07700 900123>' });
    const text = await readableText(said, 'application/fhir+json');
    for (const words of ['14 Mill Lane', '07700 900123']) expect(text).toContain(words);
  });

  test('the cells, names and remarks of a workbook', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('At 4 Quayside');
    sheet.getCell('B7').value = '14 Mill Lane';
    sheet.getCell('B7').note = 'ring 07700 900123';
    const text = await plain(Buffer.from(await workbook.xlsx.writeBuffer()));
    for (const words of ['4 Quayside', '14 Mill Lane', '07700 900123']) expect(text).toContain(words);
  });

  test('a stream is looked through before any of it goes', async () => {
    expect(String(await inOnePiece(Readable.from(['14 Mill', ' Lane'])))).toBe('14 Mill Lane');
  });

  test('what cannot be looked into does not go', async () => {
    await expect(readableText(Buffer.from('%PDF-1.7 …'))).rejects.toThrow('cannot be looked through');
    await expect(readableText(Buffer.from('PK\u0003\u0004 no zip'))).rejects.toThrow();
    expect(await plain(Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2]))).toBe('');
  });
});
