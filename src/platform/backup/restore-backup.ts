import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Keyring } from '../keys/keyring.ts';
import { type BackupManifest, backupManifest, backupShape, type KeptTable, keptTable } from './backup-shape.ts';
import { BrokenBackup, type Frame, framesOf } from './sealed-frames.ts';

/**
 * Stands in a database from the moment in which its rows came back until what was destroyed since the backup is destroyed again:
 * nobody works in it before.
 */
export const RESTORING = 'app.restoring';

type Frames = AsyncGenerator<Frame, void, void>;

/** A backup that was opened as far as its shape: the names and hashes of the migrations that the database had. */
export type OpenedBackup = {
  readonly migrations: Readonly<Record<string, string>>;
  /**
   * Puts its rows into a database of exactly that shape, as the owner, in the place of whatever a migration wrote there. Nothing
   * is kept unless every row came as it was.
   */
  load(ownerUrl: string): Promise<BackupManifest>;
  close(): Promise<void>;
};

/** Opens a backup. Throws a sentence when it is none, was changed, or no key opens it. */
export async function openBackup(file: string, keys: Keyring): Promise<OpenedBackup> {
  const stream = createReadStream(file, { highWaterMark: 1 << 20 });
  const frames = framesOf(stream as AsyncIterable<Buffer>, keys);
  const first = await frames.next();
  if (first.done || first.value.kind !== 'shape')
    throw new BrokenBackup('The backup does not say at which shape it was made.');
  const { migrations } = backupShape.parse(JSON.parse(first.value.content.toString()));
  return {
    migrations,
    load: (ownerUrl) => load(ownerUrl, frames),
    close: async () => {
      await frames.return();
      stream.destroy();
    },
  };
}

async function load(ownerUrl: string, frames: Frames): Promise<BackupManifest> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'sightline restore' });
  owner.on('error', () => {});
  await owner.connect();
  try {
    await owner.query(`begin; set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'`);
    const ours = await emptyEverything(owner);
    const manifest = await loadFrames(owner, frames);
    for (const { name, value, called } of manifest.sequences)
      await owner.query('select setval($1::regclass, $2::bigint, $3)', [name, value, called]);
    for (const name of ours) await owner.query(`alter table ${name} enable trigger user`);
    await owner.query(`create table ${RESTORING} (since timestamptz not null default now())`);
    await owner.query('commit');
    return manifest;
  } finally {
    await owner.end(); // rolls back what was not committed
  }
}

/** What stands is never emptied in use: the guards are laid aside for this transaction, by the owner, in a database of nobody. */
async function emptyEverything(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'graphile_worker')
      and c.relkind in ('r', 'p') and c.oid <> 'app.migration'::regclass`);
  const names = rows.map(({ name }) => name);
  for (const name of names) await owner.query(`alter table ${name} disable trigger user`);
  await owner.query(`truncate ${names.join(', ')}`);
  return names;
}

async function loadFrames(owner: pg.Client, frames: Frames): Promise<BackupManifest> {
  const loaded: BackupManifest['tables'] = [];
  let frame = await frames.next();
  while (!frame.done && frame.value.kind === 'table') {
    const table = keptTable.parse(JSON.parse(frame.value.content.toString()));
    const came = await loadRows(owner, table, frames);
    loaded.push({ ...table, rows: came.rows, sha256: came.sha256 });
    frame = came.next;
  }
  if (frame.done || frame.value.kind !== 'end')
    throw new BrokenBackup('The backup ends before its end: it was cut off.');
  const manifest = backupManifest.parse(JSON.parse(frame.value.content.toString()));
  await frames.next(); // nothing may follow
  const differs = manifest.tables.find((told, at) => JSON.stringify(told) !== JSON.stringify(loaded[at]));
  if (differs || manifest.tables.length !== loaded.length)
    throw new BrokenBackup(`The table ${differs?.name ?? loaded.at(-1)?.name} did not come back as it was.`);
  return manifest;
}

async function loadRows(owner: pg.Client, { name, columns }: KeptTable, frames: Frames) {
  const hash = createHash('sha256');
  const copying = owner.query(copyFrom(`copy ${name} (${columns.join(', ')}) from stdin`));
  copying.on('error', () => {}); // the pipeline tells it; one that comes after it, as the connection ends, is no news
  let next = await frames.next();
  async function* pieces() {
    for (; !next.done && next.value.kind === 'rows'; next = await frames.next()) {
      hash.update(next.value.content);
      yield next.value.content;
    }
  }
  await pipeline(Readable.from(pieces()), copying);
  return { rows: copying.rowCount, sha256: hash.digest('hex'), next };
}
