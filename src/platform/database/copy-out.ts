import type pg from 'pg';

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

type Message = { readonly chunk: Buffer };
type Wire = { query(text: string): void };

/** One COPY that hands over each row as it comes; the driver calls its methods. */
class CopyOut {
  readonly done: Promise<void>;
  private readonly text: string;
  private readonly take: (value: Buffer) => void;
  private resolve: () => void = () => {};
  private reject: (fault: unknown) => void = () => {};
  private fault: unknown;
  private begun = false;

  constructor(text: string, take: (value: Buffer) => void) {
    this.text = text;
    this.take = take;
    this.done = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  submit(connection: Wire): void {
    connection.query(this.text);
  }

  handleCopyData({ chunk }: Message): void {
    if (this.fault !== undefined) return;
    const row = this.begun ? chunk : chunk.subarray(HEADER);
    this.begun = true;
    try {
      if (row.readInt16BE(0) === 1) this.take(row.subarray(BEFORE_VALUE));
    } catch (fault) {
      this.fault = fault;
    }
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
    const copying = new CopyOut(`copy (${question.select}) to stdout (format binary)`, take);
    client.query(copying as unknown as pg.Submittable);
    await copying.done;
    await client.query('commit');
    client.release();
  } catch (fault) {
    client.release(true);
    throw fault;
  }
}
