export { GENERATOR_SOFTWARE, KNOWN_YEARS } from './core/cin-census/census-header.ts';
export { preProceedingsReported } from './core/cin-census/pre-proceedings-reported.entry.ts';
export { fileSpokeOfChild } from './core/file-spoke-of-child.entry.ts';
