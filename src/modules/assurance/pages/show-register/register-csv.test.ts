import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { Instant } from '../../../../kernel/instant.ts';
import { mustBeDate } from '../../../../kernel/local-date.ts';
import { registerCsv } from './register-csv.ts';
import type { ListedRow } from './show-register.model.ts';

const on = mustBeDate('2026-11-20');
const asked = { on, knownAt: '2026-11-20T07:00:00.000Z' as Instant, how: 'now', spokenUntil: on, today: on } as const;
const row: ListedRow = {
  href: '/children/1',
  heading: 'Zuzanna Król, 4',
  councilIds: 'WM1',
  days: 118,
  since: mustBeDate('2026-07-25'),
  reason: 'Post vacant',
  detail: '',
  aspects: [],
  worker: null,
  workerHref: null,
  teamHref: null,
  team: 'Saltmere, "north"',
  district: null,
  manager: '=cmd|calc',
};
const told = { register: 'no-worker', asked, statuteVersion: '5e88' } as const;

test('each row carries both times and the version of the law', () => {
  const text = registerCsv([row], told);
  const [record] = parse(text, { columns: true, bom: true }) as Record<string, string>[];
  expect(record).toMatchObject({
    child: 'Zuzanna Król, 4',
    days: '118',
    team: 'Saltmere, "north"',
    'happened by': '2026-11-20',
    'known at': '2026-11-20T07:00:00.000Z',
    statute: '5e88',
  });
});

test('what a spreadsheet would run is made text, wherever it stands', () => {
  const text = registerCsv([{ ...row, heading: '+1 HYPERLINK', worker: '@SUM(A1)', team: '-2' }], told);
  const [record] = parse(text, { columns: true, bom: true }) as Record<string, string>[];
  expect([record?.child, record?.['named worker'], record?.team, record?.manager]).toEqual([
    "'+1 HYPERLINK",
    "'@SUM(A1)",
    "'-2",
    "'=cmd|calc",
  ]);
});

test('an empty register still has its headings, the same as a full one', () => {
  const heading = (text: string) => text.split('\r\n')[0];
  expect(heading(registerCsv([], told))).toBe(heading(registerCsv([row], told)));
});
