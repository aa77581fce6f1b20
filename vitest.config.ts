import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './test/slowest-first.ts';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['{src,county,bench,test}/**/*.test.{ts,tsx}'],
    exclude: ['**/*.long.test.{ts,tsx}'],
    globalSetup: ['test/global-setup.ts'],
    reporters: ['default', './test/plain-summary.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    maxWorkers: 2,
    // Files share what a worker has loaded: loading the program anew for each took more than a third of the processor's
    // time. What our modules keep between calls is true of every file (a list, a registry) or kept by database.
    isolate: false,
    sequence: { sequencer: SlowestFirst },
  },
});
