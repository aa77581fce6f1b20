import type { Fact, Standing } from '../../src/sight/facts.ts';
import { clocksOn, type OracleAnswer } from './oracle-clocks.ts';
import { coverageOracle, heldWhileOpenOn, type OracleCoverage } from './oracle-coverage.ts';
import { believedAt } from './oracle-facts.ts';
import { leaveDaysOn, type OracleLaw } from './oracle-law.ts';
import { agreedOn, versionsOf } from './oracle-sources.ts';
import { statesOn } from './oracle-states.ts';

export type { OracleAnswer, OracleCoverage, OracleLaw };
export type OracleHistory = {
  readonly facts: readonly Fact[];
  readonly standings: readonly Standing[];
};

/** Every clock and check that there is on a day, as known at a moment: slow, and from the rules alone. */
export function answersOn(law: OracleLaw, history: OracleHistory, known: string, on: number): OracleAnswer[] {
  const versions = versionsOf(believedAt(history.facts, known));
  const standing = { standings: history.standings, known, leaveDays: (from: string) => leaveDaysOn(law, from) };
  return law.duties.flatMap((duty) => {
    if (duty.shape === 'clock') return agreedOn(versions, (facts) => clocksOn(law, duty, facts, on));
    if (duty.check.is === 'held-while-open') return heldWhileOpenOn(law, duty, versions.trusted, standing, on);
    return agreedOn(versions, (facts) => statesOn(law, duty, facts, on));
  });
}

export const coverageAt = (law: OracleLaw, history: OracleHistory, known: string, on: number): OracleCoverage =>
  coverageOracle(
    versionsOf(believedAt(history.facts, known)).trusted,
    { standings: history.standings, known, leaveDays: (from: string) => leaveDaysOn(law, from) },
    on,
  );
