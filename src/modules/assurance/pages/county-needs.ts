import type { Id } from '../../../kernel/id.ts';
import type { Calendar } from '../../../kernel/working-days.ts';
import type { Database, Tx } from '../../../platform/database/database.ts';
import type { PageRequest, SignedIn } from '../../../platform/http/page.ts';
import type { Duty } from '../../../statute/duty.ts';
import type { Statute } from '../../../statute/statute.ts';
import { type AskedDay, readAsked, type Times } from '../../asked.ts';
import type { Asked } from '../../child-page.ts';
import type { CountyTables, SpanTable } from '../store/county-tables.ts';

/** How many events, pairs of books and children without an id the files leave for a person to decide. */
export type LeftByFiles = {
  readonly events: number;
  readonly withdrawn: number;
  readonly identities: number;
  readonly unidentified: number;
};

/** What the pages about the whole county are made with. */
export type CountyNeeds = {
  readonly statute: Statute;
  readonly calendarOf: (duty: Duty) => Calendar;
  readonly times: (request: Pick<PageRequest, 'db' | 'identity' | 'now' | 'today'>) => Promise<Times>;
  /** Where the spans of that reading stand, for a page that asks no clock. */
  readonly spans: (tx: Tx, asked: Asked) => Promise<SpanTable>;
  /** Where the spans and clocks of that reading stand. `among`: the only children that the page can ask for. */
  readonly tables: (tx: Tx, asked: Asked, among?: readonly Id[]) => Promise<CountyTables>;
  /** What the files that were loaded leave for a person to decide, as of now. */
  readonly leftByFiles: (db: Database) => Promise<LeftByFiles>;
  /** How many notices about openings with a reason this person has not seen. */
  readonly unseenNotices: (tx: Tx, person: Id) => Promise<number>;
  /** May this person see who a child is? Others see the council's id alone. */
  readonly mayReadChildren: (person: SignedIn) => boolean;
};

/** The two times that a page of the county is asked about. */
export const countyAsked = async (
  needs: CountyNeeds,
  request: PageRequest<unknown, Record<string, unknown>>,
): Promise<AskedDay> => readAsked(request.query, await needs.times(request));
