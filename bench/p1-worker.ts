import { parentPort, workerData } from 'node:worker_threads';
import type { Instant } from '../src/kernel/instant.ts';
import type { LocalDate } from '../src/kernel/local-date.ts';
import type { Columns } from '../src/sight/columns.ts';
import { compileStatute } from '../src/sight/compile.ts';
import { judge, judged } from '../src/sight/judge.ts';
import { checkOf } from './p1-check.ts';
import { statute, THREE } from './p1-duties.ts';

/** One core's share of the children: judges them each time that it is asked to, and says what it found. */

export type Share = {
  readonly columns: Columns;
  readonly from: number;
  readonly until: number;
  readonly on: LocalDate;
  readonly known: Instant;
};
export type ShareFound = { readonly clocks: number; readonly check: number };

const { columns, from, until, on, known } = workerData as Share;
const compiled = compileStatute({ ...statute, duties: THREE }, []);
const answers = judged((until - from) * 16);

parentPort?.on('message', (ask: 'judge' | 'check') => {
  if (ask === 'judge') judge(compiled, columns, on, known, answers, from, until);
  const found: ShareFound =
    ask === 'judge' ? { clocks: answers.size, check: 0 } : { clocks: answers.size, check: checkOf(answers) };
  parentPort?.postMessage(found);
});
