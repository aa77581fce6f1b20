import type { Id } from '../../src/kernel/id.ts';
import type { Day } from '../generate/days.ts';
import type { Noted } from '../generate/happenings.ts';
import { clocksUnder } from './clock-rule.ts';
import type { ExpectedOfBook } from './expected.ts';
import { RULES_OF_NEED, RULES_OF_PROTECTION } from './rules-of-need.ts';
import { spansOf } from './spans-of-child.ts';
import type { Standing } from './standing-of-workers.ts';
import { statesOf } from './state-rules.ts';

const RULES = [...RULES_OF_NEED, ...RULES_OF_PROTECTION];

/** What the manifest expects of one child's book on the present day. */
export function expectedOfChild(
  book: Id,
  happenings: readonly Noted[],
  standing: Standing,
  today: Day,
): ExpectedOfBook {
  const noted = [...happenings].sort((a, b) => a.on - b.on);
  const clocks = RULES.flatMap((rule) => clocksUnder(rule, book, noted, today));
  return { clocks, states: statesOf(book, noted, clocks, today), spans: spansOf(book, noted, clocks, standing, today) };
}
