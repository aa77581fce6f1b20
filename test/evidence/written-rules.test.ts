import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './named-test.ts';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const rules = read('security/rules.md').replace(/\s+/g, ' ');

/** A number of the code, found by the words before it. */
function numberIn(file: string, before: string): number {
  const found = new RegExp(`${before}\\s*([\\d_.]+)`).exec(read(file))?.[1];
  if (found === undefined) throw new Error(`${file} no longer says "${before}": the rules must say what is so now`);
  return Number(found.replaceAll('_', ''));
}
const written = (number: number): string => number.toLocaleString('en-GB');

const ACCESS = 'src/modules/access';
const WEB = 'src/platform/http/web.ts';
const SERVING = 'src/platform/http/serving.ts';

/** Where the code says a number, and the words of the rules around it. */
const NUMBERS: readonly (readonly [file: string, before: string, said: (number: string) => string])[] = [
  [`${ACCESS}/core/signing-in/password-rule.ts`, 'SHORTEST_PASSWORD =', (n) => `A password has ${n} to`],
  [`${ACCESS}/core/signing-in/password-rule.ts`, 'LONGEST_PASSWORD =', (n) => `to ${n} characters of any kind`],
  [`${ACCESS}/store/signing-in/attempts.ts`, 'account:', (n) => `after ${n} wrong passwords for an account`],
  [`${ACCESS}/store/signing-in/attempts.ts`, 'machine:', (n) => `${n} from one machine`],
  [`${ACCESS}/store/signing-in/attempts.ts`, 'factor:', (n) => `or ${n} wrong second factors`],
  [`${ACCESS}/store/signing-in/attempts.ts`, 'MINUTES =', (n) => `stop listening for ${n} minutes`],
  [`${ACCESS}/core/signing-in/ways-in.ts`, 'UNUSED_DAYS =', (n) => `nobody used for ${n} days stops`],
  [`${ACCESS}/store/signing-in/one-time-link.ts`, 'LINK_DAYS =', (n) => `a link that works once, for ${n} days`],
  [`${ACCESS}/store/session-store.ts`, 'QUIET_MINUTES =', (n) => `ends after ${n} minutes without a request`],
  [`${ACCESS}/store/session-store.ts`, 'LONGEST_HOURS =', (n) => `and after ${n} hours in any case`],
  ['src/app/start/start.ts', 'PAGES_PER_MINUTE =', (n) => `is given ${n} pages a minute`],
  [`${ACCESS}/core/openings/reasoned-opening.ts`, 'HOURS_OPEN =', (n) => `with a reason for ${n} hours at a time`],
  [`${ACCESS}/core/openings/reasoned-opening.ts`, 'SHORTEST_REASON =', (n) => `has at least ${n} letters`],
  [WEB, 'files:', (n) => `64 KB and ${n} files`],
  [WEB, 'fields:', (n) => `at most ${n} fields of`],
  [SERVING, 'headerBytes:', (n) => `together are at most ${n} bytes`],
  [SERVING, 'requestSeconds:', (n) => `may take ${n} seconds to arrive`],
  [SERVING, 'silentSeconds:', (n) => `is cut after ${n}.`],
  ['src/platform/database/database.ts', '\\{ max =', (n) => `at most ${n} connections to answer pages`],
  ['src/platform/database/database.ts', 'poolOf\\(urls.owner,', (n) => `${n} for the owner's work`],
  ['src/platform/jobs/worker.ts', 'max:', (n) => `${n} for jobs`],
  ['src/platform/jobs/worker.ts', 'concurrency:', (n) => `of which ${n} run at once`],
  [`${ACCESS}/store/signing-in/council-provider.ts`, 'timeout:', (n) => `waits ${n} seconds for it`],
  ['src/modules/returns/pages/choose-file/choose-file.form.ts', 'MOST_FILES =', (n) => `${n} files of 1 GB together`],
  ['src/modules/returns/core/cin-census/read-census-xml.ts', 'depth:', (n) => `${n} elements deep`],
  ['src/modules/returns/core/cin-census/read-census-xml.ts', 'textCharacters:', (n) => `${n} characters a text`],
  ['src/modules/returns/imports/annex-a/open-workbook.ts', 'files:', (n) => `in ${n} parts`],
  ['src/modules/returns/imports/annex-a/open-workbook.ts', 'ratio:', (n) => `at most ${n} times its packed size`],
];

describe('the rules say what the code does', () => {
  test.each(NUMBERS)('%s, %s', (file, before, said) => {
    expect(rules).toContain(said(written(numberIn(file, before))));
  });

  test('sizes in other units, too', () => {
    expect(numberIn(WEB, 'bodyLimit:')).toBe(1024 * 1024);
    expect(numberIn(WEB, 'fieldSize:')).toBe(64 * 1024);
    expect(numberIn('src/modules/returns/pages/choose-file/choose-file.page.ts', 'LARGEST_UPLOAD_BYTES =')).toBe(1e9);
    expect(numberIn('src/modules/returns/imports/annex-a/open-workbook.ts', 'unpacked:')).toBe(150e6);
    expect(rules).toContain('at most 1 MB');
    expect(rules).toContain('150 MB');
  });
});

describe('the rules are whole', () => {
  test.each([
    'What is typed',
    'Files that are sent in',
    'Signing in',
    'Sessions',
    'Who may do what',
    'What is kept, and how it is protected',
    'Logs',
    'What we talk to, and how much',
    'Other people’s software',
    'Browsers',
  ])('%s', (heading) => {
    expect(rules.replaceAll("'", '’')).toContain(`## ${heading}`);
  });

  test('keys have their lives written down, and the way on from an algorithm', () => {
    const keys = read('security/cryptography.md');
    for (const heading of ['## Keys', '## When an algorithm has to go']) expect(keys).toContain(heading);
    expect(keys).toMatch(/master keys .*\| once a year/);
  });

  test('every package that reads strangers’ bytes and every folder named is there', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const named = [...rules.matchAll(/`([^`]+)`/g)].map((hit) => hit[1] ?? '');
    const places = named.filter((each) => /^(src|test|security|statute)\//.test(each));
    expect(places.length).toBeGreaterThan(5);
    expect(places.filter((place) => !existsSync(path.join(root, place)))).toEqual([]);
    for (const parser of ['exceljs', 'yauzl', 'saxes', 'csv-parse', '@fastify/multipart', 'nunjucks'])
      expect([parser, named.includes(parser), parser in dependencies]).toEqual([parser, true, true]);
  });

  test('whoever finds a weakness is told what to do, and what to expect', () => {
    const policy = read('SECURITY.md');
    for (const heading of ['How to report', 'What we promise', 'Which versions', 'What is not covered'])
      expect(policy).toContain(`## ${heading}`);
    expect(existsSync(path.join(root, 'security/threat-model.md'))).toBe(true);
  });
});
