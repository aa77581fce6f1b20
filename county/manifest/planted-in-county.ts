import type { Id } from '../../src/kernel/id.ts';
import { badAutumn } from '../generate/county-plan.ts';
import type { Day } from '../generate/days.ts';
import type { Noted } from '../generate/happenings.ts';
import type { InventedCounty } from '../generate/invent-county.ts';
import { isWorked } from '../generate/working-calendar.ts';
import type { ExpectedOfBook } from './expected.ts';
import { expectedOf } from './manifest-of-county.ts';
import { standingOf } from './standing-of-workers.ts';

/** One place in the county where something went wrong on purpose. */
export type PlantedPlace = { readonly book: Id; readonly on: Day };

/** What the county goes wrong in on purpose; `to come` where no module speaks of it yet, and nothing is told of it. */
export const PLANTED = {
  'a bad autumn without social workers': 'allocation',
  'an assessment done in time and empty': 'assessment',
  'a plan made of one paragraph': 'child-in-need',
  'a visit at which the child was not seen': 'child-in-need',
  'a conference late around a holiday': 'protection',
  'a registration that lapsed in an enquiry or a plan': 'workforce',
  'a health assessment late for lack of consent': 'looked-after',
  'a carer whose supervision was never signed': 'fostering',
  'a contact about one man of three names': 'front-door',
  'a complaint that went silent': 'to come',
  'the same finding in two inspections': 'to come',
} as const;
export type PlantedKind = keyof typeof PLANTED;

type Book = { readonly book: Id; readonly noted: readonly Noted[]; readonly expected: ExpectedOfBook };

/** Every place of every planted kind, in the order in which the county is invented. */
export function plantedIn(invented: InventedCounty): ReadonlyMap<PlantedKind, readonly PlantedPlace[]> {
  const { today } = invented.county;
  const standing = standingOf(invented.workforce.workers);
  const found = new Map<PlantedKind, PlantedPlace[]>((Object.keys(PLANTED) as PlantedKind[]).map((kind) => [kind, []]));
  const look = ({ book, noted }: Pick<Book, 'book' | 'noted'>): void => {
    const expected = expectedOf(book, noted, standing, today);
    for (const [kind, places] of placesIn({ book, noted, expected }, today)) found.get(kind)?.push(...places);
  };
  for (const carer of invented.carers) look(carer);
  for (const { children } of invented.families()) for (const child of children) look(child);
  return found;
}

function placesIn({ book, noted, expected }: Book, today: Day): [PlantedKind, PlantedPlace[]][] {
  const autumn = badAutumn(today);
  const at = (on: Day): PlantedPlace => ({ book, on });
  const where = (holds: (each: Noted) => boolean): PlantedPlace[] => noted.filter(holds).map(({ on }) => at(on));
  const late = (duty: string, holds: (startedOn: Day, dueOn: Day) => boolean): PlantedPlace[] =>
    expected.clocks
      .filter((clock) => clock.duty === duty && clock.late !== null && holds(clock.startedOn, clock.dueOn))
      .map(({ dueOn }) => at(dueOn));
  const waited = noted.some(({ as }) => as === 'waited for consent');
  return [
    [
      'a bad autumn without social workers',
      where(({ is, on }) => is === 'in nobody’s hands' && on >= autumn.from && on < autumn.until),
    ],
    ['an assessment done in time and empty', where(({ is, as }) => is === 'assessment completed' && as === 'empty')],
    ['a plan made of one paragraph', where(({ as }) => as === 'one paragraph')],
    ['a visit at which the child was not seen', where(({ is }) => is === 'not seen')],
    ['a conference late around a holiday', late('icpc-15wd', hasHoliday)],
    [
      'a registration that lapsed in an enquiry or a plan',
      expected.spans.filter(({ because }) => because === 'not-registered').map(({ from }) => at(from)),
    ],
    ['a health assessment late for lack of consent', waited ? late('iha-20wd', () => true) : []],
    ['a carer whose supervision was never signed', where(({ as }) => as === 'never signed').slice(0, 1)],
    ['a contact about one man of three names', where(({ as }) => as === 'the same man')],
  ];
}

/** Is there a weekday in between that is not worked? */
const hasHoliday = (from: Day, until: Day): boolean =>
  Array.from({ length: until - from }, (_, at) => from + 1 + at).some((day) => (day + 3) % 7 < 5 && !isWorked(day));
