import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { faultOfNamedTest, readEvidence, root } from './named-test.ts';

type Requirement =
  | { readonly id: string; readonly status: 'met'; readonly test: string }
  | { readonly id: string; readonly status: 'not applicable'; readonly reason: string }
  | { readonly id: string; readonly status: 'gap'; readonly plan: string };
const requirements = readEvidence<readonly Requirement[]>('asvs.json');

/** How many requirements each chapter of ASVS 5.0 has, from the first to the seventeenth. */
const CHAPTERS = [30, 13, 31, 16, 13, 47, 19, 13, 7, 36, 24, 12, 21, 13, 21, 17, 12];
const FIELD = { met: 'test', 'not applicable': 'reason', gap: 'plan' } as const;

describe('the list of ASVS 5.0', () => {
  test('holds each of its 345 requirements once, in order', () => {
    const parts = requirements.map(({ id }) => id.split('.').map(Number));
    expect(requirements.every(({ id }) => /^\d+\.\d+\.\d+$/.test(id))).toBe(true);
    const ordered = [...parts].sort(([a = 0, b = 0, c = 0], [d = 0, e = 0, f = 0]) => a - d || b - e || c - f);
    expect(parts).toEqual(ordered);
    expect(new Set(requirements.map(({ id }) => id)).size).toBe(345);
    expect(CHAPTERS.map((_, index) => parts.filter(([chapter]) => chapter === index + 1).length)).toEqual(CHAPTERS);
    for (const [index, [chapter, section, number = 0]] of parts.entries()) {
      const [before, within, last] = parts[index - 1] ?? [];
      const next = chapter === before && section === within ? (last ?? 0) + 1 : 1;
      expect([chapter, section, number]).toEqual([chapter, section, next]);
    }
  });

  const published = path.resolve(root, '../shared/data/asvs/asvs-5.0.0-en.csv');
  test.runIf(existsSync(published))('names the requirements that were published', () => {
    const rows = parse(readFileSync(published), { columns: true, bom: true, skip_empty_lines: true }) as {
      req_id: string;
    }[];
    expect(requirements.map(({ id }) => `V${id}`)).toEqual(rows.map(({ req_id }) => req_id));
  });

  test('says of each what shows it, why it does not apply, or what is planned', () => {
    for (const each of requirements) {
      const said = (each as unknown as Record<string, unknown>)[FIELD[each.status]];
      expect([each.id, Object.keys(each)]).toEqual([each.id, ['id', 'status', FIELD[each.status]]]);
      expect(typeof said === 'string' && said.length > 8).toBe(true);
      if (each.status !== 'met') expect([each.id, said]).toEqual([each.id, expect.stringMatching(/\.$/)]);
    }
  });

  test('names tests that are there, and that npm test runs', () => {
    const named = new Set(requirements.flatMap((each) => (each.status === 'met' ? [each.test] : [])));
    expect(named.size).toBeGreaterThan(20);
    expect([...named].map(faultOfNamedTest).filter((fault) => fault !== undefined)).toEqual([]);
  });

  test('is met, or does not apply, in at least 200 places', () => {
    expect(requirements.filter(({ status }) => status !== 'gap').length).toBeGreaterThanOrEqual(200);
  });
});

test('a test that is not there, is not run, or holds nothing, is noticed', () => {
  expect(faultOfNamedTest('test/evidence/gone.test.ts')).toContain('is not there');
  expect(faultOfNamedTest('test/trio/trio.long.test.ts')).toContain('is not run');
  expect(faultOfNamedTest('test/evidence/named-test.ts')).toContain('is not run');
  expect(faultOfNamedTest('test/evidence/asvs.test.ts')).toBeUndefined();
});
