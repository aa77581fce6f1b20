import type { LocalDate } from '../../../kernel/local-date.ts';
import { addDays } from '../../../kernel/local-date.ts';
import type { Policy } from '../../../sight/facts.ts';
import type { Confidence, Count, Duty, DutyValue, Force } from '../../../statute/duty.ts';

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
export function setLocally(duty: Duty, policies: readonly Policy[], on: LocalDate): SetLocally[] {
  return duty.parameters.flatMap(({ name }) => {
    const set = policies
      .filter((policy) => policy.parameter === name && policy.from <= on)
      .sort((a, b) => b.from.localeCompare(a.from) || b.believedFrom.localeCompare(a.believedFrom))[0];
    return set ? [{ parameter: name, value: set.value, from: set.from }] : [];
  });
}

const switchesOn = (duty: Duty, set: readonly SetLocally[]): boolean =>
  duty.parameters.some(
    ({ name, sets }) =>
      (sets === 'switched-on' || sets === 'limit') &&
      set.some(({ parameter, value }) => parameter === name && value !== false),
  );

function whyNotInForce(duty: Duty, period: Period | undefined, set: readonly SetLocally[]): DutyOnADay['whyNot'] {
  if (period === undefined) return 'not-yet';
  if (period.value === null)
    return historyOf(duty).some(({ from, value }) => from < period.from && value) ? 'ceased' : 'not-yet';
  const nothingToCount = duty.shape === 'clock' && period.value.limit === null;
  return (duty.ships === 'off' || nothingToCount) && !switchesOn(duty, set) ? 'switched-off' : null;
}

/** The limit in force: the council's own where it has set one, else the law's. */
function limitOf(duty: Duty, value: DutyValue, set: readonly SetLocally[]): DutyOnADay['limit'] {
  const parameter = duty.parameters.find(
    ({ name, sets }) => sets === 'limit' && set.some((each) => each.parameter === name),
  );
  const own = set.find(({ parameter: name }) => name === parameter?.name)?.value;
  const unit = value.count ?? parameter?.count ?? null;
  const number = typeof own === 'number' ? own : value.limit;
  return number === null || unit === null ? null : { value: number, unit };
}

/** One duty by the law of a day, with what the council has set for itself. */
export function dutyOnADay(duty: Duty, policies: readonly Policy[], on: LocalDate): DutyOnADay {
  const period = periodOn(duty, on);
  const hasSet = setLocally(duty, policies, on);
  const whyNot = whyNotInForce(duty, period, hasSet);
  const cited = period?.value ?? citedOn(duty, on);
  return {
    duty: duty.id,
    title: duty.title,
    owes: duty.owes,
    asks: duty.asks,
    inForce: whyNot === null,
    whyNot,
    limit: whyNot === null ? limitOf(duty, cited, hasSet) : null,
    force: cited.force,
    citation: cited.citation,
    confidence: cited.confidence,
    relaxed: duty.overlays.some(({ from, until }) => from <= on && on <= until),
    maySet: duty.parameters.map(({ name, may, note }) => ({ name, may, note: note ?? null })),
    hasSet,
  };
}
