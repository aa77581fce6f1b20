import type { Instant } from '../kernel/instant.ts';
import { type EpochDay, type LocalDate, toEpochDay } from '../kernel/local-date.ts';
import type { Calendar } from '../kernel/working-days.ts';
import type { FileKind } from '../record/entry.ts';
import { factNamesOf } from '../statute/check-duty.ts';
import type { ClockDuty, Count, Duty, StateDuty } from '../statute/duty.ts';
import type { Statute } from '../statute/statute.ts';
import { compiledRoles } from './compile-clock.ts';
import { type DueTable, dueDaysInForce, dueTable } from './due-table.ts';
import { codeOf, FACT_NAMES, type Policy, type Source } from './facts.ts';
import { type PolicyBook, policyBook, settingOn } from './policy-in-force.ts';
import type { StartConditions } from './start-conditions.ts';
import { SPOKEN_BY } from './told-by-files.ts';
import { type ValueInForce, valuesInForce } from './value-in-force.ts';

/** The column code of a source: 0 is this record itself, then the files in a fixed order. */
export const HERE = 0;
const FILES = Object.keys(SPOKEN_BY) as FileKind[];
export const sourceCode = (source: Source): number => (source === 'here' ? HERE : FILES.indexOf(source) + 1);
/** The column codes of the facts that tell a file's window, by source code. */
export const WINDOW_CODES: readonly number[] = FILES.map((file) => codeOf(`spoken.${file}`));

/** One dated value with its due days worked out. */
export type CompiledValue = {
  readonly from: EpochDay;
  readonly inForce: ValueInForce;
  /** Equal for neighbours that ask the same: a start that lies in either has one due day all the same. */
  readonly run: number;
  readonly first: DueTable | null;
  readonly next: DueTable | null;
};

/** A fact by its code, and where it must stand. */
export type ScopedCode = { readonly code: number; readonly scope: number };

/** The due days of a new limit: from the day of a fact on (`at`), or so many months after the birth or the chain's start. */
export type CompiledSwitch = {
  readonly table: DueTable;
  readonly at: ScopedCode | null;
  readonly after: DueTable | null;
  readonly fromBirth: boolean;
};

type Common = {
  readonly id: string;
  /** Its place among the compiled duties; what bulk answers hold. */
  readonly index: number;
  readonly values: readonly CompiledValue[];
  /** The first day of each value. */
  readonly valueDays: Int32Array;
  readonly calendar: Calendar;
  readonly overlays: readonly { readonly from: EpochDay; readonly until: EpochDay }[];
  /** Bit n: the file with source code n speaks of every fact whose silence this duty hears. */
  readonly speakers: number;
};

export type CompiledClock = Common & {
  readonly shape: 'clock';
  readonly duty: ClockDuty;
  /** Due days by start day, from the first day of the calendar: of a first link, and of every later one. */
  readonly firstDue: Int32Array;
  readonly nextDue: Int32Array;
  /** The start day of their first places. */
  readonly firstDay: EpochDay;
  /** Some value is counted in hours. */
  readonly hasHours: boolean;
  /** By fact code: bits of the parts that it plays. */
  readonly roles: Uint8Array;
  readonly startScope: Uint8Array;
  readonly endScope: Uint8Array;
  /** By fact code of an end: 1 where it says that nothing was owed. */
  readonly voids: Uint8Array;
  readonly excuseScope: Uint8Array;
  readonly reasonScope: Uint8Array;
  /** It has extensions or reasons at all. */
  readonly hearsReasons: boolean;
  readonly hasVoids: boolean;
  /** By fact code of a start: what must be so on its day. */
  readonly conditions: ReadonlyMap<number, StartConditions>;
  readonly hasConditions: boolean;
  readonly startCodes: readonly number[];
  readonly chain: boolean;
  /** A start is itself among the meetings: it cannot meet what it starts. */
  readonly meetsItself: boolean;
  /** Days by which a meeting must lie behind a start to count: 1 in a chain and for a duty that meets itself, else 0. */
  readonly laterBy: 0 | 1;
  readonly switches: readonly CompiledSwitch[];
  /** Some switch comes on the day of a fact: then they follow each other in no order known beforehand. */
  readonly switchesByFact: boolean;
  /** By fact code of a start: 1 where the days are counted from the last meeting. */
  readonly countsFromLast: Uint8Array;
  /** Such a fact before the start, within so many months (null: whenever), meets the clock at once. */
  readonly before: readonly (ScopedCode & { readonly withinMonths: number | null })[];
  /** Bit n: the file with source code n speaks of all of these. */
  readonly beforeSpeakers: number;
  /** The due day is never later than the first of these. */
  readonly noLaterThan: readonly ScopedCode[];
  /** No conditions, and nothing of the four above: what it asks follows from the start and the switches. */
  readonly isPlain: boolean;
  /** State checks that ask of each late clock of this duty whether it carries a reason. */
  readonly reasonChecks: readonly CompiledState[];
};

export type CompiledState = Common & {
  readonly shape: 'state';
  readonly duty: StateDuty;
};

export type CompiledDuty = CompiledClock | CompiledState;

/** The law and the council's policy, ready for columns. Valid for one statute and one set of policies. */
export type CompiledStatute = {
  readonly version: string;
  /** Every duty of the register, in its order. */
  readonly duties: readonly CompiledDuty[];
  readonly clocks: readonly CompiledClock[];
  readonly states: readonly CompiledState[];
  readonly policies: PolicyBook;
  /** Days of leave after which a worker no longer holds a child, for a leave that begins on a day. */
  readonly leaveDays: (leaveFrom: LocalDate) => number;
};

const DEFAULT_LEAVE_DAYS = 14;

/**
 * Merges the law with the council's policies as known at a moment (null: all that stand uncorrected), and works out
 * every table that the engine reads. Throws when a duty names a calendar or a fact that does not exist.
 */
export function compileStatute(
  statute: Pick<Statute, 'duties' | 'calendars' | 'version'>,
  policies: readonly Policy[],
  knownAt: Instant | null = null,
): CompiledStatute {
  const book = policyBook(policies, knownAt);
  const common = (duty: Duty, index: number): Common & { table: (limit: number, count: Count) => DueTable } => {
    const calendar = statute.calendars.get(duty.calendar);
    if (!calendar) throw new Error(`duty ${duty.id} names the calendar ${duty.calendar}, which is not held`);
    const table = (limit: number, count: Count): DueTable => dueTable({ limit, count }, calendar);
    const overlays = duty.overlays.map(({ from, until }) => ({
      from: toEpochDay(from as LocalDate),
      until: toEpochDay(until as LocalDate),
    }));
    const values = compiledValues(valuesInForce(duty, book), table);
    return {
      id: duty.id,
      index,
      values,
      valueDays: Int32Array.from(values, ({ from }) => from),
      calendar,
      overlays,
      speakers: speakersOf(heardBy(duty, statute.duties)),
      table,
    };
  };
  const states = statute.duties.flatMap((duty, index) => {
    if (duty.shape !== 'state') return [];
    const { table: _, ...rest } = common(duty, index);
    return [{ ...rest, shape: 'state', duty } satisfies CompiledState];
  });
  const clocks = statute.duties.flatMap((duty, index) => {
    if (duty.shape !== 'clock') return [];
    const { table, ...rest } = common(duty, index);
    const reasonChecks = states.filter(
      ({ duty: { check } }) => check.is === 'reasoned-when-late' && check.duty === duty.id,
    );
    return [
      { ...rest, ...dueDaysOf(rest), ...compiledRoles(duty, table, speakersOf), reasonChecks } satisfies CompiledClock,
    ];
  });
  const duties = [...clocks, ...states].sort((a, b) => a.index - b.index);
  return {
    version: statute.version,
    duties,
    clocks,
    states,
    policies: book,
    leaveDays: leaveDaysFrom(statute.duties, book),
  };
}

/** One sentence for each fact that a duty names and no entry type yields. Start-up fails on any. */
export function unyielded(duties: readonly Duty[], yieldedFacts: readonly string[]): readonly string[] {
  const yielded = new Set(yieldedFacts);
  return duties.flatMap((duty) =>
    factNamesOf(duty)
      .filter((name) => !yielded.has(name))
      .map((name) => `duty ${duty.id} names the fact ${name}, which no entry type yields`),
  );
}

/** Is some value of the duty in force on one of these days? */
export const appliesBetween = ({ values }: CompiledDuty, from: EpochDay, until: EpochDay): boolean =>
  values.some(
    (value, at) =>
      value.inForce.value !== null && value.from <= until && (values[at + 1]?.from ?? Number.POSITIVE_INFINITY) > from,
  );

function compiledValues(
  values: readonly ValueInForce[],
  table: (limit: number, count: Count) => DueTable,
): CompiledValue[] {
  let run = 0;
  return values.map((inForce, at) => {
    const before = values[at - 1];
    const asksTheSame =
      before !== undefined &&
      (before.value === null) === (inForce.value === null) &&
      before.limit === inForce.limit &&
      before.next === inForce.next &&
      before.count === inForce.count;
    if (!asksTheSame) run += 1;
    const { limit, next, count } = inForce;
    const first = limit !== null && count !== null ? table(limit, count) : null;
    const later = next !== null && count !== null && first ? table(next, count) : first;
    return { from: toEpochDay(inForce.from), inForce, run, first, next: later };
  });
}

function dueDaysOf({
  values,
  calendar,
}: Common): Pick<CompiledClock, 'firstDue' | 'nextDue' | 'firstDay' | 'hasHours'> {
  const firstDue = dueDaysInForce(
    values.map(({ from, first }) => ({ from, table: first })),
    calendar,
  );
  const nextDue = values.every(({ first, next }) => first === next)
    ? firstDue
    : dueDaysInForce(
        values.map(({ from, next }) => ({ from, table: next })),
        calendar,
      );
  return {
    firstDue,
    nextDue,
    firstDay: calendar.from,
    hasHours: values.some(({ first, next }) => first?.hours || next?.hours),
  };
}

/** The facts whose silence a duty hears. */
function heardBy(duty: Duty, duties: readonly Duty[]): readonly string[] {
  if (duty.shape === 'clock') return duty.meets;
  const { check } = duty;
  switch (check.is) {
    case 'accompanied':
    case 'not-preceded':
      return check.by;
    case 'never-both':
      return [check.second.opens, check.second.closes, check.first.closes];
    case 'reasoned-when-late': {
      const late = duties.find((each) => each.id === check.duty);
      return late?.shape === 'clock' ? late.reasons.map(({ fact }) => fact) : [];
    }
    case 'held-while-open':
      return [];
  }
}

const speakersOf = (names: readonly string[]): number =>
  FILES.reduce((bits, file, at) => {
    const speaks = names.length > 0 && names.every((name) => (SPOKEN_BY[file] as readonly string[]).includes(name));
    return speaks ? bits | (1 << (at + 1)) : bits;
  }, 0);

function leaveDaysFrom(duties: readonly Duty[], book: PolicyBook): (leaveFrom: LocalDate) => number {
  const parameter = duties.flatMap((duty) => duty.parameters).find(({ sets }) => sets === 'leave-days');
  const standing = parameter?.default ?? DEFAULT_LEAVE_DAYS;
  return (leaveFrom) => {
    const set = parameter && settingOn(book, parameter.name, leaveFrom);
    if (!parameter || typeof set !== 'number' || set < 1) return standing;
    return parameter.may === 'free' ? set : Math.min(set, standing);
  };
}

if (FACT_NAMES.length > 256) throw new Error('a column holds at most 256 fact codes');
