import type { ClockDuty, Condition, Count, FactInScope } from './duty.ts';

/** A limit in words. */
type CountWords = (limit: number, count: Count) => string;

const quoted = (name: string): string => `\`${name}\``;
const listed = (names: readonly string[]): string => [...new Set(names)].map(quoted).join(', ');
const named = (facts: readonly Pick<FactInScope, 'fact'>[]): string => listed(facts.map(({ fact }) => fact));

/** What starts, meets, ends and moves a duty with a due day, in one sentence for the register. */
export function clockInWords(duty: ClockDuty, countWords: CountWords): string {
  const parts = [
    `Starts: ${duty.starts.map(startInWords).join(', ')}`,
    `met by: ${listed(duty.meets)}${duty.restarts ? ', which starts the next count' : ''}`,
    duty.orBefore.length > 0 ? `or before the start by: ${duty.orBefore.map(beforeInWords).join(', ')}` : null,
    duty.dueNoLaterThan.length > 0 ? `due no later than the day of: ${named(duty.dueNoLaterThan)}` : null,
    ...duty.switches.map((each) => switchInWords(each, countWords)),
    duty.ends.length > 0
      ? `ends: ${listed(duty.ends.map(({ fact, voids }) => (voids ? `${fact} (nothing was owed)` : fact)))}`
      : null,
    duty.excuses.length > 0 ? `excused by: ${named(duty.excuses)}` : null,
    duty.reasons.length > 0 ? `reason for lateness: ${named(duty.reasons)}` : null,
  ];
  return `${parts.filter((part) => part !== null).join('; ')}.`;
}

function startInWords({ fact, ordinal, counts, while: conditions }: ClockDuty['starts'][number]): string {
  const words = [
    ordinal === 'first' ? 'only the first' : ordinal === 'later' ? 'every one after the first' : null,
    ...conditions.map(conditionInWords),
    counts ? 'counted from the last one' : null,
  ].filter((word) => word !== null);
  return words.length > 0 ? `${quoted(fact)} (${words.join(', ')})` : quoted(fact);
}

const conditionInWords = ({ opens, closes, in: scope, not }: Condition): string =>
  `${not ? 'unless' : 'while'} between ${quoted(opens)} and ${quoted(closes)}${scope === 'thread' ? ' of the same thing' : ''}`;

const beforeInWords = ({ fact, withinMonths }: ClockDuty['orBefore'][number]): string =>
  withinMonths === undefined
    ? quoted(fact)
    : `${quoted(fact)} within ${withinMonths === 1 ? 'a month' : `${withinMonths} months`}`;

function switchInWords(each: ClockDuty['switches'][number], countWords: CountWords): string {
  const limit = `${countWords(each.limit, each.count)} the last start`;
  if ('at' in each) return `from the first ${quoted(each.at)} on: ${limit}`;
  return 'atAge' in each
    ? `from the age of ${each.atAge} on: ${limit}`
    : `from ${each.afterMonths} months after the first start on: ${limit}`;
}
