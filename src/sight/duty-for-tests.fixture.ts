import { TEST_DUTIES } from '../../test/oracle/oracle-duties.fixture.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { readStatute } from '../statute/read-statute.ts';
import { clocksOf, verdictOn } from './clocks.ts';
import { compileStatute } from './compile.ts';
import type { Fact } from './facts.ts';
import { CHILD, LATER } from './history.fixture.ts';

const read = await readStatute();
/** The statute, and duties of no law that use what it does not use yet. */
export const testStatute = { ...read, duties: [...read.duties, ...TEST_DUTIES] };
export const testCompiled = compileStatute(testStatute, []);

/** Asks a duty on a day: the verdict of each of its clocks, with the reason where it cannot be told. */
export const verdictsBy =
  (duty: string) =>
  (day: string, facts: readonly Fact[]): string[] =>
    verdictOn(clocksOf(testCompiled, CHILD, facts, LATER, []), day as LocalDate)
      .filter((piece) => piece.duty === duty)
      .map(({ verdict, because }) => (because ? `${verdict}: ${because}` : verdict));
