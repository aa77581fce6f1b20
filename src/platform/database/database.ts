import { Kysely, PostgresDialect, type PostgresPool, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { Id } from '../../kernel/id.ts';
import { type CopyQuestion, copyOut } from './copy-out.ts';
import { housePool } from './house-pool.ts';

/** On whose behalf the database is asked, and as part of what. Row-level security shows nothing to nobody. */
export type Identity = {
  /** The id of a person, or the name of a job or import. Never empty. */
  readonly person: string;
  readonly purpose: 'request' | 'command' | 'job' | 'import';
  /** The child whom the gate has opened for this question, by every book, and by which relation. */
  readonly opened?: { readonly books: readonly Id[]; readonly relation: string };
};

/**
 * An open transaction. Ask it in SQL: ``sql<Row>`…`.execute(tx)``. A `date` comes back as `2026-03-31`, a `timestamptz` as
 * an Instant with milliseconds, `bytea` as a Buffer and `int8` as a number.
 */
export type Tx = Transaction<object>;

export type Database = {
  /** One transaction as the application's role, for somebody. Commits when `work` ends, rolls back when it throws. */
  as<T>(who: Identity, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** One transaction as the owner of everything: migrations, verify, seal and rebuild only. */
  owner<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Reads rows in bulk as the owner: see `copy-out.ts`. For verify only. */
  copyOut(question: CopyQuestion, take: (value: Buffer) => void): Promise<void>;
  close(): Promise<void>;
};

export type DatabaseOptions = {
  /** Connections of the application's role; 10 unless told. */
  readonly max?: number;
  /** Told when an idle connection is lost, as when the server restarts. The pool makes a new one by itself. */
  readonly onLostConnection?: (fault: Error) => void;
  /** Whether connections remember questions, as they do unless told. Off behind a pooler that shares them within a session. */
  readonly prepare?: boolean;
};

/** Opens both pools. No connection is made until the first question. */
export function openDatabase(
  urls: { readonly app: string; readonly owner: string },
  { max = 10, onLostConnection = () => {}, prepare = true }: DatabaseOptions = {},
): Database {
  const asked = poolOf(urls.app, max, onLostConnection);
  const application = kyselyOf(housePool(asked, prepare));
  const owned = poolOf(urls.owner, 2, onLostConnection);
  const owner = kyselyOf(housePool(owned, false));
  return {
    as: (who, work) => {
      if (who.person === '') throw new Error('A question to the database must name who asks.');
      return application.connection().execute((connection) => asSomebody(connection as unknown as Tx, who, work));
    },
    owner: (work) => owner.transaction().execute(work),
    copyOut: (question, take) => copyOut(owned, question, take),
    close: async () => {
      await Promise.all([application.destroy(), owner.destroy()]);
    },
  };
}

/** What is asked of one opened record goes by key to a few rows, so its questions are planned once a connection. */
const ONE_CHILD = `, set_config('plan_cache_mode', 'force_generic_plan', true)`;

/** A transaction that begins by saying who asks: one message, because a page opens several. */
async function asSomebody<T>(tx: Tx, who: Identity, work: (tx: Tx) => Promise<T>): Promise<T> {
  const [person, purpose] = [pg.escapeLiteral(who.person), pg.escapeLiteral(who.purpose)];
  const opened = pg.escapeLiteral(who.opened ? `{${who.opened.books.join(',')}}` : '');
  const relation = pg.escapeLiteral(who.opened?.relation ?? '');
  const begin = `begin; select set_config('sightline.person', ${person}, true), set_config('sightline.purpose', ${purpose}, true),
    set_config('sightline.opened', ${opened}, true), set_config('sightline.relation', ${relation}, true)${who.opened ? ONE_CHILD : ''}`;
  try {
    await sql.raw(begin).execute(tx);
    const answer = await work(tx);
    await sql.raw('commit').execute(tx);
    return answer;
  } catch (fault) {
    await sql.raw('rollback').execute(tx);
    throw fault;
  }
}

const kyselyOf = (pool: PostgresPool): Kysely<object> => new Kysely<object>({ dialect: new PostgresDialect({ pool }) });

function poolOf(url: string, max: number, onLostConnection: (fault: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types: typesOfSightline,
    application_name: 'sightline',
    options: `${optionsIn(url)} -c timezone=UTC`.trim(),
  });
  pool.on('error', onLostConnection); // without a listener a restart of the server would end our process
  pool.on('connect', (client) => client.on('error', onLostConnection)); // the same while a transaction holds it, between two questions
  return pool;
}

/** `options` in the address would silently replace ours: put them together. */
const optionsIn = (url: string): string => new URL(url).searchParams.get('options') ?? '';

const OID = { int8: 20, date: 1082, timestamptz: 1184 } as const;

/** How values come back. Sessions run in UTC, so a timestamptz ends in `+00`. */
export const typesOfSightline = new pg.TypeOverrides();
typesOfSightline.setTypeParser(OID.date, (text) => text);
typesOfSightline.setTypeParser(OID.timestamptz, instantOfText);
typesOfSightline.setTypeParser(OID.int8, safeNumber);

function instantOfText(text: string): string {
  const parts = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/.exec(text);
  return parts ? `${parts[1]}T${parts[2]}.${(parts[3] ?? '').padEnd(3, '0').slice(0, 3)}Z` : text; // 'infinity' stays
}

function safeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new Error('A whole number of the database is too large for JavaScript.');
  return number;
}
