import pg from 'pg';
import type { Statement } from './listened-statements.ts';

/** A plain connection that asks what a page asked, and nothing else. */
export type BareSql = {
  /** Asks the statements one after another in one transaction that is rolled back. Answers milliseconds. */
  replay(statements: readonly Statement[]): Promise<number>;
  /** How many rows PostgreSQL touched for each of the statements, wherever they were dropped. */
  rowsRead(statements: readonly Statement[]): Promise<number[]>;
  close(): Promise<void>;
};

/** Opens it as the application's role: row-level security costs a page what it costs here. */
export async function openBareSql(appUrl: string): Promise<BareSql> {
  const client = new pg.Client({ connectionString: appUrl, options: '-c timezone=UTC' });
  await client.connect();
  const names = new Map<string, string>();
  const nameOf = (text: string): string => {
    const name = names.get(text) ?? `bare${names.size}`;
    names.set(text, name);
    return name;
  };
  const inTransaction = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    await client.query('begin');
    try {
      return await work();
    } finally {
      await client.query('rollback');
    }
  };
  return {
    replay: async (statements) => {
      const start = performance.now();
      await inTransaction(async () => {
        for (const { text, values } of statements)
          await client.query(values.length === 0 ? { text } : { name: nameOf(text), text, values: [...values] });
      });
      return performance.now() - start;
    },
    rowsRead: (statements) =>
      inTransaction(async () => {
        const read: number[] = [];
        for (const { text, values } of statements) read.push(await rowsOf(client, text, values));
        return read;
      }),
    close: () => client.end(),
  };
}

async function rowsOf(client: pg.Client, text: string, values: readonly unknown[]): Promise<number> {
  if (/set_config/.test(text)) await client.query(text, [...values]); // who asks: what follows sees nothing without it
  const { rows } = await client.query(`explain (analyze, format json) ${text}`, [...values]);
  const plans = rows as { readonly 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }[];
  return rowsTouched(plans[0]?.['QUERY PLAN'][0]?.Plan);
}

type PlanNode = {
  readonly 'Node Type': string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly PlanNode[];
} & Readonly<Record<string, unknown>>;

/** Rows that scans of tables and indexes gave or dropped. */
function rowsTouched(node: PlanNode | undefined): number {
  if (node === undefined) return 0;
  const dropped = ['Rows Removed by Filter', 'Rows Removed by Index Recheck', 'Rows Removed by Join Filter'];
  const own = node['Relation Name'] === undefined && !/Index Scan/.test(node['Node Type']) ? 0 : node['Actual Rows'];
  const lost = dropped.reduce((sum, name) => sum + Number(node[name] ?? 0), 0);
  const below = (node.Plans ?? []).reduce((sum, each) => sum + rowsTouched(each), 0);
  return Math.round((own + lost) * node['Actual Loops']) + below;
}
