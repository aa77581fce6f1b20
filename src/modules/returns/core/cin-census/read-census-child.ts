import { everyRow, type FileFlag, type FileValue, ITEM, type ReadRow, textIn } from '../file-note.ts';
import type { CensusElement } from './census-element.ts';
import {
  CHILD_SHAPE,
  FIELD_NAMES,
  type FieldPart,
  GROUPS_BY_NAME,
  type GroupPart,
  type GroupShape,
  LISTS_BY_NAME,
  type ListPart,
} from './census-shape.ts';
import { type CensusLaw, readCensusValue, shortened } from './read-census-value.ts';

/** One `Child` of a census as it was read: its rows, and what is odd about it. */
export type ReadChild = {
  readonly line: number;
  /** The council's id for the child; null when the file gives none that could be used. */
  readonly laChildId: string | null;
  readonly identifiers: ReadRow | null;
  readonly characteristics: ReadRow | null;
  readonly episodes: readonly ReadRow[];
  /** Groups that stand where the census has none of their kind, or a second time where there may be one. */
  readonly misplaced: readonly ReadRow[];
  readonly flags: readonly FileFlag[];
};

type Reading = {
  readonly table: ReadRow['table'] | 'Child';
  readonly line: number;
  readonly values: Map<string, FileValue>;
  readonly faults: string[];
  readonly rows: ReadRow[];
  readonly misplaced: ReadRow[];
  readonly flags: FileFlag[];
};

/** Reads one child. Everything in the element is answered for: a value, a row set aside with its reason, or a flag. */
export function readCensusChild(child: CensusElement, law: CensusLaw): ReadChild {
  const misplaced: ReadRow[] = [];
  const flags: FileFlag[] = [];
  const reading: Reading = {
    table: 'Child',
    line: child.line,
    values: new Map(),
    faults: [],
    rows: [],
    misplaced,
    flags,
  };
  readParts(child, CHILD_SHAPE, reading, law);
  for (const fault of reading.faults)
    flags.push({ code: 'out-of-place', table: 'Child', line: child.line, reason: fault });
  const identifiers = reading.rows.find((row) => row.table === 'ChildIdentifiers') ?? null;
  const laChildId = identifiers ? textIn(identifiers, 'LAchildID') : null;
  return {
    line: child.line,
    laChildId,
    identifiers,
    characteristics: reading.rows.find((row) => row.table === 'ChildCharacteristics') ?? null,
    episodes: reading.rows.filter((row) => row.table === 'CINdetails'),
    misplaced,
    flags,
  };
}

/** Every row of the child, in whatever state. */
export function rowsOfChild(child: ReadChild): ReadRow[] {
  const top = [child.identifiers, child.characteristics].filter((row) => row !== null);
  return [...top, ...child.episodes, ...child.misplaced].flatMap((row) => [...everyRow(row)]);
}

function readRow(
  element: CensusElement,
  shape: GroupShape & { table: ReadRow['table'] },
  outer: Reading,
  law: CensusLaw,
  faults: readonly string[] = [],
): ReadRow {
  const row: Reading = {
    ...outer,
    table: shape.table,
    line: element.line,
    values: new Map(),
    faults: [...faults],
    rows: [],
  };
  readParts(element, shape, row, law);
  return { table: shape.table, line: row.line, values: row.values, faults: row.faults, rows: row.rows };
}

function readParts(element: CensusElement, shape: GroupShape, reading: Reading, law: CensusLaw): void {
  const { flags, table, line } = reading;
  if (element.text !== '')
    flags.push({
      code: 'text-between-elements',
      table,
      line,
      reason: `“${shortened(element.text)}” stands between elements, where the census has no text: not read.`,
    });
  const seen = new Map<string, number>();
  let furthest = 0;
  let inOrder = true;
  for (const part of element.parts) {
    const place = shape.parts.findIndex(({ name }) => name === part.name);
    const known = shape.parts[place];
    if (!known) {
      readStranger(part, element.name, reading, law);
      continue;
    }
    if (place < furthest) inOrder = false;
    furthest = Math.max(furthest, place);
    const times = (seen.get(part.name) ?? 0) + 1;
    seen.set(part.name, times);
    if (known.part === 'field') readField(part, known, times, reading, law);
    else if (known.part === 'list') readList(part, known, reading, law);
    else readGroup(part, known, times, reading, law);
  }
  if (!inOrder)
    flags.push({
      code: 'out-of-order',
      table,
      line,
      reason: `The elements of ${element.name} do not stand in the order of the census.`,
    });
}

function readField(element: CensusElement, part: FieldPart, times: number, reading: Reading, law: CensusLaw): void {
  if (times > 1) {
    reading.faults.push(`${part.name} stands in it more than once.`);
    reading.values.delete(part.name);
    return;
  }
  if (element.parts.length > 0) {
    reading.faults.push(`${part.name} holds other elements, where the census has a value.`);
    return;
  }
  const read = readCensusValue(part.name, part.is, element.text, law);
  const at = { table: reading.table, line: element.line };
  if (read.is === 'fault') reading.faults.push(read.reason);
  if (read.is === 'left-out') reading.flags.push({ ...at, code: read.code, reason: read.reason });
  if (read.is !== 'value') return;
  reading.values.set(part.name, read.value);
  if (read.odd) reading.flags.push({ ...at, ...read.odd });
}

function readList(element: CensusElement, part: ListPart, reading: Reading, law: CensusLaw): void {
  const { flags, table } = reading;
  if (element.parts.length === 0 && part.table === 'Reviews')
    flags.push({
      code: '8842Q',
      table: 'Reviews',
      line: element.line,
      reason: 'A group of reviews holds no review date.',
    });
  if (element.text !== '')
    flags.push({
      code: 'text-between-elements',
      table,
      line: element.line,
      reason: `“${shortened(element.text)}” stands between elements, where the census has no text: not read.`,
    });
  for (const item of element.parts) {
    if (item.name === part.item) reading.rows.push(readItem(item, part, reading, law));
    else readStranger(item, element.name, reading, law);
  }
}

function readItem(item: CensusElement, part: ListPart, reading: Reading, law: CensusLaw): ReadRow {
  const row: Reading = { ...reading, table: part.table, line: item.line, values: new Map(), faults: [], rows: [] };
  if (item.text === '' && item.parts.length === 0) row.faults.push(`${part.item} is empty.`);
  readField(item, { part: 'field', name: part.item, is: part.is }, 1, row, law);
  const value = row.values.get(part.item);
  const values = value === undefined ? row.values : new Map([[ITEM, value]]);
  return { table: part.table, line: row.line, values, faults: row.faults, rows: [] };
}

function readGroup(element: CensusElement, part: GroupPart, times: number, reading: Reading, law: CensusLaw): void {
  const shape = withTable(part);
  if (part.once && times > 1)
    reading.misplaced.push(readRow(element, shape, reading, law, [`A second ${part.name} of one child.`]));
  else reading.rows.push(readRow(element, shape, reading, law));
}

const withTable = ({ name, shape }: GroupPart): GroupShape & { table: ReadRow['table'] } => {
  if (shape.table === null) throw new Error(`the group ${name} has no table`);
  return { ...shape, table: shape.table };
};

/** An element that the census does not have in this place: of another group, or of none. */
function readStranger(element: CensusElement, inside: string, reading: Reading, law: CensusLaw): void {
  const { flags, misplaced, table } = reading;
  const group = GROUPS_BY_NAME.get(element.name);
  const list = LISTS_BY_NAME.get(element.name);
  const reason = `${element.name} stands inside ${inside}, where the census has none.`;
  if (group) {
    misplaced.push(readRow(element, withTable(group), reading, law, [reason]));
  } else if (list) {
    const lost: Reading = { ...reading, rows: [] };
    readList(element, list, lost, law);
    misplaced.push(...lost.rows.map((row) => ({ ...row, faults: [reason, ...row.faults] })));
  } else if (FIELD_NAMES.has(element.name)) {
    reading.faults.push(reason);
  } else {
    flags.push({
      code: 'unknown-element',
      table,
      line: element.line,
      reason: `The census has no element ${shortened(element.name)}: not read.`,
    });
  }
}
