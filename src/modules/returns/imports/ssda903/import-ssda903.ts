import { basename } from 'node:path';
import { type Result, refused } from '../../../../kernel/result.ts';
import { KNOWN_903_YEARS } from '../../core/ssda903/ssda903-tables.ts';
import type { LoadReport } from '../file-report.ts';
import type { ImportContext } from '../import-context.ts';
import { type ImportOptions, type ImportRefusal, importFiles } from '../import-files.ts';
import { checkSsda903Set } from './check-ssda903-set.ts';

/** The year of a return as somebody gave it; null when it is none that this version can read. */
export function yearOf903(text: string): number | null {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  return year >= KNOWN_903_YEARS.first && year <= KNOWN_903_YEARS.last ? year : null;
}
/** Why a year is not taken. */
export const YEAR_OF_903_REFUSED = `Say which year the return is of, by the year in which it ends: ${KNOWN_903_YEARS.first} to ${KNOWN_903_YEARS.last} (2026 is April 2025 to March 2026).`;

/**
 * Loads a looked-after return: all its files are one set, read through before anything is written. A set that was cut short
 * before goes on from its mark. A refusal has written nothing.
 */
export async function importSsda903(
  context: ImportContext,
  year: string,
  files: readonly string[],
  options: ImportOptions = {},
): Promise<Result<LoadReport, ImportRefusal>> {
  const ends = yearOf903(year);
  if (ends === null) return refused({ file: files[0] ?? '', sentence: YEAR_OF_903_REFUSED });
  const named = files.map((path) => ({ path, name: basename(path) }));
  const set = { path: files[0] ?? '', check: (told: (children: number) => void) => checkSsda903Set(named, ends, told) };
  return importFiles(context, [set], options);
}
