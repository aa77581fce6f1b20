import type { Id } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Calendar } from '../../../../kernel/working-days.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { LogSource } from '../../core/access-log/audit-event.ts';

/** A child as a search shows them, and no more: "Safiya Nowak-Rahman, 8" and the council's number. */
export type ChildInWords = { readonly heading: string; readonly councilIds: string };

/** What pages about openings and the access log need of the house. */
export type OpeningHouse = {
  /** A random id. */
  readonly newId: () => Id;
  /** These children by any id of theirs, as of that day; one of whom the reader may not learn is absent. */
  readonly childrenInWords: (tx: Tx, children: readonly Id[], on: LocalDate) => Promise<ReadonlyMap<Id, ChildInWords>>;
  /** Whose access log it is. */
  readonly logSource: (tx: Tx) => Promise<LogSource>;
  /** The working days within which an opening is looked at. */
  readonly calendar: Calendar;
};

/** The child among these, or what stands for one whom the reader may not learn of. */
export const headingIn = (names: ReadonlyMap<Id, ChildInWords>, child: Id): string =>
  names.get(child)?.heading ?? 'A child whose record you may not open';
