import type { Policy } from '../../src/sight/facts.ts';
import type { Duty } from '../../src/statute/duty.ts';
import { dayNumber, dayText, type Holidays } from './oracle-days.ts';

export type OracleLaw = {
  readonly duties: readonly Duty[];
  readonly policies: readonly Policy[];
  readonly holidays: Holidays;
};

/** What a duty asks of a start on one day; null when it asks nothing. */
export type Asks = { limit: number | null; next: number | null; count: string | null; local: boolean } | null;

function setting(duty: Duty, policies: readonly Policy[], sets: string, text: string) {
  const parameter = duty.parameters.find((each) => each.sets === sets);
  if (!parameter) return undefined;
  let best: Policy | undefined;
  for (const policy of policies) {
    if (policy.parameter !== parameter.name || policy.from > text) continue;
    if (!best || policy.from > best.from || (policy.from === best.from && policy.believedFrom > best.believedFrom))
      best = policy;
  }
  return { may: parameter.may, count: parameter.count, set: best?.value, value: best?.value ?? parameter.default };
}

export function asksOn(law: OracleLaw, duty: Duty, day: number): Asks {
  const text = day < dayNumber('1000-01-01') ? '0999-12-31' : dayText(day);
  const set = (sets: string) => setting(duty, law.policies, sets, text);
  const days = Object.keys(duty.values).sort();
  const begins = set('begins-on')?.value;
  const ends = set('ends-on')?.value;
  if (typeof begins === 'string' && text < begins) return null;
  if (typeof ends === 'string' && text >= ends) return null;
  let value = duty.values[days.filter((each) => each <= text).at(-1) ?? ''] ?? null;
  let local = false;
  if (!value && typeof begins === 'string') {
    const first = days.find((each) => duty.values[each]);
    if (first && text < first) [value, local] = [duty.values[first] ?? null, true];
  }
  if (!value && typeof ends === 'string') {
    const last = days.filter((each) => each <= text && duty.values[each]).at(-1);
    if (last) [value, local] = [duty.values[last] ?? null, true];
  }
  if (!value) return null;
  const on = set('switched-on');
  const own = set('limit');
  let runs = duty.ships === 'on' || own?.set !== undefined;
  if (typeof on?.value === 'boolean') runs = on.value || (duty.ships === 'on' && on.may !== 'free');
  if (!runs) return null;
  let limit = value.limit;
  let count: string | null = value.count;
  if (typeof own?.value === 'number' && own.value >= 1) {
    if (value.limit === null || own.may === 'free' || own.value < value.limit) {
      limit = Math.floor(own.value);
      count = count ?? own.count ?? null;
      if (limit !== value.limit) local = true;
    }
  }
  const inclusive = set('start-counts');
  if (count && typeof inclusive?.value === 'boolean') {
    const was = count;
    if (inclusive.value) count = /^(working-days|days|weeks)\+$/.test(count) ? count.replace('+', '=') : count;
    else if (inclusive.may === 'free') count = count.replace('=', '+');
    if (was !== count) local = true;
  }
  return { limit, next: value.next ?? null, count, local: local || value.force === 'local' };
}

/** Days of leave after which nobody holds a child, for a leave that begins on a day. */
export function leaveDaysOn(law: OracleLaw, text: string): number {
  for (const duty of law.duties) {
    const found = setting(duty, law.policies, 'leave-days', text);
    if (!found) continue;
    const standing = typeof found.value === 'number' && found.set === undefined ? found.value : 14;
    if (typeof found.set !== 'number' || found.set < 1) return standing;
    return found.may === 'free' ? found.set : Math.min(found.set, standing);
  }
  return 14;
}
