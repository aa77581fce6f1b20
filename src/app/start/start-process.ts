import { logTo } from '../../platform/log/log.ts';
import { endWithNpm } from '../end-with-npm.ts';
import { lastResort } from './last-resort.ts';
import { type Running, start } from './start.ts';
import { readStartOptions, START_USAGE } from './start-options.ts';

/** The process behind `npm start`. Ctrl-C, or being asked to end, leaves nothing running. */
let running: Running | undefined;
let askedAt: number | undefined;
const ended = new AbortController();

/** One Ctrl-C arrives twice, from the terminal and from npm; whoever asks again much later does not want to wait. */
const IMPATIENT = 10_000;

const end = (code: number): void => {
  if (askedAt !== undefined) {
    if (performance.now() - askedAt > IMPATIENT) process.exit(code);
    return;
  }
  askedAt = performance.now();
  ended.abort();
  void starting
    .then(() => running?.stop())
    .catch(() => {})
    .finally(() => process.exit(code));
};

async function main(): Promise<void> {
  const options = readStartOptions(process.argv.slice(2));
  if (!options.ok) return refuse(options.refusal, 2);
  if (options.value.help) return console.log(START_USAGE);
  const onLost = (fault: Error): void => {
    console.error(`The database was lost and did not come back: ${fault.message}`);
    end(1);
  };
  const started = await start(options.value, process.env, onLost, ended.signal, console.log);
  if (!started.ok) return refuse(started.refusal, 1);
  running = started.value;
  lastResort(process, logTo(process.stderr), end);
  if (askedAt === undefined) console.log(running.says.join('\n'));
}

function refuse(sentence: string, code: number): void {
  console.error(sentence);
  process.exitCode = code;
}

const starting = main().catch((fault: unknown) => {
  if (ended.signal.aborted) return; // it was told to leave what it was doing
  if (process.env.SIGHTLINE_DEBUG) console.error(fault);
  refuse(fault instanceof Error ? fault.message : 'Sightline did not start.', 1);
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0));
endWithNpm(() => end(0));
