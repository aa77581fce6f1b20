import { SaxesParser } from 'saxes';
import type { CensusElement } from '../cin-census/census-element.ts';
import { LIMITS } from '../cin-census/read-census-xml.ts';
import type { FileFlag } from '../file-note.ts';
import { FileRefused } from '../file-refused.ts';
import type { NamedCells } from './read-ssda903-rows.ts';
import { shownShort } from './read-ssda903-value.ts';
import { SHAPES, type Ssda903Table } from './ssda903-tables.ts';

/** One row of a table, out of an XML file. */
export type XmlRow = NamedCells & { readonly table: Ssda903Table };
export type Ssda903Xml = { readonly rows: readonly XmlRow[]; readonly strangers: readonly FileFlag[] };

/** Reads the return as one XML file. Throws `FileRefused` when it is none, or is more than any return. */
export function readSsda903Xml(xml: string): Ssda903Xml {
  const rows: XmlRow[] = [];
  const strangers: FileFlag[] = [];
  readChildren(xml, (child) => {
    for (const row of rowsOf(child, strangers)) rows.push(row);
  });
  return { rows, strangers };
}

function readChildren(xml: string, onChild: (child: CensusElement) => void): void {
  const parser = new SaxesParser({ position: true });
  const building: CensusElement[] = [];
  let [depth, elements] = [0, 0];
  const refuse = (sentence: string): never => {
    throw new FileRefused(sentence, parser.line);
  };
  parser.on('opentag', ({ name }) => {
    depth += 1;
    elements += 1;
    if (depth > LIMITS.depth) refuse(`Its elements are nested more than ${LIMITS.depth} deep: this is not a return`);
    if (depth === 1 && name !== 'EXPSSDA903')
      refuse(`It is not a looked-after return: its outermost element is <${shownShort(name)}>, not <EXPSSDA903>`);
    if (depth === 1) return;
    if (depth === 2) elements = 0;
    if (elements > LIMITS.elementsOfOneChild)
      refuse(`One CHILD holds more than ${LIMITS.elementsOfOneChild} elements: this is not a return`);
    const element: CensusElement = { name: shownShort(name), line: parser.line, text: '', parts: [] };
    building.at(-1)?.parts.push(element);
    building.push(element);
  });
  const text = (characters: string): void => {
    const element = building.at(-1);
    if (!element) return;
    element.text += characters;
    if (element.text.length > LIMITS.textCharacters)
      refuse(`An element holds more than ${LIMITS.textCharacters} characters: nothing in a return does`);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => {
    depth -= 1;
    const element = building.pop();
    if (!element) return;
    element.text = element.text.trim();
    if (building.length === 0) onChild(element);
  });
  parser.on('doctype', () =>
    refuse('It declares a document type (DOCTYPE), which no return does and which can be used to do harm'),
  );
  parser.on('error', (error) => {
    throw new FileRefused(
      `It is not readable XML: ${shownShort(error.message.replace(/^(\d+:\d+: )+/, ''))}`,
      parser.line,
    );
  });
  parser.write(xml);
  if (depth > 0)
    throw new FileRefused(`It is cut off: it ends inside <${building.at(-1)?.name ?? 'EXPSSDA903'}>`, parser.line);
  parser.close();
}

const NAMES_IN_XML: Readonly<Record<string, string>> = { CHILDID: 'CHILD', PL: 'PLACE' };
const GROUPS: Readonly<Record<string, Ssda903Table>> = {
  AREVIEW: 'Reviews',
  AMISSING: 'Missing',
  PERMANENCE: 'PrevPerm',
  OC2: 'OC2',
  AD_PLACED: 'PlacedAdoption',
};
/** Tables whose cells stand in the HEADER itself. */
const IN_HEADER: readonly Ssda903Table[] = ['Header', 'AD1', 'OC3'];
const cellsOf = (table: Ssda903Table): Set<string> =>
  new Set(SHAPES.find((shape) => shape.table === table)?.columns.map(({ name }) => name));
/** What every row of a child repeats. */
const OF_THE_CHILD = ['CHILD', 'DOB'];

function rowsOf(child: CensusElement, strangers: FileFlag[]): XmlRow[] {
  const header = child.parts.find(({ name }) => name === 'HEADER');
  const own = named(header?.parts ?? []);
  const shared = new Map(OF_THE_CHILD.map((name) => [name, own.get(name) ?? ''] as const));
  const row = (table: Ssda903Table, { line, cells }: NamedCells): XmlRow => ({
    table,
    line,
    cells: new Map([...shared, ...cells]),
  });
  noteStrangers(child, header, strangers);
  return [
    ...(header ? headerRows(header, own, row) : []),
    ...(header?.parts ?? []).flatMap((part) => {
      const table = GROUPS[part.name];
      const cells = named(part.parts);
      return table && hasWords(cells) ? [row(table, { line: part.line, cells })] : [];
    }),
    ...child.parts
      .filter(({ name }) => name === 'EPISODE')
      .map((episode) => row('Episodes', { line: episode.line, cells: named(episode.parts) })),
  ];
}

const named = (parts: readonly CensusElement[]): Map<string, string> =>
  new Map(
    parts.filter(({ parts: inner }) => inner.length === 0).map(({ name, text }) => [NAMES_IN_XML[name] ?? name, text]),
  );
const hasWords = (cells: ReadonlyMap<string, string>): boolean => [...cells.values()].some((text) => text !== '');

/** The HEADER holds the row of the Header, and in the same place what CSV has as UASC, AD1 and OC3. */
function headerRows(
  { line }: CensusElement,
  own: ReadonlyMap<string, string>,
  row: (table: Ssda903Table, cells: NamedCells) => XmlRow,
): XmlRow[] {
  const only = (table: Ssda903Table): Map<string, string> =>
    new Map([...own].filter(([name]) => cellsOf(table).has(name)));
  const beside = (cells: ReadonlyMap<string, string>): boolean =>
    [...cells].some(([name, text]) => text !== '' && !OF_THE_CHILD.includes(name));
  const found = IN_HEADER.map((table) => ({ table, cells: only(table) })).filter(
    ({ table, cells }) => table === 'Header' || beside(cells),
  );
  const unaccompanied = own.get('UASC') === '1' || (own.get('DUC') ?? '') !== '';
  return [
    ...found.map(({ table, cells }) => row(table, { line, cells })),
    ...(unaccompanied ? [row('UASC', { line, cells: only('UASC') })] : []),
  ];
}

const KNOWN_NAMES = new Set([
  ...SHAPES.flatMap(({ columns }) => columns.map(({ name }) => name)),
  ...['CHILDID', 'PL', 'UASC', 'HEADER', 'EPISODE', 'PL_LA', 'PL_LOCATION', 'PL_DISTANCE'],
  ...Object.keys(GROUPS),
]);

function noteStrangers(child: CensusElement, header: CensusElement | undefined, strangers: FileFlag[]): void {
  const add = (name: string, line: number, reason: string): void => {
    if (strangers.length < 1000) strangers.push({ code: 'unknown-element', table: name, line, reason });
  };
  if (child.name !== 'CHILD') add('CHILD', child.line, `The return has no element ${child.name}: not read.`);
  if (!header) add('CHILD', child.line, 'A CHILD has no HEADER: nobody can say whose its episodes are.');
  const inside = child.parts.flatMap((part) => [part, ...part.parts, ...part.parts.flatMap(({ parts }) => parts)]);
  for (const { name, line } of inside)
    if (!KNOWN_NAMES.has(name)) add('CHILD', line, `The return has no element ${name}: not read.`);
}
