import { instantOf } from '../src/kernel/instant.ts';
import { type LocalDate, toEpochDay } from '../src/kernel/local-date.ts';
import { compileStatute } from '../src/sight/compile.ts';
import { judge, judged } from '../src/sight/judge.ts';
import { type Bench, fastestOf, type Measured } from './bench.ts';
import { inventChildren } from './p1-children.ts';
import { duckDbAnswers } from './p1-duckdb.ts';
import { statute, THIRTY, THREE } from './p1-duties.ts';
import { oracleAgrees } from './p1-oracle.ts';
import { scan } from './p1-scan.ts';

const ON = '2026-04-20' as LocalDate;
const KNOWN = Date.UTC(2026, 3, 20, 22, 0);
const CHECKED = 2000;

/**
 * `judge` is the function by which figures are taken: its core is the one that a child's page runs for its clocks.
 * Warm: the columns lie in memory, as they do for the scan beside it and for DuckDB's own table.
 */
async function run(size: number): Promise<Measured> {
  const columns = inventChildren(size);
  const three = compileStatute({ ...statute, duties: THREE }, []);
  const thirty = compileStatute({ ...statute, duties: THIRTY }, []);
  const known = instantOf(KNOWN);
  const answers = judged(size * 16);
  const more = judged(size * 16);
  for (let warm = 0; warm < 3; warm += 1) judge(three, columns, ON, known, answers, 0, Math.min(size, 20_000));
  const milliseconds = await fastestOf(3, () => judge(three, columns, ON, known, answers));
  const scanned = await fastestOf(5, () => scan(columns));
  const ofThirty = await fastestOf(2, () => judge(thirty, columns, ON, known, more));
  const agrees = oracleAgrees(columns, THREE, answers, toEpochDay(ON), KNOWN, CHECKED);
  const duckDb = await duckDbAnswers(columns, answers, toEpochDay(ON), KNOWN);
  return {
    size,
    milliseconds,
    beside: [
      { name: 'memory scan of the same columns', milliseconds: scanned, is: 'bound' },
      { name: 'DuckDB, the same duties in its SQL', milliseconds: duckDb.milliseconds, is: 'peer' },
      { name: '30 duties instead of 3', milliseconds: ofThirty, is: 'peer' },
    ],
    found: { clocks: answers.size, oracleAgrees: agrees, duckDbAgrees: duckDb.agrees },
  };
}

const timeOf = ({ beside }: Measured, at: number): number => beside[at]?.milliseconds ?? Number.NaN;

export const bench: Bench = {
  id: 'p1',
  title: 'Line of sight: verdict and due day of every clock, 20 facts a child, 3 duties, warm',
  of: 'children',
  sizes: [62_500, 250_000, 1_000_000],
  run,
  headline: (largest) => ({
    ratioToScan: largest.milliseconds / timeOf(largest, 0),
    ratioToDuckDb: timeOf(largest, 1) / largest.milliseconds,
    oracleAgrees: largest.found.oracleAgrees === true,
    ratioOfThirtyDuties: timeOf(largest, 2) / largest.milliseconds,
  }),
};
