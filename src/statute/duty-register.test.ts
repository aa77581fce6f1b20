import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countWords, dutyRegister } from './duty-register.ts';
import { installedFolder, readStatute } from './read-statute.ts';

const statute = readStatute();

test('the register in docs/ is what the files of today say (run node scripts/duty-register.mjs after a build)', () => {
  expect(readFileSync(join(installedFolder(), '..', 'docs', 'duty-register.md'), 'utf8')).toBe(dutyRegister(statute));
});

test('the register has every duty, every citation and every source', () => {
  const register = dutyRegister(statute);
  for (const duty of statute.duties) {
    expect(register).toContain(`\`${duty.id}\``);
    for (const value of Object.values(duty.values)) if (value) expect(register).toContain(value.citation);
  }
  for (const key of statute.sources.keys()) expect(register).toContain(`**${key}**`);
});

test('a limit in words', () => {
  expect(countWords(1, 'working-days+')).toBe('1 working day after');
  expect(countWords(26, 'weeks=')).toBe('26 weeks, counting the day itself');
  expect(countWords(48, 'hours')).toBe('48 hours by the clock');
});
