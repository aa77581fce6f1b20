import type { Socket } from 'node:net';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Tx } from './database.ts';

/** What is asked of a bulk read: the owner's own words, never anybody's input. */
export type CopyQuestion = {
  /** `pg_export_snapshot()` of an open transaction: the rows are those that it sees. */
  readonly snapshot: string;
  /** Settings for this question alone, by name. */
  readonly settings: Readonly<Record<string, string>>;
  /** A select of one bytea column that is never null. */
  readonly select: string;
};

/** The signature, flags and extension before the first row of PostgreSQL's binary COPY format. */
const HEADER = 19;
/** How many columns (2 bytes), how long the one column is (4 bytes). */
const BEFORE_VALUE = 6;
const COPIES = 'to stdout (format binary)';

/** Takes one row: its bytes lie in `rows` from `first` to before `end`, and are only lent. They begin with the number of columns. */
export type TakeRow = (rows: Buffer, first: number, end: number) => void;

type Wire = { query(text: string): void; readonly stream: Socket };

/** One COPY that hands over each row as it comes; the driver calls its methods. */
class CopyOut {
  readonly done: Promise<void>;
  private readonly text: string;
  private readonly take: TakeRow;
  private resolve: () => void = () => {};
  private reject: (fault: unknown) => void = () => {};
  private fault: unknown;
  private begun = false;

  constructor(text: string, take: TakeRow) {
    this.text = text;
    this.take = take;
    this.done = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  submit(connection: Wire): void {
    hearCopy(connection.stream, (buffer, first, end) => this.handleRow(buffer, first, end));
    connection.query(this.text);
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    if (this.fault === undefined) this.resolve();
    else this.reject(this.fault);
  }

  handleError(fault: unknown): void {
    this.fault ??= fault;
    this.reject(fault);
  }

  private handleRow(buffer: Buffer, first: number, end: number): void {
    if (this.fault !== undefined) return;
    const from = this.begun ? first : first + HEADER;
    this.begun = true;
    try {
      if (buffer.readInt16BE(from) >= 0) this.take(buffer, from, end);
    } catch (fault) {
      this.fault = fault;
    }
  }
}

const COPY_DATA = 0x64;
const READY = 0x5a;
const NOTHING = Buffer.alloc(0);

/**
 * Reads the rows of a COPY off the connection itself, which is several times quicker than a message object for each. What is
 * not a row goes on to the driver, which hears everything again once the server is ready for the next question.
 */
function hearCopy(stream: Socket, take: TakeRow): void {
  const driver = stream.listeners('data') as ((data: Buffer) => void)[];
  const pass = (data: Buffer): void => {
    for (const hear of driver) hear(data);
  };
  let rest: Buffer = NOTHING;
  const hear = (data: Buffer): void => {
    const buffer = rest.length === 0 ? data : Buffer.concat([rest, data]);
    let at = 0;
    while (buffer.length - at >= 5) {
      const end = at + 1 + buffer.readInt32BE(at + 1);
      if (end > buffer.length) break;
      if (buffer[at] === READY) {
        stream.off('data', hear);
        for (const each of driver) stream.on('data', each);
        pass(buffer.subarray(at));
        return;
      }
      if (buffer[at] === COPY_DATA) take(buffer, at + 5, end);
      else pass(buffer.subarray(at, end));
      at = end;
    }
    rest = buffer.subarray(at);
  };
  stream.removeAllListeners('data');
  stream.on('data', hear);
}

/** Who takes the rows, as the one value of the question. */
class Taker {
  readonly take: TakeRow;
  constructor(take: TakeRow) {
    this.take = take;
  }
}

/** Is this the question that `copyRows` asks? */
export const isCopyOut = (text: string, values: readonly unknown[]): values is readonly [Taker] =>
  values[0] instanceof Taker && text.endsWith(`${COPIES} $1`);

/** Asks it on a connection. */
export async function receiveCopy(client: pg.PoolClient, text: string, { take }: Taker): Promise<object> {
  const copying = new CopyOut(text.slice(0, -' $1'.length), take);
  client.query(copying as unknown as pg.Submittable);
  await copying.done;
  return { command: 'COPY', rowCount: 0, rows: [] };
}

/** Hands over each row of a select in the binary form of COPY, as the one sees it who asks. The select has no values of its own. */
export async function copyRows(tx: Tx, select: string, take: TakeRow): Promise<void> {
  await sql`${sql.raw(`copy (${select}) ${COPIES}`)} ${new Taker(take)}`.execute(tx);
}

/**
 * Hands over each row of a question as it arrives, a few times quicker than rows by the usual way. The bytes are only lent:
 * copy what is to be kept, they are overwritten after `take` returns.
 */
export async function copyOut(pool: pg.Pool, question: CopyQuestion, take: (value: Buffer) => void): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(`set transaction snapshot ${client.escapeLiteral(question.snapshot)}`);
    for (const [name, value] of Object.entries(question.settings))
      await client.query('select set_config($1, $2, true)', [name, value]);
    const copying = new CopyOut(`copy (${question.select}) ${COPIES}`, (rows, first, end) =>
      take(rows.subarray(first + BEFORE_VALUE, end)),
    );
    client.query(copying as unknown as pg.Submittable);
    await copying.done;
    await client.query('commit');
    client.release();
  } catch (fault) {
    client.release(true);
    throw fault;
  }
}
