import { type LocalDate, localDate } from '../kernel/local-date.ts';
import type { Count, Duty, DutyValue, Parameter } from '../statute/duty.ts';
import { type PolicyBook, settingDays, settingOn } from './policy-in-force.ts';

/** What a duty asks of something that starts on a day, the council's own settings merged in. */
export type ValueInForce = {
  /** The first day for which it holds, until the next one's. */
  readonly from: LocalDate;
  /** The dated value of the duty's file; null when the duty does not apply. */
  readonly value: DutyValue | null;
  readonly limit: number | null;
  readonly next: number | null;
  readonly count: Count | null;
  /** The council's own policy set something of it. */
  readonly local: boolean;
};

const FIRST_DAY = '1000-01-01' as LocalDate;

/** The duty's dated values in order of their days, each merged with the policy in force on those days. */
export function valuesInForce(duty: Duty, book: PolicyBook): readonly ValueInForce[] {
  const names = duty.parameters.map((parameter) => parameter.name);
  const regimeDays = names.flatMap((name) =>
    (book.get(name) ?? []).flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
  );
  const days = [FIRST_DAY, ...(Object.keys(duty.values) as LocalDate[]), ...settingDays(book, names), ...regimeDays];
  const distinct = [...new Set(days)].sort();
  return distinct
    .map((day) => valueOn(duty, book, day))
    .filter((row, at, rows) => at === 0 || !same(row, rows[at - 1]));
}

function same(a: ValueInForce, b: ValueInForce | undefined): boolean {
  return (
    b !== undefined &&
    a.value === b.value &&
    a.limit === b.limit &&
    a.next === b.next &&
    a.count === b.count &&
    a.local === b.local
  );
}

/** The value for something that starts on `day`. A stricter setting binds, a laxer one is not heard where the law is fixed. */
export function valueOn(duty: Duty, book: PolicyBook, day: LocalDate): ValueInForce {
  const none: ValueInForce = { from: day, value: null, limit: null, next: null, count: null, local: false };
  const setting = (sets: Parameter['sets']) => settingFor(duty, book, sets, day);
  const regime = regimeOn(duty, day, setting('begins-on')?.value, setting('ends-on')?.value);
  if (!regime || !isSwitchedOn(duty, setting('switched-on'), setting('limit'))) return none;
  const { value } = regime;
  const national = value.limit;
  const own = setting('limit');
  const wanted = typeof own?.value === 'number' && own.value >= 1 ? Math.floor(own.value) : null;
  const heard = wanted !== null && (national === null || own?.parameter.may === 'free' || wanted < national);
  const limit = heard ? wanted : national;
  const nationalCount = value.count ?? (heard ? (own?.parameter.count ?? null) : null);
  const counted = countOf(nationalCount, setting('start-counts'));
  const local = (heard && wanted !== national) || regime.local || counted !== nationalCount || value.force === 'local';
  return { from: day, value, limit, next: value.next ?? null, count: counted, local };
}

type Setting = {
  readonly parameter: Parameter;
  readonly value: number | boolean | LocalDate | undefined;
  /** The council set it; false when the file's own default stands. */
  readonly isSet: boolean;
};

function settingFor(duty: Duty, book: PolicyBook, sets: Parameter['sets'], day: LocalDate): Setting | undefined {
  const parameter = duty.parameters.find((each) => each.sets === sets);
  if (!parameter) return undefined;
  const set = settingOn(book, parameter.name, day);
  return { parameter, value: set ?? parameter.default, isSet: set !== undefined };
}

/** The value that the files give for a day, moved by the day on which the council's own regime began or ended. */
function regimeOn(
  duty: Duty,
  day: LocalDate,
  beginsOn: Setting['value'],
  endsOn: Setting['value'],
): { value: DutyValue; local: boolean } | undefined {
  const dated = Object.entries(duty.values).sort(([a], [b]) => (a < b ? -1 : 1));
  const value = dated.findLast(([from]) => from <= day)?.[1] ?? null;
  const began = typeof beginsOn === 'string' && localDate(beginsOn);
  const ended = typeof endsOn === 'string' && localDate(endsOn);
  if ((began && day < began) || (ended && day >= ended)) return undefined;
  if (value) return { value, local: false };
  const first = dated.find(([, each]) => each !== null);
  if (began && first?.[1] && day < first[0]) return { value: first[1], local: true };
  const last = dated.findLast(([from, each]) => each !== null && from <= day)?.[1];
  return ended && last ? { value: last, local: true } : undefined;
}

/** A duty that ships switched off runs once the council switches it on, or gives it a number. */
function isSwitchedOn(duty: Duty, switchedOn: Setting | undefined, limit: Setting | undefined): boolean {
  if (typeof switchedOn?.value === 'boolean')
    return switchedOn.value || (duty.ships === 'on' && switchedOn.parameter.may !== 'free');
  return duty.ships === 'on' || limit?.isSet === true;
}

const INCLUSIVE: Partial<Record<Count, Count>> = {
  'working-days+': 'working-days=',
  'days+': 'days=',
  'weeks+': 'weeks=',
};

/** Counting the trigger day itself is stricter; the other way is heard only where the law leaves it open. */
function countOf(count: Count | null, startCounts: Setting | undefined): Count | null {
  if (count === null || typeof startCounts?.value !== 'boolean') return count;
  if (startCounts.value) return INCLUSIVE[count] ?? count;
  const exclusive = Object.entries(INCLUSIVE).find(([, inclusive]) => inclusive === count)?.[0] as Count | undefined;
  return startCounts.parameter.may === 'free' ? (exclusive ?? count) : count;
}
