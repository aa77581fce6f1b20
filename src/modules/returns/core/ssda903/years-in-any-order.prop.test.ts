import fc from 'fast-check';
import { expect, test } from 'vitest';
import { statute } from '../../../../../test/census/census-in-tests.ts';
import { recordInMemory } from '../../../../../test/files/record-in-memory.ts';
import { episode, type Row903 } from '../../../../../test/ssda903/ssda903-in-tests.ts';
import { addDays, type LocalDate, mustBeDate } from '../../../../kernel/local-date.ts';
import { prepare903Child } from './prepare-ssda903-child.ts';
import { readNamed } from './read-ssda903-rows.ts';
import { SHAPES } from './ssda903-tables.ts';

const columns = SHAPES.find(({ table }) => table === 'Episodes')?.columns ?? [];
const YEARS = [2020, 2021, 2022, 2023, 2024];

/** What truly happened: episodes one after another, each of so many days, some the last of a period of care. */
type Life = readonly {
  readonly days: number;
  readonly by: 'L' | 'P' | 'B';
  readonly status: string;
  readonly away: number;
}[];
const life: fc.Arbitrary<Life> = fc.array(
  fc.record({
    days: fc.integer({ min: 1, max: 700 }),
    by: fc.constantFrom('L' as const, 'P' as const, 'B' as const),
    status: fc.constantFrom('C1', 'C2', 'V2'),
    /** Days at home after it; none when care goes on. */
    away: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 500 })),
  }),
  { minLength: 1, maxLength: 6 },
);

/** Years one beside another: each that is loaded stands next to one that is. */
const orders: fc.Arbitrary<number[]> = fc
  .tuple(fc.nat(YEARS.length - 1), fc.array(fc.boolean(), { minLength: YEARS.length, maxLength: YEARS.length }))
  .map(([first, earlier]) => {
    let [low, high] = [first, first];
    const order = [first];
    for (const goesBack of earlier) {
      if (low > 0 && (goesBack || high === YEARS.length - 1)) {
        low -= 1;
        order.push(low);
      } else if (high < YEARS.length - 1) {
        high += 1;
        order.push(high);
      }
    }
    return order.map((place) => YEARS[place] ?? 0);
  });

type Told = { on: LocalDate; until: LocalDate; by: string; status: string; leaves: boolean };
function toldBy(lived: Life): Told[] {
  let on = mustBeDate('2019-06-03');
  let [begins, status] = [true, ''];
  return lived.map((each) => {
    const until = addDays(on, each.days);
    const by = begins ? 'S' : each.by;
    status = by === 'P' ? status : each.status;
    const told = { on, until, by, status, leaves: each.away > 0 };
    begins = told.leaves;
    on = addDays(until, each.away);
    return told;
  });
}

const written = (day: LocalDate): string => day.split('-').toReversed().join('/');

/** The rows that the return of a year has: whatever touches the year, as it was known on its last day. */
function rowsOf(lived: Life, year: number): Row903[] {
  const [from, until] = [mustBeDate(`${year - 1}-04-01`), mustBeDate(`${year}-03-31`)];
  return toldBy(lived)
    .filter((each) => each.on <= until && each.until >= from)
    .map((each) => {
      const over = each.until <= until;
      const more = { RNE: each.by, LS: each.status, REC: over ? (each.leaves ? 'E4A' : 'X1') : '' };
      return episode('A', written(each.on), over ? written(each.until) : '', more);
    });
}

function load(record: ReturnType<typeof recordInMemory>, lived: Life, year: number) {
  const rows = rowsOf(lived, year).map((row, place) =>
    readNamed(
      'Episodes',
      columns,
      { line: place + 2, cells: new Map(Object.entries(row)) },
      { codeSets: statute.codeSets, year },
    ),
  );
  if (rows.length === 0) return null;
  const window = { from: mustBeDate(`${year - 1}-04-01`), until: mustBeDate(`${year}-03-31`) };
  return record.load('ssda903', prepare903Child('A', rows, window), year);
}

/** What is told with its day, without what is only told of by some day: a later status need not say since when. */
const daysOf = ({ standing }: ReturnType<typeof recordInMemory>): string[] =>
  standing()
    .filter(
      ({ type, happened }) =>
        type !== 'legal-status-changed' && type !== 'visiting-changed' && happened.latest !== null,
    )
    .filter(({ type }) => type.startsWith('care-') || type.startsWith('placement-'))
    .map(({ type, happened }) => `${type} ${happened.earliest}..${happened.latest}`)
    .sort();

test('years of a life in care tell the same, forwards or backwards from any of them, and nothing twice', () => {
  fc.assert(
    fc.property(life, orders, (lived, order) => {
      const [inOrder, shuffled] = [recordInMemory(), recordInMemory()];
      for (const year of YEARS) load(inOrder, lived, year);
      for (const year of order) load(shuffled, lived, year);
      expect(daysOf(shuffled)).toEqual(daysOf(inOrder));
      expect(new Set(daysOf(inOrder)).size).toBe(daysOf(inOrder).length);
      const ids = shuffled.entries.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const year of order)
        expect(load(shuffled, lived, year)?.acts.flatMap((act) => act.entries) ?? []).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
