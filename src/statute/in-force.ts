import { addDays, type LocalDate } from '../kernel/local-date.ts';
import { type CouncilSetting, parametersNamed, settingOn, whyNotAllowed } from './council-setting.ts';
import type { Count, Duty, DutyValue, Parameter } from './duty.ts';

/**
 * What one duty asks on a day. Only `in-force` starts clocks. `not-yet` and `ceased` are the law's own edges (or a
 * council's go-live day); `switched-off` ships off and nobody has switched it on; `no-number` has no limit until a
 * council sets one.
 */
export type InForce =
  | {
      readonly is: 'in-force';
      readonly value: DutyValue;
      /** The limit, the counting or the very being in force comes from the council and not from the law. */
      readonly local: boolean;
    }
  | { readonly is: 'not-yet' }
  | { readonly is: 'ceased'; readonly last: DutyValue }
  | { readonly is: 'switched-off'; readonly value: DutyValue }
  | { readonly is: 'no-number'; readonly value: DutyValue };

/** What a duty asks from a day until the day before the next regime. */
export type Regime = { readonly from: LocalDate; readonly inForce: InForce };

/** The law's own value on a day: undefined before the first, null once it has ceased. */
export function nationalValueOn(duty: Duty, on: LocalDate): DutyValue | null | undefined {
  let found: DutyValue | null | undefined;
  for (const [from, value] of Object.entries(duty.values)) if (from <= on) found = value;
  return found;
}

/**
 * What a duty asks on a day, under the law and what the council has set for itself. A setting that is laxer than the
 * law, or that is not of its parameter's kind, is passed over: the law stands (`whyNotAllowed` says why).
 */
export function inForceOn(duty: Duty, on: LocalDate, settings: readonly CouncilSetting[] = []): InForce {
  const allowed = (sets: Parameter['sets'], law: DutyValue | null) => allowedSetting(duty, sets, on, settings, law);
  const national = nationalValueOn(duty, on);
  const dated = datedByCouncil(duty, on, national, allowed('begins-on', null), allowed('ends-on', null));
  if ('is' in dated) return dated;
  const limit = allowed('limit', dated.value);
  const { value, local } = overlaid(dated.value, dated.local, limit, allowed('start-counts', dated.value));
  const switched = allowed('switched-on', dated.value)?.value;
  const isOn = switched === undefined ? duty.ships === 'on' || limit !== undefined : switched === true;
  if (!isOn) return { is: 'switched-off', value };
  if (duty.shape === 'clock' && value.limit === null) return { is: 'no-number', value };
  return { is: 'in-force', value, local: local || value.force === 'local' };
}

type Setting = { readonly parameter: Parameter; readonly value: CouncilSetting['value'] };

function allowedSetting(
  duty: Duty,
  sets: Parameter['sets'],
  on: LocalDate,
  settings: readonly CouncilSetting[],
  law: DutyValue | null,
): Setting | undefined {
  const parameter = duty.parameters.find((each) => each.sets === sets);
  const setting = parameter && settingOn(settings, parameter.name, on);
  if (!parameter || !setting || whyNotAllowed(parameter, setting.value, law) !== null) return undefined;
  return { parameter, value: setting.value };
}

/** The value that the council's own first and last day leave; outside the law's days it is the nearest value, as a local one. */
function datedByCouncil(
  duty: Duty,
  on: LocalDate,
  national: DutyValue | null | undefined,
  begins: Setting | undefined,
  ends: Setting | undefined,
): { value: DutyValue; local: boolean } | Extract<InForce, { is: 'not-yet' | 'ceased' }> {
  const written = Object.values(duty.values).filter((value) => value !== null);
  const [first, last] = [written[0], written.at(-1)];
  if (!first || !last) return { is: 'not-yet' };
  if (ends && national !== undefined) {
    if (on >= String(ends.value)) return { is: 'ceased', last: national ?? last };
    if (national === null) return { value: asLocal(last), local: true };
  }
  if (begins) {
    if (on < String(begins.value)) return { is: 'not-yet' };
    if (national === undefined) return { value: asLocal(first), local: true };
  }
  if (national === undefined) return { is: 'not-yet' };
  return national === null ? { is: 'ceased', last } : { value: national, local: false };
}

const INCLUSIVE: { readonly [Each in Count]?: Count } = {
  'working-days+': 'working-days=',
  'days+': 'days=',
  'weeks+': 'weeks=',
};
const EXCLUSIVE: { readonly [Each in Count]?: Count } = {
  'working-days=': 'working-days+',
  'days=': 'days+',
  'weeks=': 'weeks+',
};

const asLocal = (value: DutyValue): DutyValue => ({ ...value, force: 'local' });

function overlaid(
  value: DutyValue,
  local: boolean,
  limit: Setting | undefined,
  startCounts: Setting | undefined,
): { value: DutyValue; local: boolean } {
  let [now, isLocal] = [value, local];
  if (limit && limit.value !== value.limit) {
    const { next: _, ...rest } = now;
    now = asLocal({ ...rest, limit: Number(limit.value), count: limit.parameter.count ?? value.count });
    isLocal = true;
  }
  if (startCounts && now.count) {
    const count = startCounts.value ? (INCLUSIVE[now.count] ?? now.count) : (EXCLUSIVE[now.count] ?? now.count);
    isLocal = isLocal || count !== now.count;
    now = { ...now, count };
  }
  return { value: now, local: isLocal };
}

/**
 * A duty's regimes in order of their days, each other than the one before. The first begins on the first day on which
 * anything is known to change; before it the duty is not in force.
 */
export function regimesOf(duty: Duty, settings: readonly CouncilSetting[] = []): readonly Regime[] {
  const mine = settings.filter(({ parameter }) => duty.parameters.some(({ name }) => name === parameter));
  const dated = mine.flatMap(({ value }) => (typeof value === 'string' ? [value as LocalDate] : []));
  const days = new Set([...(Object.keys(duty.values) as LocalDate[]), ...mine.map(({ from }) => from), ...dated]);
  const regimes: Regime[] = [];
  for (const from of [...days].sort()) {
    const inForce = inForceOn(duty, from, mine);
    const before = regimes.at(-1)?.inForce ?? { is: 'not-yet' };
    if (!sameRegime(before, inForce)) regimes.push({ from, inForce });
  }
  return regimes;
}

const sameRegime = (a: InForce, b: InForce): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Why the council may not set this, a sentence for every duty that refuses it; empty when all allow it. A name that
 * no duty has is refused too. A limit must be stricter than every value of the law from its day on, not the first alone.
 */
export function refusalsOf(duties: readonly Duty[], setting: CouncilSetting): readonly string[] {
  const named = parametersNamed(duties, setting.parameter);
  if (named.length === 0) return [`There is no setting called ${setting.parameter}.`];
  return named.flatMap(({ duty, parameter }) => {
    const standing = nationalValueOn(duty, setting.from) ?? null;
    const later = Object.entries(duty.values).filter(([from]) => from > setting.from);
    const reasons = [standing, ...later.map(([, value]) => value)].map((national) =>
      whyNotAllowed(parameter, setting.value, national),
    );
    return [...new Set(reasons.filter((reason) => reason !== null))].map((reason) => `${duty.title}: ${reason}`);
  });
}

/** The last day of a regime: the day before the next begins; null for the one that still holds. */
export function lastDayOf(regimes: readonly Regime[], at: number): LocalDate | null {
  const next = regimes[at + 1];
  return next ? addDays(next.from, -1) : null;
}
