import type { Id } from '../../../kernel/id.ts';
import { type Protected, reveal } from '../../../kernel/protected.ts';
import type { CurrentPage, Row } from '../../../record/current-page.ts';
import { isEntryOf } from '../../../record/define-entry.ts';
import type { Entry } from '../../../record/entry.ts';
import { isSaid, type Said, saidOrNull } from '../../../record/said.ts';
import { addressUsed, phoneUsed, placeProtectionSet } from './household.entry.ts';
import { addressLiterals, type KeptLiteral, postcodeLiterals, telephoneLiterals } from './kept-literals.ts';

/** Whether each place of a book is protected now, and unsafe: what was said last, whatever was said when it was recorded. */
function protectionsIn(entries: readonly Entry[]): (entry: Id, atFirst: boolean) => ProtectionNow {
  const last = new Map<Id, { protected: boolean; unsafe: boolean | undefined }>();
  for (const entry of entries)
    if (isEntryOf(placeProtectionSet, entry)) {
      const { place, unsafe } = entry.data;
      const told = isSaid(unsafe) ? unsafe : last.get(place)?.unsafe;
      last.set(place, { protected: entry.data.protected, unsafe: told });
    }
  return (entry, atFirst) => ({
    protected: last.get(entry)?.protected ?? atFirst,
    unsafe: last.get(entry)?.unsafe ?? false,
  });
}
type ProtectionNow = { readonly protected: boolean; readonly unsafe: boolean };

const TYPES = [addressUsed.is.type, phoneUsed.is.type, placeProtectionSet.is.type];
/** These tables keep the plain values: the application writes them and cannot read them, see their migration. */
const plainOrNull = (value: Said<Protected<string>>): string | null => (isSaid(value) ? reveal(value) : null);

/** Every address that was recorded. */
export const addressPage: CurrentPage = {
  table: 'people.address',
  types: TYPES,
  rowsOf: (book, entries) => {
    const now = protectionsIn(entries);
    return entries
      .filter((entry) => isEntryOf(addressUsed, entry))
      .map(({ id, data }) => ({
        ...{ book, entry: id, line: plainOrNull(data.line), postcode: plainOrNull(data.postcode) },
        ...{ from_day: saidOrNull(data.from), ...now(id, data.protected) },
      }));
  },
};

/** Every telephone number. */
export const phonePage: CurrentPage = {
  table: 'people.phone',
  types: TYPES,
  rowsOf: (book, entries) => {
    const now = protectionsIn(entries);
    return entries
      .filter((entry) => isEntryOf(phoneUsed, entry))
      .map(({ id, data }) => ({
        ...{ book, entry: id, number: plainOrNull(data.number), whose: saidOrNull(data.whose) },
        ...{ from_day: saidOrNull(data.from), ...now(id, data.protected) },
      }));
  },
};

/** By which words each place of a book would be known again in a text. */
export const literalPage: CurrentPage = {
  table: 'people.place_literal',
  types: TYPES,
  rowsOf: (book, entries) => {
    const now = protectionsIn(entries);
    const rowsFor = (entry: Id, atFirst: boolean, literals: readonly KeptLiteral[]): Row[] => {
      const once = new Map(literals.map((literal) => [`${literal.kind} ${literal.key}`, literal]));
      const { protected: isProtected } = now(entry, atFirst);
      return [...once.values()].map((literal) => ({ book, entry, ...literal, protected: isProtected }));
    };
    return entries.flatMap((entry) => {
      if (isEntryOf(addressUsed, entry)) return rowsFor(entry.id, entry.data.protected, literalsOfAddress(entry.data));
      if (isEntryOf(phoneUsed, entry))
        return rowsFor(entry.id, entry.data.protected, telephoneLiterals(plainOrNull(entry.data.number) ?? ''));
      return [];
    });
  },
};

const literalsOfAddress = ({
  line,
  postcode,
}: {
  readonly line: Said<Protected<string>>;
  readonly postcode: Said<Protected<string>>;
}): KeptLiteral[] => [...addressLiterals(plainOrNull(line) ?? ''), ...postcodeLiterals(plainOrNull(postcode) ?? '')];
