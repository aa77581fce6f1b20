import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Result } from '../../../../kernel/result.ts';
import type { LoadReport } from '../file-report.ts';
import type { ImportContext } from '../import-context.ts';
import { type ImportOptions, type ImportRefusal, importFiles } from '../import-files.ts';
import { checkAnnexFile } from './check-annex-file.ts';

/**
 * Loads a workbook of the lists of Annex A. It says nowhere of which day it is: whoever loads it does. A refusal has
 * written nothing.
 */
export const importAnnexA = (
  context: ImportContext,
  file: string,
  asAt: LocalDate,
  options: ImportOptions = {},
): Promise<Result<LoadReport, ImportRefusal>> =>
  importFiles(context, [{ path: file, check: () => checkAnnexFile(file, asAt, context.statute) }], options);
