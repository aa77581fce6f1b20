import { describe, expect, it } from 'vitest';
import { mustBeDate } from '../../../../kernel/local-date.ts';
import { readStatute } from '../../../../statute/read-statute.ts';
import { type AnnexCell, readAnnexCell } from './annex-cell.ts';
import { annexCodes } from './annex-codes.ts';
import { ANNEX_LISTS, type AnnexColumnIs, type AnnexList } from './annex-lists.ts';
import { listOfSheet, readAnnexList } from './read-annex-list.ts';

const codes = annexCodes(readStatute());

const contacts = ANNEX_LISTS[0] as AnnexList;
const headings = contacts.columns.map(({ heading }) => heading);
const on = (date: string): AnnexCell => ({ date: mustBeDate(date) });
const sheet = (first: readonly AnnexCell[], ...rows: (readonly AnnexCell[])[]) => ({
  name: 'List 1',
  rows: [first, ...rows].map((cells, index) => ({ line: index + 1, cells })),
});
const row = (...cells: AnnexCell[]) => cells;
const read = (first: readonly AnnexCell[], ...rows: (readonly AnnexCell[])[]) =>
  readAnnexList(contacts, sheet(first, ...rows), codes);
const whole = row('104417', 'b) Female', 'a) WBRI', on('2018-02-14'), 8, on('2025-11-03'), 'q) 6: Police');

describe('a list of Annex A', () => {
  it('has the columns that the template has', () => {
    expect(ANNEX_LISTS.map(({ columns }) => columns.length)).toEqual([7, 8, 11, 12, 14, 14, 17, 34, 17, 16, 19]);
  });

  it('is known by the name of its sheet', () => {
    expect(listOfSheet('List 8')?.title).toBe('Children in care');
    expect(listOfSheet('list 10 - Adoption')?.number).toBe(10);
    expect(listOfSheet('Notes')).toBeUndefined();
    expect(listOfSheet('List 12')).toBeUndefined();
  });

  it('is read by its headings, in any order, of either year, whatever their case', () => {
    const other = headings.map((each) => (each === 'Gender' ? 'SEX' : each === 'Age of Child (Years)' ? 'Age' : each));
    for (const first of [headings, other]) {
      const answer = read([...first].reverse(), [...whole].reverse());
      expect(answer).toMatchObject({ ok: true, value: [{ list: 1, line: 2, id: '104417', faults: [] }] });
      if (answer.ok) expect(answer.value[0]?.values.get('Date of Contact')).toBe('2025-11-03');
    }
  });

  it('is refused with a heading that it does not have, that stands twice or that is missing', () => {
    expect(read([...headings, 'Shoe size'])).toEqual({
      ok: false,
      refusal: 'The sheet “List 1” has a column “Shoe size”, which list 1 does not have.',
    });
    expect(read([...headings, 'gender'])).toMatchObject({
      refusal: 'The sheet “List 1” has the column “Gender” twice.',
    });
    expect(read(headings.filter((each) => each !== 'Date of Contact'))).toMatchObject({
      refusal: 'The sheet “List 1” has no column “Date of Contact”, which list 1 has.',
    });
    expect(read([null])).toMatchObject({ refusal: 'The sheet “List 1” has no headings in its first line.' });
  });

  it('sets a row aside that has no id, no day, or a formula, and says why', () => {
    const rows = read(
      headings,
      row(null, 'b) Female', null, null, null, on('2025-11-03'), null),
      row('104417', null, null, null, null, 'soon', null),
      row('104417', { formula: 'A2+1' }, null, null, null, on('2025-11-03'), null),
      row(null, ' ', null, null, null, null, null),
    );
    expect(rows).toMatchObject({
      value: [
        { line: 2, id: null, faults: ['“Child Unique ID” is empty.'] },
        { line: 3, faults: ['“Date of Contact” is “soon”, which is not a date.'] },
        { line: 4, faults: ['“Gender” holds a formula (=A2+1), not a value.'] },
      ],
    });
    expect(rows.ok && rows.value).toHaveLength(3);
  });

  it('is loaded without what the row can do without, and says so', () => {
    const rows = read(headings, row('104417', null, { error: '#N/A' }, 'a while ago', null, on('2025-11-03'), null));
    expect(rows).toMatchObject({
      value: [
        {
          faults: [],
          leftOut: [
            '“Ethnicity” holds the error #N/A: loaded without it.',
            '“Date of Birth” is “a while ago”, which is not a date: loaded without it.',
          ],
        },
      ],
    });
  });
});

describe('a cell', () => {
  const cell = (is: AnnexColumnIs, given: AnnexCell) => {
    const answer = readAnnexCell({ heading: 'it', is, needed: true }, given, codes);
    return answer.is === 'value' ? answer.value : answer.is;
  };

  it('is a date when it is one, or was typed as one', () => {
    expect(cell('date', on('2024-02-29'))).toBe('2024-02-29');
    expect(cell('date', '29/02/2024')).toBe('2024-02-29');
    expect(cell('date', '2024-02-29T00:00:00')).toBe('2024-02-29');
    expect(cell('date', '29/02/2023')).toBe('fault');
    expect(cell('date', 45351)).toBe('fault');
    expect(cell('date', '')).toBe('nothing');
  });

  it('answers yes, no or nothing, however the template letters it', () => {
    expect(['a) Yes', 'Yes', 'Y', true].map((each) => cell('yes-or-no', each))).toEqual([true, true, true, true]);
    expect(['b) No', 'no'].map((each) => cell('yes-or-no', each))).toEqual([false, false]);
    expect(cell('yes-or-no', 'c) Unknown')).toBe('nothing');
    expect(cell('yes-or-no', 'CS Assessment Updated')).toBe('left-out');
  });

  it('is a text of the template, however it is lettered and spelt, as its barest code', () => {
    expect(['b) Female', 'Female', 'F'].map((each) => cell('code:annex-a-sex', each))).toEqual(['F', 'F', 'F']);
    expect(cell('code:annex-a-ethnicity', 's) NOBT')).toBe('NOBT');
    expect(cell('code:annex-a-placement', 'f) U6: Foster placement - not FFA')).toBe('U6');
    expect(cell('code:annex-a-need', 'n1 -  Abuse or Neglect')).toBe('N1');
    expect(cell('code:annex-a-need', 'PSRMEM - Support with memory')).toBe('left-out');
  });

  it('is a number of things, or an id that a spreadsheet made a number', () => {
    expect(cell('count', '2')).toBe(2);
    expect(cell('count', -1)).toBe('left-out');
    expect(cell('id', 9212044)).toBe('9212044');
    expect(cell('id', 1.5)).toBe('fault');
  });
});
