export { GENERATOR_SOFTWARE, KNOWN_YEARS } from './core/census-header.ts';
export { fileSpokeOfChild } from './core/file-spoke-of-child.entry.ts';
export { preProceedingsReported } from './core/pre-proceedings-reported.entry.ts';
