import { progressPrinter } from '../../modules/returns/imports/print-progress.ts';
import { reportInWords } from '../../modules/returns/imports/report-in-words.ts';
import { importSsda903, YEAR_OF_903_REFUSED } from '../../modules/returns/imports/ssda903/import-ssda903.ts';
import { command, done, refusedWith } from '../cli/command.ts';
import { importContext } from '../house-imports.ts';

/** `import ssda903 --year Y FILE…`: loads a looked-after return, whose files are one set. */
export const importSsda903Command = command({
  name: 'import ssda903',
  takes: 'FILE…',
  about:
    'Loads a looked-after return (SSDA903): its tables as CSV, in any order and under any names, or one XML file. All files are one set.',
  options: {
    year: { kind: 'text', about: 'the year in which the return ends: 2026 is April 2025 to March 2026' },
    trial: {
      kind: 'flag',
      about: 'into an invented database: take files that Sightline’s generator did not write, and say so on every page',
    },
  },
  needs: 'person',
  permission: 'import:run',
  run: async (context, { words, options }) => {
    const { db, clock, council, identity, person, print, signal } = context;
    if (options.year === undefined) return refusedWith(YEAR_OF_903_REFUSED);
    const house = { db, clock, mark: council.mark, statute: context.statute() };
    const imported = await importSsda903(
      importContext(house, { ...identity, purpose: 'import' }),
      options.year,
      words,
      { trial: options.trial, onProgress: progressPrinter(print), signal },
    );
    if (!imported.ok) return refusedWith(`${imported.refusal.file}: ${imported.refusal.sentence}`);
    return done(imported.value, reportInWords(imported.value, person.name));
  },
});
