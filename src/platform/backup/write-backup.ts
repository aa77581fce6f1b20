import { createHash } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, openSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Keyring } from '../keys/keyring.ts';
import { type BackupManifest, type KeptTable, sequencesNow, tablesToKeep } from './backup-shape.ts';
import { type BackupHead, beginBackup, type Frame } from './sealed-frames.ts';

export type WrittenBackup = BackupManifest & { readonly file: string; readonly id: string; readonly bytes: number };

/** A piece of rows is sealed when it is this long, in bytes. */
const PIECE = 1 << 20;
const NEW_LINE = 10;

/**
 * Writes one backup as it stands at one moment, by a role that can only read. `to` is a folder, in which the file is named by
 * time and id, or a file that is not there yet: nothing is ever written over. A backup that was cut short stays as it is and
 * reads as broken, because the place that it lies in may let nobody delete.
 */
export async function writeBackup(backupUrl: string, keys: Keyring, to: string): Promise<WrittenBackup> {
  const { head, line, seal } = beginBackup(keys, new Date());
  const name = nameFor(to, head);
  const file = openSync(name, 'wx', 0o600);
  let bytes = 0;
  const write = (content: Buffer): void => {
    for (let at = 0; at < content.length; ) at += writeSync(file, content, at);
    bytes += content.length;
  };
  const client = new pg.Client({ connectionString: backupUrl, application_name: 'sightline backup' });
  client.on('error', () => {});
  try {
    await client.connect();
    write(Buffer.from(line));
    const manifest = await writeFrames(client, (frame) => write(seal(frame)));
    fsyncSync(file);
    chmodSync(name, 0o400);
    return { ...manifest, file: name, id: head.id, bytes };
  } finally {
    closeSync(file);
    await client.end().catch(() => {});
  }
}

/** `sightline-20260331T170000Z-1a2b3c4d.backup`: in the order of time, and never twice. */
function nameFor(to: string, { id, madeAt }: BackupHead): string {
  if (!statSync(to, { throwIfNoEntry: false })?.isDirectory()) return to;
  return path.join(to, `sightline-${madeAt.replace(/[-:]|\.\d+/g, '')}-${id.slice(0, 8)}.backup`);
}

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

async function writeFrames(client: pg.Client, write: (frame: Frame) => void): Promise<BackupManifest> {
  await client.query('begin isolation level repeatable read read only');
  await client.query(`set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local bytea_output = 'hex'`);
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from app.migration order by name',
  );
  write({
    kind: 'shape',
    content: json({ migrations: Object.fromEntries(rows.map((row) => [row.name, row.sha256])) }),
  });
  const tables: BackupManifest['tables'] = [];
  for (const table of await tablesToKeep(client)) {
    write({ kind: 'table', content: json(table) });
    tables.push({ ...table, ...(await writeRows(client, table, (content) => write({ kind: 'rows', content }))) });
  }
  const manifest = { tables, sequences: await sequencesNow(client) };
  write({ kind: 'end', content: json(manifest) });
  await client.query('commit');
  return manifest;
}

async function writeRows(
  client: pg.Client,
  { name, columns }: KeptTable,
  write: (content: Buffer) => void,
): Promise<{ rows: number; sha256: string }> {
  const hash = createHash('sha256');
  let [rows, waiting, length] = [0, [] as Buffer[], 0];
  const flush = (): void => {
    if (length > 0) write(Buffer.concat(waiting));
    [waiting, length] = [[], 0];
  };
  for await (const piece of client.query(copyTo(`copy (select ${columns.join(', ')} from ${name}) to stdout`))) {
    const content = piece as Buffer;
    hash.update(content);
    for (let at = content.indexOf(NEW_LINE); at >= 0; at = content.indexOf(NEW_LINE, at + 1)) rows += 1;
    waiting.push(content);
    length += content.length;
    if (length >= PIECE) flush();
  }
  flush();
  return { rows, sha256: hash.digest('hex') };
}
