import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';
import { isCopyIn, sendCopy } from './copy-in.ts';
import { isCopyOut, receiveCopy } from './copy-out.ts';

/** Texts are written in the program, so they are few; more would be a fault that must not fill the server's memory. */
const MOST_NAMES = 2_000;
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_NAMES) return known;
  const name = `q${names.size}`;
  names.set(text, name);
  return name;
}

/**
 * A pool whose connections copy rows in bulk (see `copy-in.ts`) and, with `prepare`, remember the questions that they were
 * asked: PostgreSQL then reads and plans each text once a connection, which is most of the cost of a small question.
 */
export function housePool(pool: pg.Pool, prepare: boolean): PostgresPool {
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect();
      const known = clients.get(client) ?? asking(client, prepare);
      clients.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}

function asking(client: pg.PoolClient, prepare: boolean): PostgresPoolClient {
  const query = (text: string, values: readonly unknown[]): Promise<unknown> => {
    if (isCopyOut(text, values)) return receiveCopy(client, text, values[0]);
    if (isCopyIn(text, values)) return sendCopy(client, text, values[0]);
    const name = prepare && values.length > 0 ? nameOf(text) : undefined;
    return client.query(name === undefined ? { text, values: [...values] } : { name, text, values: [...values] });
  };
  return {
    query: query as <Row>(text: string, values: readonly unknown[]) => Promise<PostgresQueryResult<Row>>,
    release: (destroy) => client.release(destroy),
  } as PostgresPoolClient;
}
