import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { samplePath, textOfSample } from '../../../../../test/census/census-in-tests.ts';
import { checkCensusFile } from './check-census-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'census '));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string | Buffer): string => {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
};
const refusal = async (at: string): Promise<string> => {
  const outcome = await checkCensusFile(at).then(
    () => 'it was taken',
    (fault: Error) => (fault.name === 'FileRefused' ? fault.message : `a fault: ${fault.stack}`),
  );
  expect(outcome).toMatch(/^[A-Z][^\n]{10,300}$/);
  expect(outcome).not.toMatch(/^a fault|it was taken/);
  return outcome;
};

const valid = textOfSample(samplePath('cin_valid_2025-26_400children.xml'));
const header = valid.slice(0, valid.indexOf('<Child>'));
const laughs = `<?xml version="1.0"?><!DOCTYPE Message [<!ENTITY a "ha">${Array.from('bcdefghij', (name, i) => `<!ENTITY ${name} "${`&${'abcdefghij'[i]};`.repeat(10)}">`).join('')}]><Message><Header>&j;</Header></Message>`;

/** Two hundred million spaces, written without holding them. */
function spaces(): string {
  const at = path.join(folder, 'spaces.xml');
  const handle = openSync(at, 'w');
  const block = Buffer.alloc(1_000_000, ' ');
  for (let i = 0; i < 200; i += 1) writeSync(handle, block);
  closeSync(handle);
  return at;
}

describe('is not loaded, with one sentence that says why', () => {
  test.each<[string, () => string, RegExp]>([
    ['nothing there', () => path.join(folder, 'missing.xml'), /no such file/],
    ['an empty file', () => file('empty.xml', ''), /empty/],
    ['a folder', () => folder, /folder/],
    ['a device', () => '/dev/zero', /ordinary file/],
    ['cut off in the middle', () => file('cut.xml', valid.slice(0, 20_000)), /cut off: it ends inside/],
    [
      'cut off after the last child',
      () => file('cut-late.xml', valid.slice(0, valid.lastIndexOf('</Children>'))),
      /cut off/,
    ],
    ['a billion laughs', () => file('laughs.xml', laughs), /document type/],
    ['an entity alone', () => file('entity.xml', `${header}<Child>&who;</Child></Children></Message>`), /readable XML/],
    ['200 MB of spaces', spaces, /without an element/],
    ['a few spaces', () => file('few.xml', '   \n  '), /readable XML/],
    ['another outermost element', () => file('root.xml', '<html><body/></html>'), /outermost element is <html>/],
    ['not XML', () => file('sheet.csv', 'CHILD,DOB\n1,2\n'), /readable XML/],
    [
      'bytes',
      () => file('bytes.xml', Buffer.from([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0, 0, 0x80])),
      /not text in UTF-8|readable XML/,
    ],
    ['another collection', () => file('other.xml', valid.replace('>CIN<', '>SWF<')), /Collection is “SWF”/],
    ['no header', () => file('headless.xml', valid.replace(/<Header>.*<\/Header>/, '')), /no Header/],
    ['no year', () => file('yearless.xml', valid.replace(/<Year>.*<\/ReferenceDate>/, '')), /which year/],
    ['no children', () => file('childless.xml', `${header}</Children></Message>`), /no children/],
    ['nested without end', () => file('deep.xml', `${header}${'<Child>'.repeat(5000)}`), /nested more than/],
    [
      'one child without end',
      () => file('wide.xml', `${header}<Child>${'<a/>'.repeat(30_000)}`),
      /more than 20000 elements/,
    ],
    [
      'a text without end',
      () => file('long.xml', `${header}<Child><ChildIdentifiers><LAchildID>${'x'.repeat(9000)}</LAchildID>`),
      /more than 5000 characters/,
    ],
    [
      'a comment without end',
      () => file('comment.xml', `${header}<!-- ${'< '.repeat(1_500_000)}`),
      /without an element/,
    ],
    ['an unknown encoding', () => file('coding.xml', valid.replace('utf-8', 'ebcdic')), /encoding/],
  ])('%s', async (_, make, says) => {
    expect(await refusal(make())).toMatch(says);
  });

  test('no permission to read', async () => {
    const at = file('secret.xml', valid);
    const { chmodSync } = await import('node:fs');
    chmodSync(at, 0);
    if (process.getuid?.() === 0) return; // root may read everything
    expect(await refusal(at)).toMatch(/may not be read/);
  });

  test('a file that grows to three gigabytes is not even opened', async () => {
    const at = path.join(folder, 'huge.xml');
    const handle = openSync(at, 'w');
    ftruncateSync(handle, 3_000_000_000);
    closeSync(handle);
    expect(await refusal(at)).toMatch(/larger than 2 GB/);
  });
});

test('encodings and marks of files that councils send are read', async () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(valid.replace('utf-8', 'utf-16'), 'utf16le')]);
  const bom = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(valid)]);
  const latin = Buffer.from(valid.replace('utf-8', 'windows-1252'), 'latin1');
  for (const [name, bytes] of Object.entries({ utf16, bom, latin }))
    expect(await checkCensusFile(file(`${name}.xml`, bytes))).toMatchObject({ children: 399 });
});

test('a file of nothing but spaces is refused: reading it again for each of them would outlast this test', async () => {
  await refusal(spaces());
});
