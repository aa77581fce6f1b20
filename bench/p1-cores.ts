import os from 'node:os';
import { Worker } from 'node:worker_threads';
import { fastestOf } from './bench.ts';
import type { Share, ShareFound } from './p1-worker.ts';

export type OnAllCores = {
  readonly milliseconds: number;
  readonly cores: number;
  readonly clocks: number;
  readonly check: number;
};

/** The same function on every core that DuckDB uses too, each with its share of the children. */
export async function judgeOnAllCores(question: Omit<Share, 'from' | 'until'>): Promise<OnAllCores> {
  const cores = os.availableParallelism();
  const share = Math.ceil(question.columns.children / cores);
  const workers = Array.from({ length: cores }, (_, core) => {
    const until = Math.min((core + 1) * share, question.columns.children);
    const workerData: Share = { ...question, from: core * share, until };
    return new Worker(new URL('./p1-worker.js', import.meta.url), { workerData });
  });
  try {
    const all = (ask: 'judge' | 'check') => Promise.all(workers.map((worker) => answerOf(worker, ask)));
    await all('judge');
    const milliseconds = await fastestOf(15, () => all('judge'));
    const found = await all('check');
    const sum = (field: keyof ShareFound): number => found.reduce((total, each) => total + each[field], 0);
    return { milliseconds, cores, clocks: sum('clocks'), check: sum('check') };
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function answerOf(worker: Worker, ask: 'judge' | 'check'): Promise<ShareFound> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (found: ShareFound) => {
      worker.removeListener('error', reject);
      resolve(found);
    });
    worker.postMessage(ask);
  });
}
