import { basename } from 'node:path';
import { grouped } from '../../../../kernel/grouped.ts';
import { mustBeDate } from '../../../../kernel/local-date.ts';
import type { FileWindow } from '../../core/file-kind.ts';
import type { FileFlag } from '../../core/file-note.ts';
import { FileRefused } from '../../core/file-refused.ts';
import { nobodys903Rows, prepare903Child } from '../../core/ssda903/prepare-ssda903-child.ts';
import { readNamed, readRow, type Ssda903Row } from '../../core/ssda903/read-ssda903-rows.ts';
import type { Ssda903Law } from '../../core/ssda903/read-ssda903-value.ts';
import { SHAPES, SSDA903_TABLES, type Ssda903Table } from '../../core/ssda903/ssda903-tables.ts';
import type { CheckedFile } from '../checked-file.ts';
import { digest } from '../write-batch.ts';
import { readSsda903File, type Ssda903File } from './read-ssda903-file.ts';

/** Of what stands in these, silence inside the year would be evidence. */
const SPEAK_BY_SILENCE: readonly Ssda903Table[] = ['Episodes', 'Reviews', 'Missing'];
/** A return without rows in these holds nobody. */
const NEVER_EMPTY: readonly Ssda903Table[] = ['Header', 'Episodes'];

/** The year of a return, named by the one in which it ends: 2026 is 1 April 2025 to 31 March 2026. */
export const windowOf903 = (year: number): FileWindow => ({
  from: mustBeDate(`${year - 1}-04-01`),
  until: mustBeDate(`${year}-03-31`),
});

/** A file of a set, by the name under which it was given. */
export type NamedFile = { readonly path: string; readonly name: string };

/**
 * The first pass: reads all files of a return, which are one set, and writes nothing. Throws `FileRefused`, which names the
 * file, when any of them cannot be loaded: then none is.
 */
export async function checkSsda903Set(
  files: readonly NamedFile[],
  year: number,
  onChecked: (children: number) => void = () => {},
): Promise<CheckedFile> {
  const set = await readSet(files, year);
  const window = windowOf903(year);
  const children = childIdsIn(set).size;
  if (children === 0 && set.rows.length === 0)
    throw new FileRefused('It has no rows: a return holds at least one child');
  onChecked(children);
  return {
    kind: 'ssda903',
    path: files[0]?.path ?? '',
    name: nameOfSet(files.map(({ name }) => name)),
    hash: set.hash,
    year,
    window,
    children,
    headerHash: null,
    flags: set.flags,
    parts: set.tables,
    without: set.tables === null ? [] : SPEAK_BY_SILENCE.filter((table) => !set.tables?.includes(table)),
    generated: set.signed,
    eachChild: async ({ codeSets }, onChild, between) => {
      const again = await readSet(files, year);
      for (const [child, rows] of rowsByChild(again, { codeSets, year })) {
        onChild(() => (child === null ? nobodys903Rows(rows) : prepare903Child(child, rows, window)));
        await between();
      }
      return again.hash;
    },
  };
}

/** A row as its file has it, to be read once the law is at hand. */
type Unread = { readonly child: string; readonly read: (law: Ssda903Law) => Ssda903Row };
type ReadSet = {
  readonly hash: string;
  /** In the order of the tables, then of the lines. */
  readonly rows: readonly Unread[];
  /** Null for an XML file, which holds them all. */
  readonly tables: readonly Ssda903Table[] | null;
  readonly flags: readonly FileFlag[];
  readonly signed: boolean;
};

async function readSet(files: readonly NamedFile[], year: number): Promise<ReadSet> {
  const read: { readonly name: string; readonly path: string; readonly file: Ssda903File }[] = [];
  for (const { path, name } of files) read.push({ path, name, file: await named(path, () => readSsda903File(path)) });
  const hash = digest(
    `ssda903 ${year}\n${read
      .map(({ file }) => file.hash)
      .sort()
      .join('\n')}`,
  );
  const signed = read.some(({ file }) => file.is === 'signature');
  const xml = read.find(({ file }) => file.is === 'xml');
  if (xml && read.length > 1)
    throw new FileRefused('It is a whole return in XML: give it alone, without other files', null, xml.path);
  if (xml?.file.is === 'xml') return { ...fromXml(xml.file), hash, signed };
  const tables = new Map<Ssda903Table, { name: string; file: Ssda903File & { is: 'table' } }>();
  for (const { path, name, file } of read) {
    if (file.is !== 'table') continue;
    const { table } = file.recognised.shape;
    const other = tables.get(table);
    if (other)
      throw new FileRefused(`It is the table ${table}, and so is ${other.name}: give each table once`, null, path);
    if (file.rows.length === 0 && NEVER_EMPTY.includes(table))
      throw new FileRefused(`It is the table ${table} and has no rows`, null, path);
    tables.set(table, { name, file });
  }
  const inOrder = SSDA903_TABLES.flatMap((table) => tables.get(table)?.file ?? []);
  if (inOrder.length === 0) throw new FileRefused('There is no table of the return among what was given');
  return {
    hash,
    signed,
    rows: inOrder.flatMap(rowsOfTable),
    tables: inOrder.map(({ recognised }) => recognised.shape.table),
    flags: inOrder.flatMap(emptyFlag),
  };
}

/** A refusal says which of the files it is about. */
async function named<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof FileRefused && fault.file === null) throw new FileRefused(fault.message, null, path);
    throw fault;
  }
}

function rowsOfTable({ recognised, rows }: Ssda903File & { readonly is: 'table' }): Unread[] {
  const place = recognised.columns.findIndex((column) => column?.is === 'child');
  return rows
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map((row) => ({ child: (row.cells[place] ?? '').trim(), read: (law) => readRow(recognised, row, law) }));
}

const emptyFlag = ({ recognised, rows }: Ssda903File & { readonly is: 'table' }): FileFlag[] => {
  const { table } = recognised.shape;
  if (rows.length > 0) return [];
  return [
    {
      code: 'no-rows',
      table,
      line: 1,
      reason: `The table ${table} has its headings and no rows: read as saying that there were none.`,
    },
  ];
};

function fromXml({ xml }: Ssda903File & { readonly is: 'xml' }): Omit<ReadSet, 'hash' | 'signed'> {
  const rows = SHAPES.flatMap(({ table, columns }) =>
    xml.rows
      .filter((row) => row.table === table)
      .map((row) => ({
        child: (row.cells.get('CHILD') ?? '').trim(),
        read: (law: Ssda903Law) => readNamed(table, columns, row, law),
      })),
  );
  return { rows, tables: null, flags: xml.strangers };
}

const childIdsIn = ({ rows }: ReadSet): Set<string> =>
  new Set(rows.flatMap(({ child }) => (child === '' ? [] : [child])));

/** All rows of each child, in the order in which the children first appear; last the rows of nobody. */
function rowsByChild({ rows }: ReadSet, law: Ssda903Law): [string | null, Ssda903Row[]][] {
  const byId = grouped(
    rows.map(({ read }) => read(law)),
    ({ child }) => child,
  );
  const { known, nobody } = { known: [...byId].filter(([child]) => child !== null), nobody: byId.get(null) };
  return [...known, ...(nobody ? [[null, nobody] as [null, Ssda903Row[]]] : [])];
}

const LONGEST_NAME = 200;
const nameOfSet = (names: readonly string[]): string => {
  const all = names.map((name) => basename(name)).join(', ');
  return all.length > LONGEST_NAME ? `${all.slice(0, LONGEST_NAME)}…` : all;
};
