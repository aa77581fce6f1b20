import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Id } from '../../src/kernel/id.ts';
import { instantOf } from '../../src/kernel/instant.ts';
import { type Database, openDatabase } from '../../src/platform/database/database.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { appUrlOf } from '../../src/platform/database/roles.ts';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.ts';
import type { Act } from '../../src/record/entry.ts';
import { append } from '../../src/record/store/append.ts';
import { saveDraft } from '../../src/record/store/drafts.ts';
import { actOf, contextOf, newId } from '../../src/record/store/invented-entries.fixture.ts';
import { type Verification, verify } from '../../src/record/store/verify.ts';
import {
  factOn,
  inventedSightRegistry,
  inventedSpeakers,
  saying,
} from '../../src/sight/store/invented-sight.fixture.ts';
import { sightProjection } from '../../src/sight/store/sight-projection.ts';
import { readStatute } from '../../src/statute/read-statute.ts';
import { dice } from '../soak/settled-soak.ts';

/** A PostgreSQL of this test alone, on the disk as in earnest, which may be killed. */
export type Victim = {
  readonly db: Database;
  /** `kill -9` of the server and all its processes, or of one that serves a writer. */
  kill(what: 'server' | 'one connection'): Promise<void>;
  stop(): Promise<void>;
};

export async function victim(): Promise<Victim> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sightline crash '));
  const embedded = await startEmbeddedPostgres({ dataFolder: folder });
  const ownerUrl = embedded.url();
  await migrate(ownerUrl, { appPassword: 'only-in-tests' });
  const db = openDatabase({ app: appUrlOf(ownerUrl, 'only-in-tests'), owner: ownerUrl }, { max: 8 });
  return {
    db,
    kill: async (what) => {
      const { rows } = await db.owner((tx) =>
        sql<{ server: number; connection: number }>`
          select (select pid from pg_stat_activity where usename = 'sightline_app' limit 1) as connection,
            split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as server`.execute(tx),
      );
      const { server, connection } = rows[0] ?? { server: 0, connection: 0 };
      const doomed = what === 'server' ? [server, ...childrenOf(server)] : [connection];
      for (const pid of doomed.filter((each) => each > 1)) kill9(pid);
    },
    stop: async () => {
      await db.close();
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const childrenOf = (parent: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => parentOf(pid) === parent)
    .map(Number);

function parentOf(pid: string): number | undefined {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) \S+ /, '')
        .split(' ')[0],
    );
  } catch {
    return undefined;
  }
}

function kill9(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {} // it is gone already
}

const law = readStatute();
const projections = [sightProjection({ entries: inventedSpeakers, law })];
const writer = { person: 'a-writer', purpose: 'command' } as const;

type Command = { readonly id: Id; readonly act: Act; readonly form: Id };
export type Written = { readonly acknowledged: Command[]; readonly inDoubt: Command[] };

/** Writers append until they are stopped or the server is gone. Each act is of two books, with facts, clocks and a draft. */
export async function writeUntilKilled(victim: Victim, books: readonly Id[], seed: number): Promise<Written> {
  const written: Written = { acknowledged: [], inDoubt: [] };
  let alive = true;
  const writers = Array.from({ length: 6 }, async (_, n) => {
    const roll = dice(seed * 100 + n);
    while (alive) {
      const command = commandOf(roll, books);
      try {
        await saveDraft(victim.db, writer, {
          form: command.form,
          about: command.form,
          book: null,
          words: 'x',
          savedAt: NOW,
        });
        await run(victim.db, command);
        written.acknowledged.push(command);
      } catch {
        written.inDoubt.push(command);
        alive = false;
      }
    }
  });
  await wait(300 + dice(seed)(700));
  await victim.kill(seed % 3 === 2 ? 'one connection' : 'server');
  await Promise.all(writers);
  return written;
}

const NOW = instantOf(Date.parse('2026-03-31T12:00:00.000Z'));

function commandOf(roll: (under: number) => number, books: readonly Id[]): Command {
  const first = roll(books.length);
  const [one, two] = [books[first], books[(first + 1) % books.length]] as [Id, Id];
  const said = [one, one, two].map((book) =>
    saying(book, { facts: [factOn('referral.received', '2026-03-02', newId())] }),
  );
  return { id: newId(), act: actOf(said), form: newId() };
}

const run = (db: Database, { id, act, form }: Command) =>
  append(
    db,
    contextOf({
      identity: writer,
      registry: inventedSightRegistry,
      projections,
      commandId: id,
      submits: { form, about: form },
    }),
    [act],
  );

/** Waits until the server answers again. */
export async function recovered(db: Database): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await db.owner((tx) => sql`select 1`.execute(tx));
      return;
    } catch (fault) {
      if (tries > 600) throw fault;
      await wait(50);
    }
  }
}

export type Aftermath = { readonly lost: Id[]; readonly halves: Id[]; readonly verified: Verification };

/** What was lost of that which was acknowledged, and which acts are there by half: entries, facts, or a draft that outlived its entries. */
export async function lookAfter(db: Database, { acknowledged, inDoubt }: Written): Promise<Aftermath> {
  const all = [...acknowledged, ...inDoubt];
  const { rows } = await db.owner((tx) =>
    sql<{ command: Id; entries: number; words: number; facts: number; drafts: number; done: boolean }>`
      select asked.command, (select count(*) from record.entry e where e.act = asked.act) as entries,
        (select count(*) from record.entry e join record.entry_data using (book, seq) where e.act = asked.act) as words,
        (select count(*) from record.entry e join sight.fact f on f.entry = e.id where e.act = asked.act) as facts,
        (select count(*) from record.draft d where d.form = asked.form) as drafts,
        exists(select from record.command c where c.id = asked.command) as done
      from unnest(${all.map(({ id }) => id)}::uuid[], ${all.map(({ act }) => act.id)}::uuid[],
        ${all.map(({ form }) => form)}::text[]) as asked (command, act, form)`.execute(tx),
  );
  const whole = new Set(rows.filter((row) => row.done && row.entries === 3).map(({ command }) => command));
  const halves = rows.filter(({ entries, words, facts, drafts, done }) =>
    done ? entries !== 3 || words !== 3 || facts !== 3 || drafts !== 0 : entries + words + facts > 0,
  );
  return {
    lost: acknowledged.filter(({ id }) => !whole.has(id)).map(({ id }) => id),
    halves: halves.map(({ command }) => command),
    verified: await verify(db),
  };
}

/** Everybody whose answer never came asks again, with the same command. */
export async function askAgain(db: Database, { inDoubt }: Written): Promise<void> {
  for (const command of inDoubt) await run(db, command);
}
