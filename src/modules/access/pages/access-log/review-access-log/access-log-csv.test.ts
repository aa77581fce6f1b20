import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { Id } from '../../../../../kernel/id.ts';
import type { Instant } from '../../../../../kernel/instant.ts';
import type { LoggedLine } from '../../../core/access-log/audit-event.ts';
import { logCsvHeading, logCsvLines } from './access-log-csv.ts';

const child = '00000000-0000-4000-8000-0000000000c1' as Id;
const line: LoggedLine = {
  id: 1,
  at: '2026-03-31T09:05:00.000Z' as Instant,
  person: '00000000-0000-4000-8000-0000000000a1',
  event: 'child.opened',
  outcome: 'shown',
  purpose: 'request',
  children: [child, child],
  relation: 'team',
  opening: null,
  what: null,
};

test('each line stands under its heading, and a name that is a formula is made text', () => {
  const text = logCsvHeading() + logCsvLines([line], () => '=cmd|calc') + logCsvLines([line], () => 'Ada, "the first"');
  const records = parse(text, { columns: true, bom: true }) as Record<string, string>[];
  expect(records).toHaveLength(2);
  expect(records[0]).toMatchObject({
    at: line.at,
    name: "'=cmd|calc",
    'in words': 'Opened the child’s page',
    relation: 'team',
    children: `${child} ${child}`,
  });
  expect(records[1]?.name).toBe('Ada, "the first"');
});
