import { BinaryRows } from '../../platform/database/binary-rows.ts';
import { copyIn } from '../../platform/database/copy-in.ts';
import type { Tx } from '../../platform/database/database.ts';
import { HASHED_COLUMNS } from '../entry-bytes.ts';
import type { Row } from './write-entries.ts';

const COLUMNS = [...HASHED_COLUMNS, 'hash'];
/** Before the first field of a hashed envelope stands their count; before each field, its type. */
const COUNT = 4;
const TYPE = 4;

/** Copies many entries and their words in. The envelope's bytes are PostgreSQL's own: they are sent as they were hashed. */
export async function copyEntries(tx: Tx, rows: readonly Row[]): Promise<void> {
  const entries = new BinaryRows();
  const words = new BinaryRows();
  for (const { bytes, book, seq, salt, canonical, hash } of rows) {
    addEnvelope(entries.row(COLUMNS.length), bytes);
    entries.bytes(hash);
    words.row(4).uuid(book).int4(seq).bytes(salt).text(canonical);
  }
  await copyIn(tx, 'record.entry', COLUMNS, entries);
  await copyIn(tx, 'record.entry_data', ['book', 'seq', 'salt', 'canonical'], words);
}

function addEnvelope(entries: BinaryRows, bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = COUNT; at < bytes.length; ) {
    const length = Math.max(0, view.getInt32(at + TYPE));
    const end = at + TYPE + 4 + length;
    entries.field(bytes, at + TYPE, end);
    at = end;
  }
}
