import type { Manifest } from '../manifest.ts';
import { annexObservedEntry } from './core/annex-a/annex-observed.entry.ts';
import { preProceedingsReportedEntry } from './core/cin-census/pre-proceedings-reported.entry.ts';
import { fileSpokeOfChildEntry } from './core/file-spoke-of-child.entry.ts';
import { ssda903ReportedEntries } from './core/ssda903/ssda903-reported.entry.ts';

export const returns: Manifest = {
  name: 'returns',
  entries: [fileSpokeOfChildEntry, preProceedingsReportedEntry, annexObservedEntry, ...ssda903ReportedEntries],
};
