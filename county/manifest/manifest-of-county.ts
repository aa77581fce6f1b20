import type { Id } from '../../src/kernel/id.ts';
import type { Day } from '../generate/days.ts';
import type { Noted } from '../generate/happenings.ts';
import { clocksUnder } from './clock-rule.ts';
import type { ExpectedOfBook } from './expected.ts';
import { RULES_OF_CARE, RULES_OF_HEALTH } from './rules-of-care.ts';
import { RULES_OF_CARERS } from './rules-of-carers.ts';
import { RULES_OF_NEED, RULES_OF_PROTECTION } from './rules-of-need.ts';
import { RULES_OF_VISITS } from './rules-of-visits.ts';
import { spansOf } from './spans-of-child.ts';
import type { Standing } from './standing-of-workers.ts';
import { statesOf } from './state-rules.ts';
import { withWhatFollows } from './what-follows.ts';

export const CLOCK_RULES = [
  ...RULES_OF_NEED,
  ...RULES_OF_PROTECTION,
  ...RULES_OF_CARE,
  ...RULES_OF_VISITS,
  ...RULES_OF_HEALTH,
  ...RULES_OF_CARERS,
];

/** What the manifest expects of one book, a child's or a carer's, on the present day. */
export function expectedOf(book: Id, happenings: readonly Noted[], standing: Standing, today: Day): ExpectedOfBook {
  const noted = withWhatFollows(happenings);
  const clocks = CLOCK_RULES.flatMap((rule) => clocksUnder(rule, book, noted, today));
  return { clocks, states: statesOf(book, noted, clocks, today), spans: spansOf(book, noted, clocks, standing, today) };
}
