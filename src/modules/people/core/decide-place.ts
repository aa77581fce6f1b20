import type { Id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Act, NewEntry } from '../../../record/entry.ts';
import { happenedBetween, happenedOn } from '../../../record/entry.ts';
import { isSaid, type Said } from '../../../record/said.ts';
import { addressUsed, phoneUsed, placeProtectionSet } from './household.entry.ts';

/** An address or a number as somebody says it is; `isProtected` is null where they do not know. */
export type RecordPlace = {
  readonly book: Id;
  readonly place:
    | { readonly kind: 'address'; readonly line: Said<string>; readonly postcode: Said<string> }
    | { readonly kind: 'phone'; readonly number: string; readonly whose: Said<string> };
  readonly from: Said<LocalDate>;
  readonly isProtected: boolean | null;
};

/** Nobody knew whether it may be told: until somebody does it is kept as if it must not be. */
export const NOBODY_KNEW = 'Nobody knew whether it is protected; it is kept as if it were until somebody does.';

type Ids = { readonly act: Id; readonly place: Id; readonly protection: Id };

/** One act: the place, and where nobody knows whether it is protected, that it is kept so and why. */
export function decidePlace({ book, place, from, isProtected }: RecordPlace, ids: Ids): Act {
  const happened = isSaid(from) ? happenedOn(from) : happenedBetween(null, null);
  const envelope = { id: ids.place, book, about: ids.place, happened, source: { kind: 'here' as const } };
  const more = { protected: isProtected ?? true, from };
  const recorded =
    place.kind === 'address'
      ? addressUsed.write(envelope, { line: place.line, postcode: place.postcode, ...more })
      : phoneUsed.write(envelope, { number: place.number, whose: place.whose, ...more });
  const entries: NewEntry[] = [recorded];
  if (isProtected === null)
    entries.push(
      placeProtectionSet.write(
        { ...envelope, id: ids.protection },
        { place: ids.place, protected: true, because: NOBODY_KNEW },
      ),
    );
  return { id: ids.act, entries, decidedOn: [] };
}

/** What somebody says of a place that is on the record. */
export type SetProtection = {
  readonly book: Id;
  readonly place: Id;
  readonly isProtected: boolean;
  readonly unsafe: Said<boolean>;
  readonly because: string;
  readonly on: LocalDate;
  /** The last that the writer had seen of this place. */
  readonly lastSeen: Id | null;
};

/** Sets how a place is protected, on the thread of the place: whoever sets it at the same time is shown that it moved. */
export function decideProtection(set: SetProtection, ids: Pick<Ids, 'act' | 'protection'>): Act {
  const { book, place, isProtected, unsafe, because, on, lastSeen } = set;
  const entry = placeProtectionSet.write(
    { id: ids.protection, book, about: place, happened: happenedOn(on), source: { kind: 'here' } },
    { place, protected: isProtected, unsafe, because },
  );
  return { id: ids.act, entries: [entry], decidedOn: [{ book, about: place, lastSeen }] };
}
