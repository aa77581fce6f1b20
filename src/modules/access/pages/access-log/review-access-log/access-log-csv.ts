import { stringify } from 'csv-stringify/sync';
import { eventInWords } from '../../../core/access-log/access-event-in-words.ts';
import type { LoggedLine } from '../../../core/access-log/audit-event.ts';
import type { NameOf } from '../log-names.ts';

/** A spreadsheet opens a file without this as another code page, and spoils names. */
const BYTE_ORDER_MARK = '\ufeff';

const COLUMNS = [
  'at',
  'name',
  'person',
  'event',
  'in words',
  'outcome',
  'by',
  'relation',
  'opening',
  'taken away',
  'children',
];
const FORM = { columns: COLUMNS, record_delimiter: 'windows' } as const;

/** The heading of the file; the lines follow it. */
export const logCsvHeading = (): string => BYTE_ORDER_MARK + stringify([], { ...FORM, header: true });

/** Lines as CSV for a spreadsheet: a cell that it would run as a formula is made text. Children are told by their random ids. */
export const logCsvLines = (lines: readonly LoggedLine[], nameOf: NameOf): string =>
  stringify(
    lines.map((line) => ({
      at: line.at,
      name: nameOf(line.person),
      person: line.person,
      event: line.event,
      'in words': eventInWords(line.event),
      outcome: line.outcome,
      by: line.purpose,
      relation: line.relation ?? '',
      opening: line.opening ?? '',
      'taken away': line.what ?? '',
      children: line.children.join(' '),
    })),
    { ...FORM, escape_formulas: true },
  );
