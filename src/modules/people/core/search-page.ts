import type { Id } from '../../../kernel/id.ts';
import type { CurrentPage, Row } from '../../../record/current-page.ts';
import { isEntryOf } from '../../../record/define-entry.ts';
import { isSaid } from '../../../record/said.ts';
import { nameUsed } from './adult-recorded.entry.ts';
import { childRecorded } from './child-recorded.entry.ts';
import { wordOfNumber, wordsOfName } from './search-words.ts';

type Named = { readonly kind: 'name' | 'alias' | 'number'; readonly shown: string };

/** Every name and number that a child was ever recorded under: the last name is theirs, earlier ones are aliases. */
export const searchPage: CurrentPage = {
  table: 'people.search_word',
  types: [childRecorded.is.type, nameUsed.is.type],
  rowsOf: (book, entries) => {
    const recorded = entries.filter((entry) => isEntryOf(childRecorded, entry)).map(({ data }) => data);
    const names = recorded.flatMap(({ name }) => (isSaid(name) ? [name] : []));
    const numbers = recorded.flatMap(({ councilChildId, upn, formerUpn }) =>
      [councilChildId, upn, formerUpn].filter((each) => isSaid(each)),
    );
    const used = entries.filter((entry) => isEntryOf(nameUsed, entry)).map(({ data }) => data.name);
    const last = names.at(-1);
    return rowsOfNames(book, [
      ...names.map((shown) => ({ kind: shown === last ? ('name' as const) : ('alias' as const), shown })),
      // A book of an adult has no name of a child: only children are looked for here.
      ...(recorded.length === 0 ? [] : used).map((shown) => ({ kind: 'alias' as const, shown })),
      ...numbers.map((shown) => ({ kind: 'number' as const, shown })),
    ]);
  },
};

function rowsOfNames(book: Id, names: readonly Named[]): Row[] {
  const rows = new Map<string, Row>();
  for (const { kind, shown } of names)
    for (const word of kind === 'number' ? [wordOfNumber(shown)] : wordsOfName(shown))
      rows.set(`${kind} ${shown} ${word}`, { book, kind, shown, word });
  return [...rows.values()];
}
