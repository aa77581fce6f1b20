import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Typed } from '../../../../platform/http/page.ts';
import type { FileKind } from '../../../../record/entry.ts';
import { readDateText } from '../../../../ui/date-boxes.ts';
import type { FieldFault } from '../../../../ui/error-summary.tsx';
import { typedIn } from '../../../typed-form.ts';
import { YEAR_OF_903_REFUSED, yearOf903 } from '../../imports/ssda903/import-ssda903.ts';

/** What somebody says of the files that they send: which kind, and what the files do not say themselves. */
export type Chosen = {
  readonly kind: FileKind;
  /** Of a looked-after return. */
  readonly year: number | null;
  /** Of the lists of Annex A. */
  readonly asAt: LocalDate | null;
  readonly trial: boolean;
};

export type ReadChoice = { readonly chosen: Chosen | null; readonly faults: readonly FieldFault[] };

const KINDS: readonly FileKind[] = ['cin-census', 'ssda903', 'annex-a'];
/** A return has eleven tables; with the note by which a set is signed. */
export const MOST_FILES = 12;

/** Reads the form. Nothing is guessed: neither the kind by the name of a file, nor a year or a day by today. */
export function readChoice(typed: Typed, files: number, today: LocalDate): ReadChoice {
  const kind = KINDS.find((each) => each === typedIn(typed, 'kind')) ?? null;
  const year = kind === 'ssda903' ? yearOf903(typedIn(typed, 'year')) : null;
  const day = { what: 'The day of the lists', notAfter: { day: today, words: 'today' } };
  const asAt = kind === 'annex-a' ? readDateText(typedIn(typed, 'as-at'), day) : null;
  const faults: FieldFault[] = [];
  const fault = (field: string, text: string): void => {
    faults.push({ field, text });
  };
  if (kind === null) fault('kind', 'Say what the file is.');
  if (kind === 'ssda903' && year === null) fault('year', YEAR_OF_903_REFUSED);
  if (asAt?.is === 'empty') fault('as-at', 'Say of which day the lists are: the workbook does not.');
  if (asAt?.is === 'fault') fault('as-at', `${asAt.text}.`);
  if (files === 0) fault('file', 'Choose a file.');
  if (files > 1 && kind !== 'ssda903') fault('file', 'Choose one file: only a looked-after return has several.');
  if (kind === null || faults.length > 0) return { chosen: null, faults };
  const trial = typed.trial === 'yes';
  return { chosen: { kind, year, asAt: asAt?.is === 'date' ? asAt.date : null, trial }, faults };
}
