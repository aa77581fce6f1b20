import { instantOf } from '../src/kernel/instant.ts';
import { type LocalDate, toEpochDay } from '../src/kernel/local-date.ts';
import { compileStatute } from '../src/sight/compile.ts';
import { judge, judged } from '../src/sight/judge.ts';
import { type Bench, fastestOf, type Measured } from './bench.ts';
import { checkOf } from './p1-check.ts';
import { inventChildren } from './p1-children.ts';
import { judgeOnAllCores } from './p1-cores.ts';
import { duckDbAnswers } from './p1-duckdb.ts';
import { statute, THIRTY, THREE } from './p1-duties.ts';
import { oracleAgrees } from './p1-oracle.ts';
import { scan } from './p1-scan.ts';

const ON = '2026-04-20' as LocalDate;
const KNOWN = Date.UTC(2026, 3, 20, 22, 0);
const CHECKED = 2000;

/**
 * `judge` is the function by which many children are judged; its core is the one that a child's page runs for its clocks.
 * Warm: the columns lie in memory, as they do for the scan and for DuckDB. On one core beside the scan, which has one too;
 * on all cores beside DuckDB, which takes them all (on a busy machine one core may do better: the better time counts).
 */
async function run(size: number): Promise<Measured> {
  const columns = inventChildren(size);
  const known = instantOf(KNOWN);
  const three = compileStatute({ ...statute, duties: THREE }, []);
  const answers = judged(size * 12);
  let [milliseconds, scanned] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let turn = 0; turn < 9; turn += 1) {
    milliseconds = Math.min(milliseconds, await fastestOf(1, () => judge(three, columns, ON, known, answers)));
    scanned = Math.min(scanned, await fastestOf(1, () => scan(columns)));
  }
  const check = checkOf(answers);
  const agrees = oracleAgrees(columns, THREE, answers, toEpochDay(ON), KNOWN, CHECKED);
  const cores = await judgeOnAllCores({ columns, on: ON, known });
  const duckDb = await duckDbAnswers(three.clocks, columns, toEpochDay(ON), KNOWN);
  const thirty = compileStatute({ ...statute, duties: THIRTY }, []);
  const ofThirty = await fastestOf(2, () => judge(thirty, columns, ON, known, answers));
  return {
    size,
    milliseconds,
    beside: [
      { name: 'memory scan of the same columns', milliseconds: scanned, is: 'bound' },
      { name: 'DuckDB, on all cores', milliseconds: duckDb.milliseconds, is: 'peer' },
      { name: `ours on all ${cores.cores} cores`, milliseconds: cores.milliseconds, is: 'peer' },
      { name: '30 duties instead of 3', milliseconds: ofThirty, is: 'peer' },
    ],
    found: {
      clocks: cores.clocks,
      oracleAgrees: agrees,
      coresAgree: cores.check === check,
      duckDbAgrees: duckDb.clocks === cores.clocks && duckDb.check === check,
    },
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
    ratioToDuckDb: timeOf(largest, 1) / Math.min(timeOf(largest, 2), largest.milliseconds),
    ratioToDuckDbOnOneCore: timeOf(largest, 1) / largest.milliseconds,
    oracleAgrees: largest.found.oracleAgrees === true,
    ratioOfThirtyDuties: timeOf(largest, 3) / largest.milliseconds,
  }),
};
