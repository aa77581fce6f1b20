import { type ChildView, inScope, isFromHere, isPresent, noneBefore } from './child-view.ts';
import { heedBefore } from './clock-before.ts';
import { addSwitches, setDue, setSwitchDays } from './clock-due.ts';
import { setFileEvidence } from './clock-evidence.ts';
import { setExcuses, setInTime } from './clock-outcome.ts';
import { refineDue } from './clock-refined.ts';
import type { Columns } from './columns.ts';
import type { CompiledClock } from './compile.ts';
import { NO_EARLIEST, NO_LATEST } from './day-bounds.ts';
import { EXCUSES, IN_CHILD, REASONS, STARTS } from './fact-roles.ts';
import { recordedDay } from './recorded-day.ts';
import { KNOWN, type RunningClock, runningClock, SPOKEN_OF } from './running-clock.ts';
import { NEVER_STARTS, startsBy } from './start-conditions.ts';

/** Hands over each clock of one child in turn; the object is used again for the next. */
export type ClockTaker = (duty: CompiledClock, clock: RunningClock) => void;

/** What the engine works with, made once and used for child after child. */
export type Workbench = {
  readonly clock: RunningClock;
  readonly starts: Places;
  readonly meets: Places;
  readonly ends: Places;
  readonly excuses: Places;
  readonly reasons: Places;
  /** Facts that already began a link of this duty, and the origin of the chain of each. */
  readonly links: Places;
  readonly origins: Places;
};
/** A short list of facts, by their rows. */
export type Places = { size: number; at: Int32Array };
const places = (): Places => ({ size: 0, at: new Int32Array(128) });

export const workbench = (): Workbench => ({
  clock: runningClock(),
  starts: places(),
  meets: places(),
  ends: places(),
  excuses: places(),
  reasons: places(),
  links: places(),
  origins: places(),
});

/** Makes the lists that are written without asking long enough for a child of so many facts. */
function makeRoom(bench: Workbench, facts: number): void {
  if (facts < bench.starts.at.length) return;
  for (const list of [bench.starts, bench.meets, bench.ends]) list.at = new Int32Array(2 * facts);
}

/** Adds a fact to a list that may have to grow: chains of several starts can have more links than there are facts. */
function push(list: Places, at: number): void {
  if (list.size === list.at.length) {
    const longer = new Int32Array(2 * list.size);
    longer.set(list.at);
    list.at = longer;
  }
  list.at[list.size] = at;
  list.size += 1;
}

/**
 * Runs one duty over the child in the view. THE engine: pages, figures, files and benches all come through here.
 * Facts stand in the order of their latest day, so that each list of places does too.
 */
export function runClocks(
  duty: CompiledClock,
  view: ChildView,
  columns: Columns,
  bench: Workbench,
  take: ClockTaker,
): void {
  if (!startsHere(duty, view)) return;
  sortByRole(duty, view, bench);
  const { starts, clock } = bench;
  for (let each = 0; each < starts.size; each += 1) {
    const start = starts.at[each] as number;
    if (duty.hasConditions) {
      clock.doubt = startsBy(duty.conditions.get(view.code[start] as number), view, start);
      if (clock.doubt === NEVER_STARTS) continue;
    }
    clock.origin = start;
    setEnd(duty, view, bench, start);
    clock.scope = duty.startScope[view.code[start] as number] as number;
    if (duty.switches.length > 0) setSwitchDays(duty, view, clock);
    if (!duty.chain) {
      setMeeting(duty, view, bench, start, 0, duty.meetsItself);
      runLink(duty, view, columns, bench, start, 0, take);
    } else if (!isLink(view, bench, start)) runChain(duty, view, columns, bench, start, take);
  }
}

function startsHere(duty: CompiledClock, view: ChildView): boolean {
  for (let each = 0; each < duty.startCodes.length; each += 1)
    if (isPresent(view, duty.startCodes[each] as number)) return true;
  return false;
}

function sortByRole(duty: CompiledClock, view: ChildView, bench: Workbench): void {
  const { roles } = duty;
  const { code, rows, size } = view;
  makeRoom(bench, size);
  const starts = bench.starts.at;
  const meets = bench.meets.at;
  const ends = bench.ends.at;
  let started = 0;
  let met = 0;
  let ended = 0;
  // Written each time and kept by counting on: facts come in no order that a processor could guess.
  for (let each = 0; each < size; each += 1) {
    const at = rows[each] as number;
    const role = roles[code[at] as number] as number;
    starts[started] = at;
    meets[met] = at;
    ends[ended] = at;
    started += role & 1;
    met += (role >> 1) & 1;
    ended += (role >> 2) & 1;
  }
  bench.starts.size = started;
  bench.meets.size = met;
  bench.ends.size = ended;
  bench.excuses.size = bench.reasons.size = bench.links.size = bench.origins.size = 0;
  bench.clock.excused = false;
  bench.clock.reasonDay = NO_LATEST;
  bench.clock.doubt = bench.clock.perhapsBefore = KNOWN;
  if (duty.hearsReasons) sortReasons(duty, view, bench);
}

function sortReasons({ roles }: CompiledClock, { code, rows, size }: ChildView, bench: Workbench): void {
  for (let each = 0; each < size; each += 1) {
    const at = rows[each] as number;
    const role = roles[code[at] as number] as number;
    if (role & EXCUSES) push(bench.excuses, at);
    if (role & REASONS) push(bench.reasons, at);
  }
}

/** The earliest end in scope that may lie on or after the start; one that voids the duty before any other. */
function setEnd(duty: CompiledClock, view: ChildView, { clock, ends }: Workbench, start: number): void {
  const from = view.earliest[start] as number;
  clock.endBy = -1;
  clock.e1 = clock.e2 = NO_LATEST;
  clock.voided = false;
  for (let each = 0; each < ends.size; each += 1) {
    const end = ends.at[each] as number;
    const code = view.code[end] as number;
    const voids = duty.voids[code] === 1;
    if ((view.latest[end] as number) < from || end === start || (clock.voided && !voids)) continue;
    if (!inScope(view, duty.endScope[code] as number, start, end)) continue;
    if (clock.endBy < 0 || voids !== clock.voided) {
      clock.endBy = end;
      clock.e1 = view.earliest[end] as number;
      clock.e2 = view.latest[end] as number;
      clock.voided = voids;
    }
    clock.e1 = Math.min(clock.e1, view.earliest[end] as number);
    if (!duty.hasVoids && noneBefore(view, end, clock.e1)) return;
  }
}

/** Every meeting starts the next link, until nothing meets one, or another chain of the same thread has that link already. */
function runChain(
  duty: CompiledClock,
  view: ChildView,
  columns: Columns,
  bench: Workbench,
  origin: number,
  take: ClockTaker,
): void {
  const others = bench.links.size;
  const isOnly = bench.starts.size === 1;
  let start = origin;
  let link = 0;
  for (let reached = -1; start >= 0; link += 1) {
    if (link > 0 && isTaken(view, bench, others, origin, start)) return;
    if (link > 0 && duty.hasConditions && begetsItsOwn(duty, view, bench, start)) return;
    if (!isOnly) {
      push(bench.links, start);
      push(bench.origins, origin);
    }
    reached = setMeeting(duty, view, bench, start, reached + 1, link > 0 || duty.meetsItself);
    runLink(duty, view, columns, bench, start, link, take);
    start = reached < 0 ? -1 : (bench.meets.at[reached] as number);
  }
}

/** A chain of which nobody knows whether it began leaves to itself what surely begins one. */
const begetsItsOwn = (duty: CompiledClock, view: ChildView, { clock }: Workbench, start: number): boolean =>
  clock.doubt !== KNOWN &&
  ((duty.roles[view.code[start] as number] as number) & STARTS) !== 0 &&
  startsBy(duty.conditions.get(view.code[start] as number), view, start) === KNOWN;

/** Was this start reached as a link of an earlier chain? Then it begins none of its own. */
function isLink(view: ChildView, bench: Workbench, start: number): boolean {
  const { links } = bench;
  for (let each = 0; each < links.size; each += 1) if (links.at[each] === start) return true;
  return isTaken(view, bench, links.size, start, start);
}

/** Links of one thread start on distinct days: does one of the first `others` links of this thread stand on that day? */
function isTaken(
  view: ChildView,
  { links, origins }: Workbench,
  others: number,
  origin: number,
  start: number,
): boolean {
  for (let each = 0; each < others; each += 1) {
    const sameThread = view.thread[origins.at[each] as number] === view.thread[origin];
    if (sameThread && view.latest[links.at[each] as number] === view.latest[start]) return true;
  }
  return false;
}

/**
 * Sets the first meeting among those from place `after` of the list on, and answers its place in the list, or -1.
 * A meeting counts when it may have happened on or after the start, and on or before the end. In a chain, and where
 * the starting fact is itself of a kind that meets, it counts only on a later day (`past`: than any day of the start).
 */
function setMeeting(
  duty: CompiledClock,
  view: ChildView,
  { clock, meets }: Workbench,
  start: number,
  after: number,
  past: boolean,
): number {
  const { scope } = clock;
  const day = (past ? view.latest[start] : view.earliest[start]) as number;
  const from = day + duty.laterBy;
  const until = clock.endBy >= 0 ? clock.e2 : NO_LATEST;
  let found = -1;
  clock.metBy = -1;
  clock.m1 = clock.m2 = NO_LATEST;
  for (let each = after; each < meets.size; each += 1) {
    const meeting = meets.at[each] as number;
    if ((view.latest[meeting] as number) < from || meeting === start) continue;
    if ((view.earliest[meeting] as number) > until) continue;
    if (scope !== IN_CHILD && !inScope(view, scope, clock.origin, meeting)) continue;
    if (found < 0) {
      found = each;
      clock.metBy = meeting;
      clock.m2 = view.latest[meeting] as number;
    }
    clock.m1 = Math.min(clock.m1, view.earliest[meeting] as number);
    if (noneBefore(view, meeting, clock.m1)) break;
  }
  return found;
}

/** Judges one clock, or one link of a chain, whose meeting and end are set, and hands it over. */
function runLink(
  duty: CompiledClock,
  view: ChildView,
  columns: Columns,
  bench: Workbench,
  start: number,
  link: number,
  take: ClockTaker,
): void {
  const { clock } = bench;
  clock.start = start;
  clock.link = link;
  clock.s1 = view.earliest[start] as number;
  clock.s2 = view.latest[start] as number;
  clock.unknown = KNOWN;
  if (!setDue(duty, columns, clock)) return;
  clock.counted1 = clock.s1;
  clock.counted2 = clock.s2;
  if (!duty.isPlain) refineDue(duty, view, bench);
  else if (duty.switches.length > 0) addSwitches(duty, clock);
  clock.first = clock.s1 !== NO_EARLIEST ? clock.s1 : undatedFirst(clock, columns, start);
  clock.evidence = SPOKEN_OF;
  clock.blind = false;
  if (!isFromHere(view, start)) setFileEvidence(duty, view, bench);
  if (duty.hearsReasons) setExcuses(duty, view, columns, bench);
  if (clock.metBy >= 0) setInTime(columns, clock);
  if (!duty.isPlain && duty.before.length > 0) heedBefore(duty, view, bench);
  take(duty, clock);
}

/** The first day on which anything is said of a clock whose start has no earliest day: the latest, else the day of recording. */
const undatedFirst = ({ s2 }: RunningClock, columns: Columns, row: number): number =>
  s2 !== NO_LATEST ? s2 : recordedDay(columns, row);
