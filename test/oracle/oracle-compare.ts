import type { Id } from '../../src/kernel/id.ts';
import type { Instant } from '../../src/kernel/instant.ts';
import type { LocalDate } from '../../src/kernel/local-date.ts';
import type { ClockPiece } from '../../src/sight/clock.ts';
import { clocksOf, verdictOn } from '../../src/sight/clocks.ts';
import { type CompiledStatute, compileStatute } from '../../src/sight/compile.ts';
import { coverageOn } from '../../src/sight/coverage.ts';
import { FACT_NAMES, type FactName } from '../../src/sight/facts.ts';
import { readStatute } from '../../src/statute/read-statute.ts';
import { answersOn, coverageAt, type OracleAnswer, type OracleCoverage, type OracleLaw } from './oracle.ts';
import { dayText } from './oracle-days.ts';
import { TEST_DUTIES } from './oracle-duties.fixture.ts';
import type { History } from './oracle-histories.fixture.ts';

const read = await readStatute();
const calendar = read.calendars.get('england-and-wales');
if (!calendar) throw new Error('no calendar');

/** The statute, with duties for what it does not use yet. */
export const statute = { ...read, duties: [...read.duties, ...TEST_DUTIES] };
export const NAMES: readonly FactName[] = FACT_NAMES.filter((name) => !name.startsWith('spoken.'));
export const CHILD = 'cccccccc-0000-4000-8000-000000000001' as Id;

const holidays = {
  days: new Set([...calendar.holidays.keys()].map(dayText)),
  firstYear: Number(dayText(calendar.from).slice(0, 4)),
  lastYear: Number(dayText(calendar.until).slice(0, 4)),
};

export const lawOf = (history: History): OracleLaw => ({
  duties: statute.duties,
  policies: history.policies,
  holidays,
});
export const compiledFor = (history: History): CompiledStatute => compileStatute(statute, history.policies);

const key = (answer: OracleAnswer): string =>
  [
    answer.duty,
    answer.thread.slice(0, 8),
    answer.thread.slice(-2),
    answer.startedBy.slice(-2),
    answer.verdict,
    answer.because ?? '',
    answer.dueFrom ?? '?',
    answer.dueUntil ?? '?',
  ].join(' ');

export const piecesOf = (history: History, known: Instant): ClockPiece[] =>
  clocksOf(compiledFor(history), CHILD, history.facts, known, history.standings);

/** What the engine says on a day, a line for each clock, in a fixed order. */
export const saidByEngine = (pieces: readonly ClockPiece[], on: number): string[] =>
  verdictOn(pieces, dayText(on) as LocalDate)
    .map((piece) => key(piece))
    .sort();

/** What the oracle says. */
export const saidByOracle = (history: History, known: Instant, on: number): string[] =>
  answersOn(lawOf(history), history, known, on).map(key).sort();

export const coverageByEngine = (history: History, known: Instant, on: number): OracleCoverage =>
  coverageOn({
    facts: history.facts,
    standings: history.standings,
    leaveDays: compiledFor(history).leaveDays,
    on: dayText(on) as LocalDate,
    known,
  });
export const coverageByOracle = (history: History, known: Instant, on: number): OracleCoverage =>
  coverageAt(lawOf(history), history, known, on);
