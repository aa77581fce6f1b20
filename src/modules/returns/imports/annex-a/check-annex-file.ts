import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { canonicalJson } from '../../../../record/canonical-json.ts';
import { annexCodes } from '../../core/annex-a/annex-codes.ts';
import { ANNEX_LISTS } from '../../core/annex-a/annex-lists.ts';
import { annexWindow } from '../../core/annex-a/annex-reading.ts';
import { childrenOfAnnex, prepareAnnexChild } from '../../core/annex-a/prepare-annex-child.ts';
import { type AnnexRow, listOfSheet, readAnnexList, sheetOf } from '../../core/annex-a/read-annex-list.ts';
import type { Finding } from '../../core/decide-batch.ts';
import type { FileFlag } from '../../core/file-note.ts';
import { FileRefused } from '../../core/file-refused.ts';
import { GENERATOR_SOFTWARE } from '../../public.ts';
import { type AdopterRow, keepAdopters } from '../../store/adopter-rows.ts';
import type { CheckedFile, LooseRows, ReadingLaw } from '../checked-file.ts';
import { digest } from '../write-batch.ts';
import { type OpenedWorkbook, openWorkbook } from './open-workbook.ts';

/** The first pass: reads the whole workbook and writes nothing. Throws `FileRefused` when it is none that can be loaded. */
export async function checkAnnexFile(path: string, asAt: LocalDate, statute: ReadingLaw): Promise<CheckedFile> {
  const hash = await hashOf(path, asAt);
  const read = readWorkbook(await opened(path), statute);
  const window = annexWindow(asAt);
  const children = childrenOfAnnex(read.rows);
  const lists = ANNEX_LISTS.map(sheetOf);
  return {
    kind: 'annex-a',
    path,
    name: basename(path),
    hash,
    year: null,
    window,
    children: children.length,
    headerHash: null,
    flags: read.flags,
    parts: lists.filter((list) => read.lists.has(list)),
    without: lists.filter((list) => !read.lists.has(list)),
    generated: read.madeBy === GENERATOR_SOFTWARE,
    loose: looseRows(read.adopters),
    eachChild: async (_law, onChild, between) => {
      for (const child of children) {
        onChild(() => prepareAnnexChild(child, window));
        await between();
      }
      return hashOf(path, asAt);
    },
  };
}

/** A workbook that was loaded as at another day is another file: it speaks of other days. */
async function hashOf(path: string, asAt: LocalDate): Promise<string> {
  const hash = createHash('sha256').update(`annex-a as at ${asAt}\n`);
  try {
    for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  } catch (fault) {
    throw refusedFor(fault);
  }
  return hash.digest('hex');
}

async function opened(path: string): Promise<OpenedWorkbook> {
  const workbook = await openWorkbook(path).catch((fault: unknown) => {
    throw refusedFor(fault);
  });
  if (!workbook.ok) throw new FileRefused(workbook.refusal.replace(/\.$/, ''));
  return workbook.value;
}

const SYSTEM_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file',
  EACCES: 'It may not be read by the user whom Sightline runs as',
  EISDIR: 'This is a folder, not a workbook',
};
const refusedFor = (fault: unknown): unknown => {
  const sentence = SYSTEM_FAULTS[(fault as { code?: string }).code ?? ''];
  return sentence === undefined ? fault : new FileRefused(sentence);
};

type ReadWorkbook = {
  readonly rows: readonly AnnexRow[];
  readonly adopters: readonly AnnexRow[];
  readonly lists: ReadonlySet<string>;
  readonly flags: readonly FileFlag[];
  readonly madeBy: string | null;
};

function readWorkbook({ sheets, madeBy }: OpenedWorkbook, statute: ReadingLaw): ReadWorkbook {
  const codes = annexCodes(statute);
  const flags: FileFlag[] = [];
  const rows: AnnexRow[] = [];
  const lists = new Set<string>();
  for (const sheet of sheets) {
    const list = listOfSheet(sheet.name);
    if (!list) {
      const reason = `The sheet “${sheet.name.slice(0, 40)}” is none of the eleven lists: not read.`;
      flags.push({ table: sheet.name.slice(0, 40), line: 1, code: 'unknown-sheet', reason });
      continue;
    }
    if (lists.has(sheetOf(list))) throw new FileRefused(`Two of its sheets are list ${list.number}`);
    const read = readAnnexList(list, sheet, codes);
    if (!read.ok) throw new FileRefused(read.refusal.replace(/\.$/, ''));
    lists.add(sheetOf(list));
    rows.push(...read.value);
  }
  if (lists.size === 0)
    throw new FileRefused('It has none of the eleven lists of Annex A (sheets “List 1” to “List 11”)');
  const isAdopter = ({ list }: AnnexRow): boolean => ANNEX_LISTS[list - 1]?.about === 'adopter';
  return { rows: rows.filter((row) => !isAdopter(row)), adopters: rows.filter(isAdopter), lists, flags, madeBy };
}

/** Adopters have no child to stand with: rows that can be read are kept as they are. */
function looseRows(rows: readonly AnnexRow[]): LooseRows {
  const sound = rows.filter(({ faults }) => faults.length === 0);
  const findings = rows.flatMap(({ table, line, faults, leftOut }): Finding[] => {
    const about = { child: null, book: null, table, line };
    if (faults.length > 0) return [{ ...about, kind: 'set-aside', code: null, reason: faults.join(' ') }];
    return leftOut.map((reason) => ({ ...about, kind: 'flagged', code: 'left-out', reason }));
  });
  // The same row twice is one row: the second says nothing new.
  const kept = new Map(sound.map((row) => [`${row.id}\n${contentOf(row)}`, adopterOf(row)]));
  return {
    findings,
    keep: async (tx, run) => {
      const loaded = await keepAdopters(tx, run, [...kept.values()]);
      const setAside = rows.length - sound.length;
      return { read: rows.length, loaded, setAside, unchanged: sound.length - loaded };
    },
  };
}

const contentOf = ({ values }: AnnexRow): string => canonicalJson(Object.fromEntries(values));
const adopterOf = (row: AnnexRow): AdopterRow => ({
  adopter: row.id ?? '',
  line: row.line,
  cells: Object.fromEntries(row.values),
  contentHash: digest(contentOf(row)),
});
