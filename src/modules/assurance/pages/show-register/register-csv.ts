import { stringify } from 'csv-stringify/sync';
import { REGISTER_WORDS } from '../../core/gap-words.ts';
import type { ListedRow, RegisterPage } from './show-register.model.ts';

/** A spreadsheet opens a file without this as another code page, and spoils names. */
const BYTE_ORDER_MARK = '\ufeff';

type Told = Pick<RegisterPage, 'register' | 'asked'> & { readonly statuteVersion: string };

/**
 * The rows as CSV for a spreadsheet. Every row carries both times and the version of the law, because rows are copied out of
 * files; a cell that a spreadsheet would run as a formula is made text.
 */
export function registerCsv(rows: readonly ListedRow[], { register, asked, statuteVersion }: Told): string {
  const records = rows.map((row) => ({
    register: REGISTER_WORDS[register].title,
    child: row.heading,
    'council ids': row.councilIds ?? '',
    days: row.days,
    since: row.since,
    reason: row.reason,
    'cannot tell': row.aspects.join('; '),
    'named worker': row.worker ?? '',
    team: row.team ?? '',
    district: row.district ?? '',
    manager: row.manager ?? '',
    'happened by': asked.on,
    'known at': asked.knownAt,
    statute: statuteVersion,
  }));
  const columns = Object.keys(records[0] ?? EMPTY);
  return (
    BYTE_ORDER_MARK + stringify(records, { header: true, columns, escape_formulas: true, record_delimiter: 'windows' })
  );
}

const EMPTY = {
  register: '',
  child: '',
  'council ids': '',
  days: '',
  since: '',
  reason: '',
  'cannot tell': '',
  'named worker': '',
  team: '',
  district: '',
  manager: '',
  'happened by': '',
  'known at': '',
  statute: '',
};
