import type { LocalDate } from '../../../kernel/local-date.ts';
import { addDays } from '../../../kernel/local-date.ts';
import type { Policy } from '../../../sight/facts.ts';
import { type PolicyBook, policyBook, settingOn } from '../../../sight/policy-in-force.ts';
import { valueOn } from '../../../sight/value-in-force.ts';
import type { Confidence, Count, Duty, DutyValue, Force, Parameter } from '../../../statute/duty.ts';

/** One stretch of a duty's history: the law of those days. `value` null: there was no such duty. */
export type Period = { readonly from: LocalDate; readonly until: LocalDate | null; readonly value: DutyValue | null };

/** What the law said, from the first day that the duty's file knows; the last one is still so. */
export function historyOf(duty: Duty): Period[] {
  const dated = (Object.entries(duty.values) as [LocalDate, DutyValue | null][]).sort(([a], [b]) => a.localeCompare(b));
  return dated.map(([from, value], index) => {
    const next = dated[index + 1]?.[0];
    return { from, until: next === undefined ? null : addDays(next, -1), value };
  });
}

/** The stretch that holds a day; undefined before the first. */
export const periodOn = (duty: Duty, on: LocalDate): Period | undefined =>
  historyOf(duty).findLast(({ from }) => from <= on);

export type SetLocally = { readonly parameter: string; readonly value: Policy['value']; readonly from: LocalDate };

/** A row of the duty register: the law of one day. */
export type DutyOnADay = {
  readonly duty: string;
  readonly title: string;
  readonly owes: string;
  readonly asks: string;
  readonly inForce: boolean;
  /** Why it is not in force; null when it is. */
  readonly whyNot: 'not-yet' | 'ceased' | 'switched-off' | null;
  readonly limit: { readonly value: number; readonly unit: Count } | null;
  /** Of the value in force, else of the nearest one: a duty always says what it rests on. */
  readonly force: Force;
  readonly citation: string;
  readonly confidence: Confidence;
  readonly relaxed: boolean;
  readonly maySet: readonly {
    readonly name: string;
    readonly sets: Parameter['sets'];
    readonly may: 'stricter' | 'free';
    readonly note: string | null;
  }[];
  readonly hasSet: readonly SetLocally[];
};

/** The value that a duty cites on a day on which none is in force: the last before it, else the first to come. */
function citedOn(duty: Duty, on: LocalDate): DutyValue {
  const periods = historyOf(duty);
  const before = periods.findLast(({ from, value }) => from <= on && value !== null)?.value;
  const cited = before ?? periods.find(({ value }) => value !== null)?.value;
  if (!cited) throw new Error(`the duty ${duty.id} has no value on any day`);
  return cited;
}

/** What the council had set of a duty's parameters by a day: the latest of each. */
const setLocally = (duty: Duty, book: PolicyBook, on: LocalDate): SetLocally[] =>
  duty.parameters.flatMap(({ name }) => {
    const value = settingOn(book, name, on);
    const from = book.get(name)?.findLast((policy) => policy.from <= on)?.from;
    return value === undefined || from === undefined ? [] : [{ parameter: name, value, from }];
  });

function whyNotInForce(duty: Duty, on: LocalDate): NonNullable<DutyOnADay['whyNot']> {
  const period = periodOn(duty, on);
  if (period?.value) return 'switched-off';
  return period && historyOf(duty).some(({ from, value }) => from < period.from && value) ? 'ceased' : 'not-yet';
}

/** One duty by the law of a day, with what the council has set for itself. */
export function dutyOnADay(duty: Duty, policies: readonly Policy[], on: LocalDate): DutyOnADay {
  const book = policyBook(policies, null);
  const { value, limit, count } = valueOn(duty, book, on);
  const nothingToCount = duty.shape === 'clock' && limit === null;
  const inForce = value !== null && !nothingToCount;
  const cited = value ?? citedOn(duty, on);
  return {
    duty: duty.id,
    title: duty.title,
    owes: duty.owes,
    asks: duty.asks,
    inForce,
    whyNot: inForce ? null : whyNotInForce(duty, on),
    limit: inForce && limit !== null && count !== null ? { value: limit, unit: count } : null,
    force: cited.force,
    citation: cited.citation,
    confidence: cited.confidence,
    relaxed: duty.overlays.some(({ from, until }) => from <= on && on <= until),
    maySet: duty.parameters.map(({ name, sets, may, note }) => ({ name, sets, may, note: note ?? null })),
    hasSet: setLocally(duty, book, on),
  };
}
