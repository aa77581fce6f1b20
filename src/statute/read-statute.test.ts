import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { installedFolder, readStatute } from './read-statute.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function copyOfStatute(): string {
  const folder = mkdtempSync(join(tmpdir(), 'statute-'));
  folders.push(folder);
  cpSync(installedFolder(), folder, { recursive: true });
  return folder;
}

describe('reading the folder', () => {
  test('the statute that ships has every duty of the front door and of protection', () => {
    const statute = readStatute();
    expect(statute.version).toMatch(/^[0-9a-f]{64}$/);
    const early = ['front-door', 'assessment', 'protection', 'child-in-need', 'allocation'];
    expect([...statute.areas.values()].filter((area) => early.includes(area))).toHaveLength(37);
    expect([...statute.calendars.keys()]).toEqual(['england-and-wales']);
    expect(readStatute().version).toBe(statute.version);
  });

  test('a changed word makes another version; a worked case does not', () => {
    const folder = copyOfStatute();
    const { version } = readStatute(folder);
    writeFileSync(join(folder, 'worked-cases', 'one-more.yaml'), '- not even a case\n');
    expect(readStatute(folder).version).toBe(version);
    writeFileSync(join(folder, 'sources.yaml'), 'S99: Another\n', { flag: 'a' });
    expect(readStatute(folder).version).not.toBe(version);
  });

  test('faults in two files are thrown as one error that names both', () => {
    const folder = copyOfStatute();
    writeFileSync(join(folder, 'duties', 'protection', 'icpc-15wd.yaml'), 'id: icpc-15wd\n');
    writeFileSync(join(folder, 'calendars', 'moon.yaml'), '{{{');
    try {
      readStatute(folder);
      expect.fail('it was read');
    } catch (error) {
      if (!(error instanceof AggregateError)) throw error;
      expect(error.message).toContain('calendars/moon.yaml: is not YAML');
      expect(error.message).toContain('duties/protection/icpc-15wd.yaml');
      expect(error.errors.length).toBeGreaterThan(1);
    }
  });
});
