import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { foldersFor, hasCluster } from './folders.ts';

const isRoot = process.getuid?.() === 0;
const made: string[] = [];
const closedFolder = (): string => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sightline folders ')); // open to its owner alone
  made.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

test('the data lie in the data folder; looking for them makes nothing', () => {
  const folder = closedFolder();
  expect(hasCluster(path.join(folder, 'not there'))).toBe(false);
  expect(foldersFor(folder)).toMatchObject({ home: folder, cluster: path.join(folder, 'postgres') });
  expect(statSync(folder).mode & 0o777).toBe(isRoot ? 0o701 : 0o700); // root lets PostgreSQL's account walk through
  expect(hasCluster(folder)).toBe(false);
});

test.runIf(isRoot)('below a folder that only root may enter they lie elsewhere, and the data folder says where', () => {
  const data = path.join(closedFolder(), 'data');
  const first = foldersFor(data);
  made.push(first.home);
  expect(first.home).toMatch(/^\/var\/(lib\/sightline|tmp)\/sightline-data-/);
  expect(foldersFor(data)).toEqual(first);
  rmSync(first.home, { recursive: true });
  expect(() => foldersFor(data)).toThrow('which is not there');
});

test.runIf(isRoot)('as root, PostgreSQL runs as whoever owns the data', () => {
  const folder = closedFolder();
  chmodSync(folder, 0o755);
  mkdirSync(path.join(folder, 'postgres'));
  expect(foldersFor(folder).account?.uid).not.toBe(0);
});
