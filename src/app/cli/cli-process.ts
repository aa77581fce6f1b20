import { endWithNpm } from '../end-with-npm.ts';
import type { Place } from '../place.ts';
import { runCommandLine } from './cli.ts';

const INTERRUPTED = 130;

/** The process behind `npx sightline`: runs what was typed, and leaves the database properly when it is interrupted. */
const interruption = new AbortController();
let place: Place | undefined;

/** One Ctrl-C arrives twice, from the terminal and from npx; whoever asks again much later does not want to wait. */
const IMPATIENT = 10_000;
/** How long a command may take to end by itself, at a place from which it can go on. */
const PATIENCE = 5_000;
let askedAt: number | undefined;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const interrupt = (): void => {
  if (askedAt !== undefined) {
    if (performance.now() - askedAt > IMPATIENT) process.exit(INTERRUPTED);
    return;
  }
  askedAt = performance.now();
  interruption.abort();
  void Promise.race([finished, pause(PATIENCE)])
    .then(() => place?.close())
    .finally(() => process.exit(INTERRUPTED));
};
const finished = runCommandLine(process.argv.slice(2), {
  env: process.env,
  out: (text) => new Promise((resolve) => process.stdout.write(text, (fault) => resolve(!fault))),
  err: (text) => process.stderr.write(text),
  signal: interruption.signal,
  onPlace: (opened) => {
    place = opened;
  },
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
endWithNpm(interrupt);
process.stdout.on('error', () => {}); // a reader like `head` may leave early

process.exitCode = await finished;
