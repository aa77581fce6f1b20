import type { Id } from '../../../kernel/id.ts';
import type { CurrentPage, Row } from '../../../record/current-page.ts';
import { type DataOf, isEntryOf } from '../../../record/define-entry.ts';
import type { Entry } from '../../../record/entry.ts';
import { isSaid, saidOrNull } from '../../../record/said.ts';
import { childDied } from './child-died.entry.ts';
import { childRecorded } from './child-recorded.entry.ts';

type Recorded = Entry<DataOf<typeof childRecorded>>;

/** What was last said of each thing stands; a later entry that does not say it takes nothing away. */
function lastSaid<Key extends keyof Recorded['data']>(entries: readonly Recorded[], key: Key) {
  const latest = entries.findLast((entry) => isSaid(entry.data[key]));
  return latest ? saidOrNull(latest.data[key]) : null;
}

export const childPage: CurrentPage = {
  table: 'people.child',
  types: [childRecorded.is.type, childDied.is.type],
  rowsOf: (book, entries) => {
    const recorded = entries.filter((entry) => isEntryOf(childRecorded, entry));
    if (recorded.length === 0) return [];
    const death = entries.findLast((entry) => isEntryOf(childDied, entry))?.happened;
    return [
      {
        book,
        council_child_id: lastSaid(recorded, 'councilChildId'),
        name: lastSaid(recorded, 'name'),
        born_on: lastSaid(recorded, 'bornOn'),
        expected_on: lastSaid(recorded, 'expectedOn'),
        died: death !== undefined,
        died_on: death !== undefined && death.earliest === death.latest ? death.earliest : null,
        sex: lastSaid(recorded, 'sex'),
        upn: lastSaid(recorded, 'upn'),
        former_upn: lastSaid(recorded, 'formerUpn'),
      },
    ];
  },
};

const withBook = (entry: Entry): Id => (entry.data as { with: Id }).with;

/** One row for each other book; the last thing said of it stands. */
export const siblingPage: CurrentPage = {
  table: 'people.sibling',
  types: ['sibling-recorded'],
  rowsOf: (book, entries) => {
    const rows = new Map<Id, Row>();
    for (const entry of entries) {
      const { as } = entry.data as { as: string };
      rows.set(withBook(entry), { book, with_book: withBook(entry), as_what: as });
    }
    return [...rows.values()];
  },
};

export const linkPage: CurrentPage = {
  table: 'people.link',
  types: ['books-linked', 'books-unlinked'],
  rowsOf: (book, entries) => {
    const linkOf = (entry: Entry): Id => (entry.data as { link: Id }).link;
    const parted = new Set(entries.filter(({ type }) => type === 'books-unlinked').map(linkOf));
    return entries
      .filter(({ type }) => type === 'books-linked')
      .map((entry) => ({ book, link: linkOf(entry), with_book: withBook(entry), parted: parted.has(linkOf(entry)) }));
  },
};

export const foundDifferentPage: CurrentPage = {
  table: 'people.found_different',
  types: ['books-found-different'],
  rowsOf: (book, entries) => [...new Set(entries.map(withBook))].map((other) => ({ book, with_book: other })),
};
