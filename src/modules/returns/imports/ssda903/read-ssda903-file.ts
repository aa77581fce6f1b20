import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { CsvError, parse } from 'csv-parse/sync';
import { FileRefused } from '../../core/file-refused.ts';
import type { RawRow } from '../../core/ssda903/read-ssda903-rows.ts';
import { readSsda903Xml, type Ssda903Xml } from '../../core/ssda903/read-ssda903-xml.ts';
import { type Recognised, recogniseTable } from '../../core/ssda903/ssda903-tables.ts';
import { GENERATOR_SOFTWARE } from '../../public.ts';
import { asRefusal, checkFile, decoded, decoderFor } from '../file-text.ts';

/** Some hundred times the longest table of the largest council. */
const LARGEST_BYTES = 200_000_000;
const LONGEST_LINE = 20_000;

/** One file of a return: a table, all of it as XML, or the note by which Sightline's generator signs a set of tables. */
export type Ssda903File = { readonly hash: string } & (
  | { readonly is: 'table'; readonly recognised: Recognised; readonly rows: readonly RawRow[] }
  | { readonly is: 'xml'; readonly xml: Ssda903Xml }
  | { readonly is: 'signature' }
);

/** Reads one file from end to end. Throws `FileRefused` with a sentence for whoever gave it. */
export async function readSsda903File(path: string): Promise<Ssda903File> {
  await checkFile(path, { largest: LARGEST_BYTES, tooLarge: 'It is larger than 200 MB: no table of the return is' });
  const bytes = await readFile(path).catch((fault: unknown) => {
    throw asRefusal(fault);
  });
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (/^(?:\xef\xbb\xbf)?\s*</.test(bytes.subarray(0, 200).toString('latin1')))
    return { is: 'xml', hash, xml: readSsda903Xml(textOf(bytes, decoderFor(bytes))) };
  refuseOtherForms(bytes);
  const [headings, ...rows] = linesOf(textOf(bytes, new TextDecoder('utf-8', { fatal: true })));
  if (!headings) throw new FileRefused('The file is empty');
  if (headings.cells.length === 1 && headings.cells[0]?.trim().toUpperCase() === 'SOFTWARE') {
    if (rows[0]?.cells[0]?.trim() === GENERATOR_SOFTWARE) return { is: 'signature', hash };
    throw new FileRefused(
      'It says which software wrote the tables, and that is not Sightline’s generator: leave it out',
    );
  }
  return { is: 'table', hash, recognised: recogniseTable(headings.cells), rows };
}

const textOf = (bytes: Buffer, decoder: TextDecoder): string =>
  decoded(decoder, bytes, 'a table of the return') + decoded(decoder, undefined, 'a table of the return');

/** What people send in place of CSV, each with what to do about it. */
function refuseOtherForms(bytes: Buffer): void {
  const start = bytes.subarray(0, 4).toString('hex');
  if (start.startsWith('504b0304') || start.startsWith('d0cf11e0'))
    throw new FileRefused('It is a workbook, not CSV: save each of its tables as “CSV UTF-8”');
  if (start.startsWith('fffe') || start.startsWith('feff') || bytes.subarray(0, 1000).includes(0))
    throw new FileRefused('It is written in UTF-16 or is not text: save it as “CSV UTF-8”');
}

function linesOf(text: string): RawRow[] {
  try {
    const records = parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_LINE,
      info: true,
    }) as unknown as { readonly record: string[]; readonly info: { readonly lines: number } }[];
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (fault) {
    if (fault instanceof CsvError) throw csvRefusal(fault);
    throw fault;
  }
}

function csvRefusal(fault: CsvError): FileRefused {
  const line = typeof fault.lines === 'number' ? fault.lines : null;
  if (fault.code === 'CSV_MAX_RECORD_SIZE')
    return new FileRefused(`It has a line of more than ${LONGEST_LINE} characters: no table of the return has`, line);
  if (fault.code.includes('QUOTE'))
    return new FileRefused('It is not readable CSV: a quotation mark opens or closes where it cannot', line);
  return new FileRefused('It is not readable CSV', line);
}
