import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { FileKind } from '../../../record/entry.ts';
import { checkAnnexFile } from './annex-a/check-annex-file.ts';
import type { CheckedFile, ReadingLaw } from './checked-file.ts';
import { checkCensusFile } from './cin-census/check-census-file.ts';
import { checkSsda903Set, type NamedFile } from './ssda903/check-ssda903-set.ts';

/** What somebody gave, of a kind that they named, with what only they can say of it. */
export type Given =
  | { readonly kind: 'cin-census'; readonly file: string }
  | { readonly kind: 'ssda903'; readonly files: readonly NamedFile[]; readonly year: number }
  | { readonly kind: 'annex-a'; readonly file: string; readonly asAt: LocalDate };

/** The first pass over files of any kind: reads all and writes nothing. Throws `FileRefused`. */
export function checkGiven(given: Given, statute: ReadingLaw): Promise<CheckedFile> {
  if (given.kind === 'cin-census') return checkCensusFile(given.file);
  if (given.kind === 'annex-a') return checkAnnexFile(given.file, given.asAt, statute);
  return checkSsda903Set(given.files, given.year);
}

/** What a loading that waits was given: its files lie where they were kept, and it says of which year or day they are. */
export async function keptGiven(kept: {
  readonly kind: FileKind;
  readonly keptAt: string;
  readonly year: number | null;
  readonly windowUntil: LocalDate | null;
}): Promise<Given> {
  const { kind, keptAt, year, windowUntil } = kept;
  if (kind === 'ssda903' && year !== null) return { kind, files: await filesIn(keptAt), year };
  if (kind === 'annex-a' && windowUntil) return { kind, file: keptAt, asAt: windowUntil };
  return { kind: 'cin-census', file: keptAt };
}

/** Kept files are called by their number and the name that they came with. */
export const keptName = (number: number, name: string): string =>
  `${String(number).padStart(2, '0')} ${name.replace(/[^\w .()-]/g, '_').slice(0, 100)}`;

async function filesIn(folder: string): Promise<NamedFile[]> {
  const names = (await readdir(folder)).sort();
  return names.map((name) => ({ path: path.join(folder, name), name: name.slice(3) }));
}
