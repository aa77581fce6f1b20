import type { CurrentPage, Row } from '../../../record/current-page.ts';
import { isEntryOf } from '../../../record/define-entry.ts';
import type { Entry } from '../../../record/entry.ts';
import { isSaid, saidOrNull } from '../../../record/said.ts';
import { inOrderOfHappening } from '../../last-to-happen.ts';
import { adultRecorded, nameUsed } from './adult-recorded.entry.ts';
import { related } from './family.entry.ts';
import { householdJoined, householdLeft } from './household.entry.ts';

/** Who an adult is: what was last said of each thing stands. */
export const adultPage: CurrentPage = {
  table: 'people.adult',
  types: [adultRecorded.is.type],
  rowsOf: (book, entries) => {
    const recorded = entries.filter((entry) => isEntryOf(adultRecorded, entry)).map(({ data }) => data);
    if (recorded.length === 0) return [];
    const last = (key: 'name' | 'bornOn' | 'sex'): string | null => {
      const told = recorded.findLast((data) => isSaid(data[key]));
      return told ? saidOrNull(told[key]) : null;
    };
    return [{ book, name: last('name'), born_on: last('bornOn'), sex: last('sex') }];
  },
};

/** Other names of a child or an adult: one row for each, as it was last described. */
export const aliasPage: CurrentPage = {
  table: 'people.alias',
  types: [nameUsed.is.type, adultRecorded.is.type],
  rowsOf: (book, entries) => {
    const rows = new Map<string, Row>();
    for (const entry of entries) {
      if (isEntryOf(nameUsed, entry)) {
        const { name, kind, from, until } = entry.data;
        rows.set(name, {
          ...{ book, name, kind: saidOrNull(kind) },
          ...{ from_day: saidOrNull(from), until_day: saidOrNull(until) },
        });
      } else if (isEntryOf(adultRecorded, entry) && isSaid(entry.data.aliases)) {
        for (const name of entry.data.aliases)
          if (!rows.has(name)) rows.set(name, { book, name, kind: null, from_day: null, until_day: null });
      }
    }
    return [...rows.values()];
  },
};

/** One row for each other person and each way in which they are related; the last thing said of it stands. */
export const relationshipPage: CurrentPage = {
  table: 'people.relationship',
  types: [related.is.type],
  rowsOf: (book, entries) => {
    const rows = new Map<string, Row>();
    for (const { data } of entries.filter((entry) => isEntryOf(related, entry)))
      rows.set(`${data.to} ${data.as}`, {
        ...{ book, with_book: data.to, as_what: data.as },
        parental_responsibility: saidOrNull(data.parentalResponsibility),
        ...{ from_day: saidOrNull(data.from), until_day: saidOrNull(data.until) },
      });
    return [...rows.values()];
  },
};

/** One row for each stay in a household. Somebody who left and came back has two. */
export const householdPage: CurrentPage = {
  table: 'people.household_member',
  types: [householdJoined.is.type, householdLeft.is.type],
  rowsOf: (book, entries) => {
    const stays: { household: string; joined_on: string | null; gone: boolean; left_on: string | null }[] = [];
    for (const entry of inOrderOfHappening(entries)) {
      const { household } = entry.data as { household: string };
      const open = stays.findLast((stay) => stay.household === household && !stay.gone);
      if (isEntryOf(householdJoined, entry) && !open)
        stays.push({ household, joined_on: dayOf(entry), gone: false, left_on: null });
      else if (isEntryOf(householdLeft, entry) && open) Object.assign(open, { gone: true, left_on: dayOf(entry) });
    }
    return stays.map((stay, at) => ({ book, stay: at + 1, ...stay }));
  },
};

/** The day, where it is known as a day. */
const dayOf = ({ happened }: Entry): string | null => (happened.earliest === happened.latest ? happened.latest : null);
