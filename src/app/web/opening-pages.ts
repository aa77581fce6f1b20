import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { LogSource } from '../../modules/access/core/access-log/audit-event.ts';
import { reviewAccessLogPages } from '../../modules/access/pages/access-log/review-access-log/review-access-log.page.ts';
import { showAccessLogPages } from '../../modules/access/pages/access-log/show-access-log/show-access-log.page.ts';
import { reviewSuspicionsPages } from '../../modules/access/pages/needless-reading/review-suspicions/review-suspicions.page.ts';
import { type HomeKeys, sayHomePages } from '../../modules/access/pages/needless-reading/say-home/say-home.page.ts';
import { askToOpenPages } from '../../modules/access/pages/openings/ask-to-open/ask-to-open.page.ts';
import type { ChildInWords, OpeningHouse } from '../../modules/access/pages/openings/opening-house.ts';
import { reviewOpeningsPages } from '../../modules/access/pages/openings/review-openings/review-openings.page.ts';
import { showOpeningsPages } from '../../modules/access/pages/openings/show-openings/show-openings.page.ts';
import { type ChildFace, councilIdsOf, headingOf } from '../../modules/child-face.ts';
import { addressLiterals, postcodeLiterals } from '../../modules/people/core/kept-literals.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Page } from '../../platform/http/page.ts';
import type { Statute } from '../../statute/statute.ts';

/** Asking to open a record, what was opened so, the access log and what its reading found. */
export function openingPages({ calendars }: Pick<Statute, 'calendars'>): readonly Page[] {
  const calendar = calendars.get('england-and-wales');
  if (!calendar) throw new Error('the calendar of England and Wales is not held');
  const newId = () => randomUUID() as string as Id;
  const opening: OpeningHouse = { newId, childrenInWords, logSource, calendar };
  return [
    ...askToOpenPages(opening),
    ...showOpeningsPages(opening),
    ...reviewOpeningsPages(opening),
    ...showAccessLogPages(opening),
    ...reviewAccessLogPages,
    ...reviewSuspicionsPages(opening),
    ...sayHomePages(homeKeys),
  ];
}

/** As the places of children are known again. */
const homeKeys: HomeKeys = {
  ofLine: (line) => addressLiterals(line).flatMap(({ kind, key }) => (kind === 'address' ? [key] : [])),
  ofPostcode: (postcode) => postcodeLiterals(postcode).map(({ key }) => key),
};

/** The council by name, and its own book. */
export async function logSource(tx: Tx): Promise<LogSource> {
  const { rows } = await sql<LogSource>`select name as council, book from app.council`.execute(tx);
  if (!rows[0]) throw new Error('the database was never created');
  return rows[0];
}

type FaceRow = {
  readonly asked: Id;
  readonly council_child_id: string | null;
  readonly name: string | null;
  readonly born_on: LocalDate | null;
  readonly expected_on: LocalDate | null;
  readonly died_on: LocalDate | null;
  readonly sex: ChildFace['sex'];
};

/** As a search shows them: of a hidden child the function beneath answers nothing. */
export async function childrenInWords(
  tx: Tx,
  children: readonly Id[],
  on: LocalDate,
): Promise<ReadonlyMap<Id, ChildInWords>> {
  if (children.length === 0) return new Map();
  const { rows } = await sql<FaceRow>`
    select a.asked, f.council_child_id, f.name, f.born_on, f.expected_on, f.died_on, f.sex
    from unnest(${[...new Set(children)]}::uuid[]) as a (asked)
    join people.child_identity own on own.book = a.asked
    join people.faces_found(${[...new Set(children)]}::uuid[]) f on f.identity = own.identity
    order by a.asked, f.book`.execute(tx);
  return new Map(
    children.flatMap((child) => {
      const own = rows.filter(({ asked }) => asked === child);
      return own.length === 0 ? [] : [[child, inWords(child, own, on)] as const];
    }),
  );
}

/** The first that any of the books says. */
const first = <Value>(rows: readonly FaceRow[], of: (row: FaceRow) => Value | null): Value | null =>
  rows.map(of).find((value) => value !== null) ?? null;

function inWords(child: Id, rows: readonly FaceRow[], on: LocalDate): ChildInWords {
  const face: ChildFace = {
    child,
    councilChildIds: [...new Set(rows.flatMap((row) => row.council_child_id ?? []))],
    name: first(rows, (row) => row.name),
    bornOn: first(rows, (row) => row.born_on),
    expectedOn: first(rows, (row) => row.expected_on),
    diedOn: first(rows, (row) => row.died_on),
    sex: first(rows, (row) => row.sex),
    inDoubtWith: [],
  };
  return { heading: headingOf(face, on), councilIds: councilIdsOf(face) };
}
