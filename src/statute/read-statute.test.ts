import { expect, test } from 'vitest';
import { readStatute } from './read-statute.ts';

test('the statute that ships can be read, and says which law it is', () => {
  const statute = readStatute();
  expect(statute.version).toMatch(/^[0-9a-f]{64}$/);
  expect(statute.duties.length).toBeGreaterThan(0);
  expect([...statute.calendars.keys()]).toEqual(['england-and-wales']);
});
