import type { Result } from '../../../../kernel/result.ts';
import type { LoadReport } from '../file-report.ts';
import type { ImportContext } from '../import-context.ts';
import { type ImportOptions, type ImportRefusal, importFiles } from '../import-files.ts';
import { checkCensusFile } from './check-census-file.ts';

/**
 * Loads censuses: all files are read through before the first is written, then the oldest first. A file that was cut short
 * before goes on from its mark. A refusal has written nothing.
 */
export const importCinCensus = (
  context: ImportContext,
  files: readonly string[],
  options: ImportOptions = {},
): Promise<Result<LoadReport, ImportRefusal>> =>
  importFiles(
    context,
    files.map((path) => ({ path, check: (onChecked) => checkCensusFile(path, onChecked) })),
    options,
  );
