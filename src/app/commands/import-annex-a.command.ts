import { localDate } from '../../kernel/local-date.ts';
import { importAnnexA } from '../../modules/returns/imports/annex-a/import-annex-a.ts';
import { progressPrinter } from '../../modules/returns/imports/print-progress.ts';
import { reportInWords } from '../../modules/returns/imports/report-in-words.ts';
import { command, done, refusedWith } from '../cli/command.ts';
import { importContext } from '../house-imports.ts';

const NO_DAY =
  'Say of which day the lists are: --as-at 2026-03-31. The workbook does not, and what it leaves out is evidence only up to that day.';

/** `import annex-a --as-at DATE FILE`: loads the eleven lists of Annex A. */
export const importAnnexACommand = command({
  name: 'import annex-a',
  takes: 'FILE',
  about:
    'Loads the eleven lists of Annex A (an .xlsx workbook), which look back six months from the day that you state.',
  options: {
    'as-at': { kind: 'text', about: 'the day of the lists, such as 2026-03-31; never guessed' },
    trial: {
      kind: 'flag',
      about: 'into an invented database: take files that Sightline’s generator did not write, and say so on every page',
    },
  },
  needs: 'person',
  permission: 'import:run',
  run: async (context, { words, options }) => {
    const { db, clock, council, identity, person, print, signal } = context;
    const asAt = localDate(options['as-at'] ?? '');
    if (!asAt) return refusedWith(NO_DAY);
    if (asAt > clock.today()) return refusedWith(`The lists cannot be of ${asAt}: it is ${clock.today()}.`);
    const house = { db, clock, mark: council.mark, statute: context.statute() };
    const imported = await importAnnexA(
      importContext(house, { ...identity, purpose: 'import' }),
      words[0] ?? '',
      asAt,
      {
        trial: options.trial,
        onProgress: progressPrinter(print),
        signal,
      },
    );
    if (!imported.ok) return refusedWith(`${imported.refusal.file}: ${imported.refusal.sentence}`);
    return done(imported.value, reportInWords(imported.value, person.name));
  },
});
