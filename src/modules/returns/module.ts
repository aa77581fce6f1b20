import type { Manifest } from '../manifest.ts';
import { fileSpokeOfChildEntry } from './core/file-spoke-of-child.entry.ts';
import { preProceedingsReportedEntry } from './core/pre-proceedings-reported.entry.ts';

export const returns: Manifest = {
  name: 'returns',
  entries: [fileSpokeOfChildEntry, preProceedingsReportedEntry],
};
