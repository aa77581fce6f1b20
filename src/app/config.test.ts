import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('with nothing set, an embedded database in the folder data', () => {
  const config = readConfig({});
  expect(config).toMatchObject({ ok: true, value: { databaseUrl: undefined, port: undefined, today: undefined } });
  expect(config.ok && config.value.dataFolder).toMatch(/\/data$/);
  expect(readConfig({ PORT: ' ', SIGHTLINE_TODAY: '' })).toMatchObject({ ok: true });
});

test('every setting', () => {
  const url = 'postgres://owner:p%40ss@db.example/council';
  expect(readConfig({ DATA_DIR: '/a b', PORT: '0', SIGHTLINE_TODAY: '2013-04-15', DATABASE_URL: url })).toMatchObject({
    ok: true,
    value: { dataFolder: '/a b', port: 0, today: '2013-04-15', databaseUrl: url, databaseAppUrl: undefined },
  });
});

test('all faults at once, and no password among them', () => {
  const read = readConfig({
    PORT: '70000',
    SIGHTLINE_TODAY: '2026-02-30',
    DATABASE_URL: 'mysql://root:secret@x/y',
    DATABASE_APP_URL: 'postgres://a:b@c/d',
  });
  expect(read).toMatchObject({ ok: false });
  const faults = read.ok ? [] : read.refusal;
  expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
    'PORT',
    'SIGHTLINE_TODAY',
    'DATABASE_URL',
    'DATABASE_APP_URL',
  ]);
  expect(faults.join()).not.toContain('secret');
  expect(readConfig({ DATABASE_URL: 'postgres://owner@x/y' })).toMatchObject({ ok: false });
});
