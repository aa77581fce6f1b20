import { expect, test } from 'vitest';
import { id } from './id.ts';

test('an id is a UUID in lower case, and nothing else', () => {
  expect(id('0b6a4f5e-1c2d-4e3f-8a9b-0c1d2e3f4a5b')).toBe('0b6a4f5e-1c2d-4e3f-8a9b-0c1d2e3f4a5b');
  for (const text of [
    '',
    '0B6A4F5E-1C2D-4E3F-8A9B-0C1D2E3F4A5B',
    '0b6a4f5e1c2d4e3f8a9b0c1d2e3f4a5b',
    ' 0b6a4f5e-1c2d-4e3f-8a9b-0c1d2e3f4a5b',
  ])
    expect(id(text)).toBeUndefined();
});
