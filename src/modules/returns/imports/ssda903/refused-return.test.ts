import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csvOf, episode, folderOf903, header, ofChild } from '../../../../../test/ssda903/ssda903-in-tests.ts';
import { GENERATOR_SOFTWARE } from '../../public.ts';
import { checkSsda903Set } from './check-ssda903-set.ts';
import { yearOf903 } from './import-ssda903.ts';

let folder: ReturnType<typeof folderOf903>;
beforeAll(() => {
  folder = folderOf903();
});
afterAll(() => folder.remove());

const headers = csvOf('Header', [header('A')]);
const check = (...paths: string[]) =>
  checkSsda903Set(
    paths.map((path) => ({ path, name: path })),
    2026,
  );
async function refusal(...paths: string[]): Promise<string> {
  const outcome = await check(...paths).then(
    () => 'it was taken',
    (fault: Error) => (fault.name === 'FileRefused' ? fault.message : `a fault: ${fault.stack}`),
  );
  expect(outcome).toMatch(/^[A-Z][^\n]{10,300}$/);
  expect(outcome).not.toMatch(/^a fault|it was taken/);
  return outcome;
}

describe('is not loaded, with one sentence that says why', () => {
  test.each<[string, () => string | Buffer, RegExp]>([
    ['an empty file', () => '', /empty/],
    ['a workbook', () => Buffer.from('504b0304aabb', 'hex'), /workbook, not CSV/],
    ['UTF-16', () => Buffer.from(`\ufeff${headers}`, 'utf16le'), /UTF-16/],
    ['Latin-1', () => Buffer.from(headers.replace('UN2', 'Zoë'), 'latin1'), /not text in UTF-8/],
    ['an open quotation mark', () => `${headers}A,"F,02/03/2012,WBRI,UN2,,\r\n`, /quotation mark/],
    ['a line without end', () => `${headers}${'x'.repeat(30_000)}`, /more than 20000 characters/],
    ['an unknown heading', () => headers.replace('UPN', 'PUPIL'), /column PUPIL, which the table Header does not have/],
    ['no rows', () => csvOf('Episodes', []), /Episodes and has no rows/],
    ['a letter', () => 'Dear Sir or Madam\r\n', /not a table/],
    ['a table of a later year', () => 'CHILD,DOB,DOLO_START,DOLO_END\r\nA,01/01/2010,01/01/2025,\r\n', /DoLo/],
    ['a web page', () => '<html></html>', /outermost element is <html>/],
    ['XML that is cut off', () => '<EXPSSDA903><CHILD><HEADER>', /cut off: it ends inside <HEADER>/],
    ['XML that does harm', () => '<!DOCTYPE a [<!ENTITY b "c">]><EXPSSDA903/>', /document type/],
    ['XML without children', () => '<EXPSSDA903></EXPSSDA903>', /no rows/],
    ['another maker’s signature', () => 'SOFTWARE\r\nAnother maker\r\n', /not Sightline’s generator/],
  ])('%s', async (_, make, says) => {
    expect(await refusal(folder.file(make()))).toMatch(says);
  });

  test('the same table twice, or XML beside tables; the file is named', async () => {
    const [one, two] = [folder.file(headers), folder.file(headers)];
    expect(await refusal(one, two)).toMatch(/is the table Header, and so is .*give each table once/);
    const xml = folder.file('<EXPSSDA903><CHILD/></EXPSSDA903>', 'whole.xml');
    await expect(check(one, xml)).rejects.toMatchObject({ file: xml, message: /give it alone/ });
  });

  test('a year that nobody gave, or of which this version has no codes', () => {
    for (const year of ['', '2017', '2027', '26', '2025-26', 'this']) expect(yearOf903(year)).toBe(null);
    expect([yearOf903('2018'), yearOf903('2026')]).toEqual([2018, 2026]);
  });
});

test('what is read: UTF-8 with its mark, other ends of lines, blank lines, a table with headings alone', async () => {
  const marked = folder.file(`\ufeff${headers.replaceAll('\r\n', '\n')}\n\n`);
  const set = await check(
    marked,
    folder.file(csvOf('Missing', [])),
    folder.file(csvOf('Episodes', [episode('A', '01/05/2025', '')])),
  );
  expect(set).toMatchObject({
    children: 1,
    without: ['Reviews'],
    parts: ['Header', 'Episodes', 'Missing'],
    generated: false,
  });
  expect(set.flags).toMatchObject([{ code: 'no-rows', table: 'Missing' }]);
});

test('a set that the generator signed is the generator’s; rows of nobody are no child', async () => {
  const signed = folder.file(`SOFTWARE\r\n${GENERATOR_SOFTWARE}\r\n`);
  const missing = csvOf('Missing', [ofChild('', { MISSING: 'M', MIS_START: '01/05/2025' })]);
  expect(await check(signed, folder.file(headers), folder.file(missing))).toMatchObject({
    generated: true,
    children: 1,
  });
});
