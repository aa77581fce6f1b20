import { importCinCensus } from '../../modules/returns/imports/cin-census/import-cin-census.ts';
import { progressPrinter } from '../../modules/returns/imports/print-progress.ts';
import { reportInWords } from '../../modules/returns/imports/report-in-words.ts';
import { command, done, refusedWith } from '../cli/command.ts';
import { importContext } from '../house-imports.ts';

/** `import cin-census FILE…`: loads Children in Need censuses. */
export const importCinCensusCommand = command({
  name: 'import cin-census',
  takes: 'FILE…',
  about:
    'Loads Children in Need censuses (XML). A file is read through before anything of it is written; one that was cut short goes on.',
  options: {
    trial: {
      kind: 'flag',
      about: 'into an invented database: take files that Sightline’s generator did not write, and say so on every page',
    },
  },
  needs: 'person',
  permission: 'import:run',
  run: async (context, { words, options }) => {
    const { db, clock, council, identity, person, print, signal } = context;
    const house = { db, clock, mark: council.mark, statute: context.statute() };
    const imported = await importCinCensus(importContext(house, { ...identity, purpose: 'import' }), words, {
      trial: options.trial,
      onProgress: progressPrinter(print),
      signal,
    });
    if (!imported.ok) return refusedWith(`${imported.refusal.file}: ${imported.refusal.sentence}`);
    return done(imported.value, reportInWords(imported.value, person.name));
  },
});
