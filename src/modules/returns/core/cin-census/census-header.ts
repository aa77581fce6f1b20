import { addDays, addMonths, type LocalDate, localDate } from '../../../../kernel/local-date.ts';
import type { FileWindow } from '../file-kind.ts';
import type { FileFlag } from '../file-note.ts';
import { FileRefused } from '../file-refused.ts';
import { type CensusElement, everyElement, partsNamed } from './census-element.ts';
import { shortened } from './read-census-value.ts';

/** What a census says of itself. */
export type CensusHeader = {
  readonly line: number;
  /** The year in which the collection ends, by the reference date. */
  readonly year: number;
  readonly window: FileWindow;
  readonly softwareCode: string | null;
  /** Every element with its text: two headers with the same are the same. */
  readonly content: string;
  readonly flags: readonly FileFlag[];
};

/** Collection years whose codes and elements this version knows from the census's own lists. */
export const KNOWN_YEARS = { first: 2022, last: 2026 } as const;
/** What Sightline's generator of invented counties signs its files with; nothing else may. */
export const GENERATOR_SOFTWARE = 'Sightline county generator';

/** Reads the header. Throws `FileRefused` when it is of another return, or says nothing of its year. */
export function readCensusHeader(header: CensusElement): CensusHeader {
  const collection = textOf(header, 'CollectionDetails', 'Collection');
  if (collection !== null && collection.toUpperCase() !== 'CIN')
    throw new FileRefused(
      `It is not a Children in Need census: its Collection is “${shortened(collection)}”, not “CIN”`,
      header.line,
    );
  const flags: FileFlag[] = [];
  const flag = (code: string, reason: string): void => {
    flags.push({ code, table: 'Header', line: header.line, reason });
  };
  if (collection === null)
    flag('header-collection', 'The Header does not say which collection this is; it was read as CIN.');
  const until = referenceDateOf(header, flag);
  const year = Number(until.slice(0, 4));
  if (year < KNOWN_YEARS.first || year > KNOWN_YEARS.last)
    flag(
      'year-not-known',
      `This version knows the census of ${KNOWN_YEARS.first} to ${KNOWN_YEARS.last}; this one, of ${year}, was read by the lists of the nearest year.`,
    );
  for (const name of new Set([...everyElement(header)].map((element) => element.name)))
    if (!HEADER_NAMES.has(name))
      flag('unknown-element', `The census has no element ${shortened(name)} in its Header: not read.`);
  return {
    line: header.line,
    year,
    window: { from: addDays(addMonths(until, -12), 1), until },
    softwareCode: textOf(header, 'Source', 'SoftwareCode'),
    content: [...everyElement(header)].map(({ name, text }) => `${name}=${text}`).join('\n'),
    flags,
  };
}

const HEADER_NAMES = new Set([
  'Header',
  'CollectionDetails',
  'Collection',
  'Year',
  'ReferenceDate',
  'Source',
  'SourceLevel',
  'LEA',
  'SoftwareCode',
  'Release',
  'SerialNo',
  'DateTime',
  'Content',
  'CBDSLevels',
  'CBDSLevel',
]);

function referenceDateOf(header: CensusElement, flag: (code: string, reason: string) => void): LocalDate {
  const said = textOf(header, 'CollectionDetails', 'ReferenceDate');
  const saidYear = textOf(header, 'CollectionDetails', 'Year');
  const year = saidYear !== null && /^\d{4}$/.test(saidYear) ? saidYear : null;
  const reference = said === null ? undefined : localDate(said.slice(0, 10));
  if (reference) {
    if (!reference.endsWith('-03-31'))
      flag('100', `The ReferenceDate ${reference} is not 31 March: the window of the file ends on it all the same.`);
    if (saidYear !== null && saidYear !== reference.slice(0, 4))
      flag(
        '100',
        `The Year “${shortened(saidYear)}” is not that of the ReferenceDate ${reference}: the ReferenceDate was used.`,
      );
    if (saidYear === null) flag('100', 'The Header gives no Year; that of the ReferenceDate was used.');
    return reference;
  }
  const fromYear = year === null ? undefined : localDate(`${year}-03-31`);
  if (!fromYear)
    throw new FileRefused(
      'It does not say which year it is of: its Header has neither a ReferenceDate nor a Year that can be read',
      header.line,
    );
  flag(
    '100',
    `${said === null ? 'The Header gives no ReferenceDate' : `The ReferenceDate “${shortened(said)}” is not a date`}: 31 March of its Year was used.`,
  );
  return fromYear;
}

function textOf(header: CensusElement, group: string, name: string): string | null {
  const found = partsNamed(header, group).flatMap((part) => partsNamed(part, name))[0];
  return found === undefined || found.text === '' ? null : found.text;
}
