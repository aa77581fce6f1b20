import type { StateDuty } from '../statute/duty.ts';
import { type ChildView, inScope, isPresent } from './child-view.ts';
import { NO_EARLIEST, NO_LATEST } from './day-bounds.ts';
import { factCode, SCOPES } from './fact-roles.ts';
import { codeOf } from './facts.ts';
import type { CheckedFact } from './run-states.ts';
import { CANNOT_TELL, FAILS, HOLDS, KNOWN, MET_DAY, SOURCE_NEVER_SAYS, START_DAY } from './running-clock.ts';
import type { StateAnswer, StateCheck } from './state-check.ts';
import { type Silence, silenceFrom } from './state-evidence.ts';

type Accompanied = Extract<StateDuty['check'], { is: 'accompanied' }>;

/** Does some fact of a kind stand beside the one that the check is about? */
export function accompanied(check: Accompanied, about: CheckedFact, view: ChildView): StateCheck | undefined {
  if (check.sparesUnborn && isUnborn(view, about.s2)) return undefined;
  const scope = SCOPES[check.in];
  const wanted = check.by.map(factCode);
  const against = check.failsOn.map(factCode);
  const found: number[] = [];
  const contrary: number[] = [];
  for (let each = 0; each < view.size; each += 1) {
    const at = view.rows[each] as number;
    if (at === about.start || !inScope(view, scope, about.start, at)) continue;
    if (wanted.includes(view.code[at] as number)) found.push(at);
    if (against.includes(view.code[at] as number)) contrary.push(at);
  }
  // Where something says outright that it fails, saying neither is no answer, whoever is silent.
  const silence =
    against.length > 0
      ? { until: NO_EARLIEST, code: SOURCE_NEVER_SAYS }
      : silenceFrom(
          view,
          about.duty.speakers,
          about.start,
          about.s1,
          (at) => wanted.includes(view.code[at] as number) && inScope(view, scope, about.start, at),
        );
  const days = [about.first, silence.until + 1, ...[...found, ...contrary].flatMap((at) => daysOf(view, at))];
  const { when } = check;
  const answerOn =
    when === 'ever'
      ? (on: number) => everOn(view, found, contrary, silence, on)
      : (on: number) => besideOn(when, about, view, found, contrary, silence, on);
  return { ...about, last: NO_LATEST, days, answerOn };
}

const daysOf = (view: ChildView, at: number): number[] => [view.earliest[at] as number, view.latest[at] as number];
const told = (verdict: number): StateAnswer => ({ verdict, because: KNOWN });
const unknown = (because: number): StateAnswer => ({ verdict: CANNOT_TELL, because });

/** "At any time": the last that was said by then decides. */
function everOn(
  view: ChildView,
  found: readonly number[],
  contrary: readonly number[],
  silence: Silence,
  on: number,
): StateAnswer {
  const happened = (at: number) => (view.latest[at] as number) <= on;
  const lastFor = found.findLast(happened) ?? -1;
  const lastAgainst = contrary.findLast(happened) ?? -1;
  if (lastFor >= 0 || lastAgainst >= 0) return told(lastFor > lastAgainst ? HOLDS : FAILS);
  if (found.some((at) => (view.earliest[at] as number) <= on)) return unknown(MET_DAY);
  const isBlind = silence.code === SOURCE_NEVER_SAYS;
  return on <= silence.until || (found.length > 0 && !isBlind) ? told(FAILS) : unknown(silence.code);
}

/** On the day, by it or before it. Silence up to the end of that day is enough; what follows cannot change it. */
function besideOn(
  when: 'before' | 'same-day' | 'strictly-before',
  { s1, s2 }: CheckedFact,
  view: ChildView,
  found: readonly number[],
  contrary: readonly number[],
  silence: Silence,
  on: number,
): StateAnswer {
  const surely = (at: number): boolean => {
    const [from, until] = [view.earliest[at] as number, view.latest[at] as number];
    if (when === 'before') return until <= s1;
    return when === 'strictly-before' ? until < s1 : from === until && s1 === s2 && from === s1;
  };
  const perhaps = (at: number): boolean => {
    const [from, until] = [view.earliest[at] as number, view.latest[at] as number];
    if (when === 'before') return from <= s2;
    return when === 'strictly-before' ? from < s2 : from <= s2 && until >= s1;
  };
  if (found.some(surely)) return told(HOLDS);
  if (contrary.some((at) => (view.latest[at] as number) <= on)) return told(FAILS);
  const near = found.find(perhaps);
  if (near !== undefined) return unknown(view.earliest[near] === view.latest[near] ? START_DAY : MET_DAY);
  return s2 <= silence.until || on <= silence.until ? told(FAILS) : unknown(silence.code);
}

const BORN = codeOf('born.born');
const EXPECTED = codeOf('born.expected');

/** Not born by that day: the birth came later, or only an expected one is known. */
function isUnborn(view: ChildView, day: number): boolean {
  for (let each = 0; each < view.size; each += 1) {
    const at = view.rows[each] as number;
    if (view.code[at] === BORN) return (view.earliest[at] as number) > day;
  }
  return isPresent(view, EXPECTED);
}
