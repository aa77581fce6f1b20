import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('with nothing set, an embedded database in the folder data', () => {
  const config = readConfig({});
  expect(config).toMatchObject({ ok: true, value: { databaseUrl: undefined, port: undefined, today: undefined } });
  expect(config.ok && config.value.dataFolder).toMatch(/\/data$/);
  expect(readConfig({ PORT: ' ', SIGHTLINE_TODAY: '' })).toMatchObject({ ok: true });
});

test('every setting', () => {
  const url = 'postgres://owner:p%40ss@db.example/council?sslmode=verify-full';
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
    DATABASE_APP_URL: 'postgres://a:b@localhost/d',
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
  expect(readConfig({ DATABASE_URL: 'postgres://owner@localhost/y' })).toMatchObject({ ok: false });
});

describe('what goes to another machine is encrypted, for somebody who shows who they are', () => {
  const faultsAt = (address: string, name = 'DATABASE_URL') => {
    const read = readConfig({ DATABASE_URL: 'postgres://o:secret@localhost/y', [name]: address });
    return read.ok ? [] : read.refusal;
  };

  test.each([
    'postgres://o:secret@localhost/y',
    'postgres://o:secret@127.0.0.1:5433/y',
    'postgres://o:secret@[::1]/y',
    'postgres://o:secret@%2Fvar%2Frun%2Fpostgresql/y',
    'postgres://o:secret@db.example/y?sslmode=verify-full',
    'postgresql://o:secret@db.example/y?sslrootcert=/etc/ca.pem&sslmode=verify-full',
  ])('%s is asked', (address) => expect(faultsAt(address)).toEqual([]));

  test.each([
    'postgres://o:secret@db.example/y',
    'postgres://o:secret@localhost.example/y',
    'postgres://o:secret@10.0.0.7/y?sslmode=disable',
    'postgres://o:secret@db.example/y?sslmode=require',
    'postgres://o:secret@db.example/y?sslmode=no-verify',
    'postgres://o:secret@db.example/y?sslmode=verify-full&sslmode=disable',
    'postgres://o:secret@localhost/y?host=db.example',
  ])('%s is not', (address) => {
    for (const role of ['', '_APP', '_JOBS', '_BACKUP']) {
      const [fault, ...more] = faultsAt(address, `DATABASE${role}_URL`);
      expect(fault).toContain(`DATABASE${role}_URL names a database on another machine`);
      expect([more, fault?.includes('secret')]).toEqual([[], false]);
    }
  });

  test('no setting makes every certificate good', () => {
    expect(readConfig({ NODE_TLS_REJECT_UNAUTHORIZED: '0' })).toMatchObject({ ok: false });
    expect(readConfig({ NODE_TLS_REJECT_UNAUTHORIZED: '1' })).toMatchObject({ ok: true });
  });
});
