import type { Id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { ShownOrWithheld } from './shown-to.ts';

/** An address or a number of somebody, as one reader may have it. */
export type PlaceOf = {
  readonly kind: 'address' | 'phone';
  /** Whose book it stands in. */
  readonly book: Id;
  /** The entry that recorded it. */
  readonly entry: Id;
  /** The line or the number. */
  readonly value: ShownOrWithheld;
  readonly postcode: ShownOrWithheld | null;
  /** Somebody else’s number. */
  readonly whose: string | null;
  readonly from: LocalDate | null;
  readonly isProtected: boolean;
  /** Never to be written or rung to. */
  readonly unsafe: boolean;
};

/** Where somebody lives and how to reach them; current places first. */
export type PlacesOf = {
  readonly book: Id;
  /** Null for the child of the page. */
  readonly name: string | null;
  readonly isChild: boolean;
  readonly places: readonly PlaceOf[];
};

/** The places that had begun by a day; one that began on a day that nobody knows had, perhaps. */
export const placesBy = (people: readonly PlacesOf[], on: LocalDate): PlacesOf[] =>
  people.map((person) => ({ ...person, places: person.places.filter(({ from }) => from === null || from <= on) }));
