import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CountyOf, countyOf, DEMO_COUNTY } from './generate/county-plan.ts';
import { dayOf } from './generate/days.ts';
import type { Noted } from './generate/happenings.ts';
import { inventCounty } from './generate/invent-county.ts';
import { PLANTED, plantedIn } from './manifest/planted-in-county.ts';

const fingerprint = (county: CountyOf, families: number): string => {
  const invented = inventCounty(county);
  const hash = createHash('sha256');
  for (const told of invented.toldOfWorkforce()) hash.update(JSON.stringify(told));
  for (const { told } of invented.families()) {
    hash.update(JSON.stringify(told));
    families -= 1;
    if (families === 0) break;
  }
  return hash.digest('hex');
};

test('the same seed and size give the same bytes, and another seed others', () => {
  const once = fingerprint(countyOf(3, 40), 200);
  expect(fingerprint(countyOf(3, 40), 200)).toBe(once);
  expect(fingerprint(countyOf(4, 40), 200)).not.toBe(once);
});

const isOpen = (noted: readonly Noted[]): boolean => {
  const over = new Set(
    noted.filter(({ is }) => is === 'closed' || is === 'decided: nothing follows').map(({ thread }) => thread),
  );
  return noted.some(({ is, thread }) => is === 'referred' && !over.has(thread));
};

describe('the county of the demonstration', () => {
  const invented = inventCounty(DEMO_COUNTY);
  const families = [...invented.families()];
  const children = families.flatMap((family) => family.children);
  const told = [
    ...invented.toldOfWorkforce(),
    ...invented.carers.flatMap((carer) => carer.told),
    ...families.flatMap((family) => family.told),
  ];
  const entries = told.flatMap(({ act }) => act.entries);

  test('has as many children open as was asked for, with those told by hand, and nine times as many in all', () => {
    expect(children.filter(({ noted }) => isOpen(noted)).length + 8).toBe(DEMO_COUNTY.children);
    expect(children.length + 11).toBe(DEMO_COUNTY.children * 9);
  });

  test('is shaped by practice: one in five of the open in care, more referrals last year than the year before', () => {
    const inCare = children.filter(({ noted }) => {
      const over = new Set(noted.filter(({ is }) => is === 'care ended').map(({ thread }) => thread));
      return noted.some(({ is, thread }) => is === 'care entered' && !over.has(thread));
    });
    expect(inCare.length / DEMO_COUNTY.children).toBeGreaterThan(0.16);
    const referred = (from: string, until: string) =>
      children
        .flatMap(({ noted }) => noted)
        .filter(({ is, on }) => is === 'referred' && on >= dayOf(from) && on <= dayOf(until)).length;
    const [before, last] = [referred('2024-04-01', '2025-03-31'), referred('2025-04-01', '2026-03-31')];
    expect(last).toBeGreaterThan(before);
    expect(last / DEMO_COUNTY.children).toBeGreaterThan(1.25);
    expect(last / DEMO_COUNTY.children).toBeLessThan(1.75);
  });

  test('every id is used once; books are opened before they are written in; nothing is told of a day to come or before the first', () => {
    const ids = [...entries.map(({ id }) => id), ...told.map(({ act }) => act.id)];
    expect(new Set(ids).size).toBe(ids.length);
    const open = new Set<string>(told.flatMap(({ act }) => (act.opens ?? []).map(({ book }) => book)));
    expect(entries.filter(({ book }) => !open.has(book))).toEqual([]);
    expect(told.filter(({ recordedAt }) => recordedAt > '2026-03-31T22:00').length).toBe(0);
    const early = told.flatMap(({ recordedAt, act }) =>
      act.entries.filter(
        ({ happened }) =>
          (happened.earliest ?? '') > recordedAt.slice(0, 10) || (happened.at !== null && happened.at > recordedAt),
      ),
    );
    expect(early).toEqual([]);
    expect(entries.filter(({ happened }) => (happened.earliest ?? '') < '2011-04-01')).toEqual([]);
  });

  test('goes wrong on purpose, in every kind whose module exists', () => {
    const planted = plantedIn(invented);
    const none = [...planted].filter(([, places]) => places.length === 0).map(([kind]) => kind);
    expect(none.sort()).toEqual(
      Object.entries(PLANTED)
        .flatMap(([kind, module]) => (module === 'to come' ? [kind] : []))
        .sort(),
    );
    expect(planted.get('a plan made of one paragraph')).toHaveLength(12);
    expect(planted.get('a contact about one man of three names')).toHaveLength(11);
    expect(planted.get('a bad autumn without social workers')?.length).toBeGreaterThan(DEMO_COUNTY.children / 20);
  });
});

test('the generator and the manifest share no code with kernel, statute and sight', () => {
  const files = ['generate', 'manifest'].flatMap((folder) =>
    readdirSync(path.join(import.meta.dirname, folder)).map((name) => path.join(import.meta.dirname, folder, name)),
  );
  const shared = files
    .filter((file) => !file.endsWith('.fixture.ts'))
    .filter((file) => /^import (?!type ).*src\/(kernel|statute|sight)\//m.test(readFileSync(file, 'utf8')));
  expect(shared).toEqual([]);
});
