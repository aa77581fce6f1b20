import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { start } from './start.ts';

test('a real record that would be served in the clear is not even made', async () => {
  const folder = path.join(os.tmpdir(), `sightline-never-made-${process.pid}`);
  const env = {
    DATA_DIR: folder,
    SIGHTLINE_LISTEN: '0.0.0.0',
    SIGHTLINE_PUBLIC_URL: 'http://sightline.example.gov.uk',
  };
  const options = { council: 'Test', admin: 'ada@x.example', help: false };
  const started = await start(
    options,
    env,
    () => {},
    new AbortController().signal,
    () => {},
  );
  expect(started.ok ? '' : started.refusal.split('\n')).toEqual([
    expect.stringMatching(/^A real record is served over TLS alone/),
    expect.stringMatching(/SIGHTLINE_TRUST_PROXY/),
  ]);
  expect(existsSync(folder)).toBe(false);
});
