import pg from 'pg';

/** One question as it went over the wire: with its parameters, and how long it took, in milliseconds. */
export type Statement = { readonly text: string; readonly values: readonly unknown[]; readonly milliseconds: number };

/** Beginnings and ends of transactions: they are no questions. */
const AROUND = /^\s*(begin|start transaction|commit|rollback)/i;

/** Beginning by saying who asks: what is said must be said again when the questions are replayed. */
const BEGIN_WITH = /^begin;\s*/;

/** Does some work and keeps every question that any connection of this process asks meanwhile, in the order of the answers. */
export async function listenedStatements(work: () => Promise<unknown>): Promise<Statement[]> {
  const heard: Statement[] = [];
  const asking = pg.Client.prototype as unknown as { query: (this: pg.Client, ...asked: unknown[]) => unknown };
  const before = asking.query;
  asking.query = function (...asked) {
    const start = performance.now();
    const answer = before.apply(this, asked);
    const [first, second] = asked as [{ text?: string; values?: unknown[] } | string, unknown[] | undefined];
    const text = (typeof first === 'string' ? first : first.text)?.replace(BEGIN_WITH, '');
    if (text === undefined || AROUND.test(text) || !(answer instanceof Promise)) return answer;
    const values = typeof first === 'string' ? (second ?? []) : (first.values ?? []);
    const keep = (): void => void heard.push({ text, values, milliseconds: performance.now() - start });
    answer.then(keep, keep);
    return answer;
  };
  try {
    await work();
  } finally {
    asking.query = before;
  }
  return heard;
}
