import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { pagesOf } from '../../src/app/web/pages.ts';
import type { Door } from '../../src/modules/access/pages/signing-in/door.ts';
import { readStatute } from '../../src/statute/read-statute.ts';
import { sourceFiles } from '../architecture/import-graph.ts';

const root = path.resolve(import.meta.dirname, '../..');
const pages = pagesOf(readStatute(), '/nowhere', {} as Door);
const routes = pages.map(({ method = 'get', path: to }) => `${method} ${to}`);
const source = sourceFiles(root).filter(
  (file) => file.startsWith('src/') && !/\.(test|examples|fixture)\.tsx?$/.test(file),
);
const filesWith = (pattern: RegExp): string[] =>
  source.filter((file) => pattern.test(readFileSync(path.join(root, file), 'utf8'))).sort();

/** Words of a way by which papers leave the house. Whoever adds one decides first who releases it, to which address of the record. */
const LETTERS =
  /letter|post(al|age)|mail|send|sent|recipient|envelope|label|print|attach|pdf|docx|fax|sms|text-message|share|publish/i;

test('no route writes, prints or sends a letter, a message or an attachment: one that appears has to be decided', () => {
  expect(routes.length).toBeGreaterThan(30);
  expect(routes.filter((route) => LETTERS.test(route))).toEqual([]);
  const events = pages.flatMap(({ audit }) => (typeof audit === 'string' ? [audit] : []));
  expect(events.filter((event) => LETTERS.test(event))).toEqual([]);
  expect(
    ['/children/:child/letters/new', '/reports/:report/send', '/print/:child'].every((to) => LETTERS.test(to)),
  ).toBe(true);
});

test('files leave the house by the pages named here, and by no other', () => {
  expect(filesWith(/is: 'file'/).filter((file) => file !== 'src/platform/http/answer.ts')).toEqual(FILES_LEAVE_BY);
});
/** The lines of who opened what, without names, to whoever may read them; and the children of a register, as a table. */
const FILES_LEAVE_BY = [
  'src/modules/access/pages/access-log/review-access-log/review-access-log.page.ts',
  'src/modules/access/pages/access-log/show-access-log/show-access-log.page.ts',
  'src/modules/assurance/pages/show-register/show-register.page.tsx',
];

test('no page makes a document that would be read outside: nothing writes PDF, Word, mail or a calendar', () => {
  expect(filesWith(/application\/pdf|wordprocessingml|message\/rfc822|text\/calendar|mailto:/)).toEqual([]);
  expect(filesWith(/content-disposition/)).toEqual(['src/platform/http/serve-page.ts']);
});

test('addresses name children, people and records by id alone: no path and no question of a page asks for a name', () => {
  const parts = routes.flatMap((route) => [...route.matchAll(/:(\w+)/g)].map((hit) => hit[1] ?? ''));
  expect(parts.filter((part) => /name|upn|postcode|address|birth|phone|mail/i.test(part))).toEqual([]);
  const asking = pages.filter(({ query, method = 'get' }) => query && method === 'get');
  const asked = asking.flatMap(({ query }) => Object.keys((query as { shape?: Record<string, unknown> }).shape ?? {}));
  expect(asked.length).toBeGreaterThan(5);
  expect(
    asked.filter((word) => /name|upn|postcode|address|birth|phone|mail|password|token|session|words/i.test(word)),
  ).toEqual([]);
});
