import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../fresh-database.ts';
import { OPEN_TABLES, tablesOfOurs } from './findings.ts';

type Table = Awaited<ReturnType<typeof tablesOfOurs>>[number];

let fresh: FreshDatabase;
let tables: readonly Table[];
const clients: pg.Client[] = [];

/** A database with a row in every table, whatever it demands of rows: rules are taken off first. */
beforeAll(async () => {
  fresh = await freshDatabase();
  tables = await fresh.db.owner(tablesOfOurs);
  await fresh.db.owner(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await sql.raw(WITHOUT_CHECKS).execute(tx);
    for (const table of tables) await sql.raw(`${insertInto(table)} on conflict do nothing`).execute(tx);
  });
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()));
  await fresh.drop();
});

const WITHOUT_CHECKS = `do $$ declare each record; begin
  for each in select conrelid::regclass as place, conname from pg_constraint c join pg_namespace n on n.oid = c.connamespace
    where contype = 'c' and coninhcount = 0 and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker') loop
    execute format('alter table %s drop constraint %I', each.place, each.conname);
  end loop; end $$`;

const VALUES: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: `'words'`,
  boolean: 'true',
  xid8: `'1'`,
  bytea: `'\\x00'`,
  jsonb: `'{}'`,
  date: 'current_date',
  'timestamp with time zone': 'now()',
};

const insertInto = ({ name, columns }: Table): string =>
  `insert into ${name} (${columns.map((column) => `"${column.name}"`).join(', ')})
   values (${columns.map(({ type }) => VALUES[type] ?? (type.endsWith('[]') ? `'{}'` : '1')).join(', ')})`;

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  clients.push(client);
  return client;
}

const DENIED = '42501';
/** How many rows a statement met, or its SQLSTATE. */
const met = (client: pg.Client, statement: string): Promise<number | string> =>
  client.query(statement).then(
    ({ rowCount, rows }) =>
      (rows[0] as { n?: string } | undefined)?.n === undefined ? (rowCount ?? 0) : Number(rows[0].n),
    (fault: pg.DatabaseError) => fault.code ?? 'fault',
  );

test.each(['', "set sightline.person = ''", `set sightline.purpose = 'job'`])(
  'without an identity no table answers a row and none takes one: %s',
  async (before) => {
    const client = await connect(fresh.appUrl);
    if (before) await client.query(before);
    let denied = 0;
    for (const table of tables) {
      if (OPEN_TABLES.has(table.name)) continue;
      const read = await met(client, `select count(*) as n from ${table.name}`);
      expect([table.name, read === 0 || read === DENIED]).toEqual([table.name, true]);
      expect([table.name, await met(client, insertInto(table))]).toEqual([table.name, DENIED]);
      for (const write of [
        `delete from ${table.name}`,
        `update ${table.name} set "${table.columns[0]?.name}" = "${table.columns[0]?.name}"`,
      ]) {
        const wrote = await met(client, write);
        if (wrote === DENIED) denied += 1;
        expect([table.name, wrote === 0 || wrote === DENIED]).toEqual([table.name, true]);
      }
    }
    expect(denied).toBeGreaterThan(20);
  },
);

test('with an identity the rows are there: it was the identity that was missing', async () => {
  const client = await connect(fresh.appUrl);
  await client.query(`set sightline.person = 'house'; set sightline.purpose = 'job'`);
  const empty: string[] = [];
  for (const { name } of tables) if ((await met(client, `select count(*) as n from ${name}`)) === 0) empty.push(name);
  // Typed words are their author's alone, and what lets somebody in is the doorkeeper's.
  expect(empty.filter((name) => !/^record\.draft$|^access\./.test(name))).toEqual([]);
});

test('the backup reads every row of every table, and writes, empties, drops and makes nothing', async () => {
  const client = await connect(fresh.backupUrl);
  for (const table of tables) {
    const { name, columns } = table;
    const whole = await fresh.db.owner((tx) =>
      sql<{ n: number }>`select count(*) as n from ${sql.table(name.replaceAll('"', ''))}`.execute(tx),
    );
    expect(whole.rows[0]?.n).toBeGreaterThan(0);
    expect([name, await met(client, `select count(*) as n from ${name}`)]).toEqual([name, whole.rows[0]?.n]);
    for (const write of [
      insertInto(table),
      `update ${name} set "${columns[0]?.name}" = "${columns[0]?.name}"`,
      `delete from ${name}`,
      `truncate ${name}`,
      `drop table ${name}`,
      `alter table ${name} disable row level security`,
    ])
      expect([write, await met(client, write)]).toEqual([write, DENIED]);
  }
  for (const statement of [
    'create table public.mine (n int)',
    'create schema mine',
    'create role mine',
    `select app.add_job('x', '{}')`,
    'drop schema record cascade',
    'set role sightline_app',
  ])
    expect([statement, await met(client, statement)]).toEqual([statement, DENIED]);
});
