import type { ClockDuty, Condition, Count } from '../statute/duty.ts';
import type { CompiledSwitch, ScopedCode } from './compile.ts';
import type { DueTable } from './due-table.ts';
import { ENDS, EXCUSES, factCode, MEETS, REASONS, SCOPES, STARTS } from './fact-roles.ts';
import { MOST_SWITCHES } from './running-clock.ts';
import type { CompiledCondition, StartConditions } from './start-conditions.ts';

type Scoped = { readonly fact: string; readonly in: keyof typeof SCOPES };
type Tables = (limit: number, count: Count) => DueTable;
/** Bits of the files that speak of all these facts. */
type Speakers = (names: readonly string[]) => number;

/** The parts that facts play in a duty with a due day, by their codes. Throws when it has more switches than a clock can hold. */
export function compiledRoles(duty: ClockDuty, table: Tables, speakers: Speakers) {
  if (duty.switches.length > MOST_SWITCHES) throw new Error(`duty ${duty.id} has more than ${MOST_SWITCHES} switches`);
  const roles = new Uint8Array(256);
  const scoped = (role: number, each: readonly Scoped[]) => {
    for (const { fact } of each) roles[factCode(fact)] = (roles[factCode(fact)] ?? 0) | role;
    return scopesOf(each);
  };
  const starts = duty.starts.map(({ fact, meets }) => ({ fact, in: meets }));
  scoped(
    MEETS,
    duty.meets.map((fact) => ({ fact, in: 'child' as const })),
  );
  const conditions = conditionsOf(duty, speakers);
  const meetsItself = duty.starts.some(({ fact }) => duty.meets.includes(fact));
  return {
    shape: 'clock' as const,
    duty,
    roles,
    startScope: scoped(STARTS, starts),
    endScope: scoped(ENDS, duty.ends),
    voids: voidsOf(duty),
    excuseScope: scoped(EXCUSES, duty.excuses),
    reasonScope: scoped(REASONS, duty.reasons),
    hearsReasons: duty.excuses.length + duty.reasons.length > 0,
    hasVoids: duty.ends.some((end) => end.voids === true),
    conditions,
    hasConditions: conditions.size > 0,
    startCodes: duty.starts.map(({ fact }) => factCode(fact)),
    chain: duty.restarts,
    meetsItself,
    laterBy: duty.restarts || meetsItself ? (1 as const) : (0 as const),
    switches: switchesOf(duty, table),
    switchesByFact: duty.switches.some((each) => 'at' in each),
    ...refinementsOf(duty, speakers),
    isPlain: conditions.size + duty.orBefore.length + duty.dueNoLaterThan.length === 0 && !duty.starts.some(countsOn),
  };
}

const countsOn = ({ counts }: ClockDuty['starts'][number]): boolean => counts === 'from-last-meeting';

function refinementsOf(duty: ClockDuty, speakers: Speakers) {
  const countsFromLast = new Uint8Array(256);
  for (const start of duty.starts) if (countsOn(start)) countsFromLast[factCode(start.fact)] = 1;
  return {
    countsFromLast,
    before: duty.orBefore.map((each) => ({ ...scopedCode(each), withinMonths: each.withinMonths ?? null })),
    beforeSpeakers: speakers(duty.orBefore.map(({ fact }) => fact)),
    noLaterThan: duty.dueNoLaterThan.map(scopedCode),
  };
}

const scopedCode = ({ fact, in: scope }: Scoped): ScopedCode => ({ code: factCode(fact), scope: SCOPES[scope] });

function scopesOf(each: readonly Scoped[]): Uint8Array {
  const scopes = new Uint8Array(256);
  for (const { fact, in: scope } of each) scopes[factCode(fact)] = SCOPES[scope];
  return scopes;
}

const compiledCondition = ({ opens, closes, in: scope, not }: Condition): CompiledCondition => ({
  opens: factCode(opens),
  closes: factCode(closes),
  scope: SCOPES[scope],
  negated: not === true,
});

const conditionsOf = (duty: ClockDuty, speakers: Speakers): ReadonlyMap<number, StartConditions> =>
  new Map(
    duty.starts
      .filter((start) => start.while.length > 0 || start.ordinal !== undefined)
      .map((start) => [
        factCode(start.fact),
        {
          open: start.while.map(compiledCondition),
          ordinal: start.ordinal ?? null,
          speakers: speakers([start.fact]),
        },
      ]),
  );

const switchesOf = (duty: ClockDuty, table: Tables): readonly CompiledSwitch[] =>
  duty.switches.map((each) => {
    const limit = table(each.limit, each.count);
    if ('at' in each)
      return { table: limit, at: scopedCode({ fact: each.at, in: each.in }), after: null, fromBirth: false };
    const months = 'atAge' in each ? each.atAge * 12 : each.afterMonths;
    return { table: limit, at: null, after: table(months, 'months+'), fromBirth: 'atAge' in each };
  });

function voidsOf(duty: ClockDuty): Uint8Array {
  const voids = new Uint8Array(256);
  for (const end of duty.ends) if (end.voids) voids[factCode(end.fact)] = 1;
  return voids;
}
