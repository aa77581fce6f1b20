import '../../platform/node-20.ts';
import { endWithNpm } from '../end-with-npm.ts';
import type { Place } from '../place.ts';
import { runCommandLine } from './cli.ts';

const INTERRUPTED = 130;

/** The process behind `npx sightline`: runs what was typed, and leaves the database properly when it is interrupted. */
const interruption = new AbortController();
let place: Place | undefined;

const interrupt = (): void => {
  if (interruption.signal.aborted) process.exit(INTERRUPTED); // asked twice
  interruption.abort();
  void Promise.resolve(place?.close()).finally(() => process.exit(INTERRUPTED));
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
endWithNpm(interrupt);
process.stdout.on('error', () => {}); // a reader like `head` may leave early

process.exitCode = await runCommandLine(process.argv.slice(2), {
  env: process.env,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  signal: interruption.signal,
  onPlace: (opened) => {
    place = opened;
  },
});
