import type { LocalDate } from '../src/kernel/local-date.ts';
import { type EpochDay, toEpochDay } from '../src/kernel/local-date.ts';
import { type Columns, emptyColumns } from '../src/sight/columns.ts';
import { codeOf, type FactName } from '../src/sight/facts.ts';

/** The invented children of P1: 20 facts each, one in twenty of them corrected, one in fifty on a day not known well, a quarter of the children told by a census. */

export const FACTS_A_CHILD = 20;
const DAY = 86_400_000;
const day = (text: string): EpochDay => toEpochDay(text as LocalDate);
export const WINDOW = { from: day('2025-04-01'), until: day('2026-03-31') } as const;

const code = (name: FactName): number => codeOf(name);
const CHILD_THREAD = 0;
const CENSUS = 1;
const SPOKEN = code('spoken.cin-census');

/** A small generator of whole numbers: the same seed, the same children. */
function numbers(seed: number): (below: number) => number {
  let state = seed | 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** One child's facts before they are put in order. */
type Story = {
  /** Days from the fact to its recording; facts of one day lie in the order in which they were recorded. */
  delay: Int32Array;
  /** Days by which the first day on which it can have happened lies before the last: 0 when the day is known. */
  spread: Int32Array;
  size: number;
  code: Uint8Array;
  thread: Int32Array;
  episode: Int32Array;
  day: Int32Array;
  census: Uint8Array;
};

const story = (): Story => ({
  delay: new Int32Array(FACTS_A_CHILD),
  spread: new Int32Array(FACTS_A_CHILD),
  size: 0,
  code: new Uint8Array(FACTS_A_CHILD),
  thread: new Int32Array(FACTS_A_CHILD),
  episode: new Int32Array(FACTS_A_CHILD),
  day: new Int32Array(FACTS_A_CHILD),
  census: new Uint8Array(FACTS_A_CHILD),
});

function say(told: Story, name: number, thread: number, episode: number, on: number, census: boolean): void {
  const at = told.size;
  if (at === FACTS_A_CHILD) return;
  told.code[at] = name;
  told.thread[at] = thread;
  told.episode[at] = episode;
  told.day[at] = on;
  told.census[at] = census ? CENSUS : 0;
  told.size = at + 1;
}

const FIRST = day('2013-05-01');
const LAST = day('2026-03-20');
const EPISODE = 1;
const ENQUIRY = 2;
const PLAN = 3;
const AGAIN = 4;
const VISITS = 10;
const NAMES = {
  born: code('born.born'),
  referral: code('referral.received'),
  proceed: code('decision.proceed'),
  nothing: code('decision.no-further-action'),
  begun: code('assessment.begun'),
  completed: code('assessment.completed'),
  enquiries: code('strategy.enquiries-begun'),
  enquiry: code('enquiry.begun'),
  conference: code('conference.initial-held'),
  noConference: code('enquiry.no-conference-needed'),
  plan: code('plan.protection-begun'),
  planEnded: code('plan.protection-ended'),
  closed: code('closure.closed'),
  alone: code('seen.alone'),
  withOthers: code('seen.with-others'),
  notSeen: code('seen.not-seen'),
  held: code('held.by-worker'),
} as const;

/** A referral, its decision and assessment, enquiries, a plan with visits; and much that goes otherwise. */
function tell(told: Story, random: (below: number) => number): void {
  told.size = 0;
  const census = random(4) === 0;
  const start = census ? day('2025-03-01') + random(385) : FIRST + random(LAST - FIRST);
  const here = (): boolean => census && random(33) > 0;
  say(told, NAMES.born, CHILD_THREAD, CHILD_THREAD, start - random(6200), census);
  if (census) say(told, SPOKEN, 9, 9, WINDOW.until, true);
  say(told, NAMES.referral, EPISODE, EPISODE, start, here());
  const decided = start + random(5);
  if (random(12) > 0) say(told, random(9) === 0 ? NAMES.nothing : NAMES.proceed, EPISODE, EPISODE, decided, here());
  say(told, NAMES.begun, 5, EPISODE, decided + 1, here());
  if (random(10) > 0) say(told, NAMES.completed, 5, EPISODE, decided + 15 + random(60), here());
  const enquiry = start + 2 + random(10);
  say(told, NAMES.enquiries, ENQUIRY, EPISODE, enquiry, here());
  say(told, NAMES.enquiry, ENQUIRY, EPISODE, enquiry, here());
  const conference = enquiry + 12 + random(16);
  const outcome = random(10);
  if (outcome < 7) say(told, NAMES.conference, ENQUIRY, EPISODE, conference, here());
  else if (outcome < 9) say(told, NAMES.noConference, ENQUIRY, EPISODE, enquiry + 5 + random(24), here());
  say(told, NAMES.plan, PLAN, EPISODE, conference, here());
  tellVisits(told, random, conference);
}

function tellVisits(told: Story, random: (below: number) => number, planned: number): void {
  const again = random(3) === 0;
  const ends = random(2) === 0;
  const closes = random(3) === 0;
  const room = FACTS_A_CHILD - told.size - Number(again) - Number(ends) - Number(closes) - 1;
  let on = planned + random(6);
  for (let visit = 0; visit < room; visit += 1) {
    const how = random(9);
    say(
      told,
      how === 0 ? NAMES.notSeen : how < 4 ? NAMES.withOthers : NAMES.alone,
      VISITS + visit,
      VISITS + visit,
      on,
      false,
    );
    on += random(26);
  }
  if (again) say(told, NAMES.referral, AGAIN, AGAIN, on + random(40), false);
  if (ends) say(told, NAMES.planEnded, PLAN, EPISODE, on + random(20) - 10, false);
  if (closes) say(told, NAMES.closed, EPISODE, EPISODE, on + random(60) - 15, false);
  while (told.size < FACTS_A_CHILD) say(told, NAMES.held, 30 + told.size, EPISODE, planned + random(100), false);
}

const of = (column: Int32Array, at: number): number => column[at] as number;

/** The columns of so many children, in memory that threads can share. Each fact was recorded within a fortnight of its last day. */
export function inventChildren(children: number, seed = 20130116): Columns {
  const columns = emptyColumns(children, children * FACTS_A_CHILD, (bytes) => new SharedArrayBuffer(bytes));
  const random = numbers(seed);
  const told = story();
  const order = Array.from({ length: FACTS_A_CHILD }, (_, at) => at);
  for (let child = 0; child < children; child += 1) {
    tell(told, random);
    for (let at = 0; at < FACTS_A_CHILD; at += 1) {
      told.delay[at] = random(14);
      const isUnsure = random(50) === 0 && told.code[at] !== NAMES.plan && told.code[at] !== SPOKEN;
      told.spread[at] = isUnsure ? 1 + random(12) : 0;
    }
    order.sort(
      (a, b) =>
        of(told.day, a) - of(told.day, b) ||
        of(told.spread, b) - of(told.spread, a) ||
        of(told.delay, a) - of(told.delay, b) ||
        a - b,
    );
    const from = child * FACTS_A_CHILD;
    columns.offsets[child] = from;
    for (let at = 0; at < FACTS_A_CHILD; at += 1) place(columns, from + at, told, order[at] as number, random);
  }
  columns.offsets[children] = children * FACTS_A_CHILD;
  return columns;
}

function place(columns: Columns, row: number, told: Story, at: number, random: (below: number) => number): void {
  const on = told.day[at] as number;
  const window = told.code[at] === SPOKEN;
  columns.code[row] = told.code[at] as number;
  columns.thread[row] = told.thread[at] as number;
  columns.episode[row] = told.episode[at] as number;
  columns.earliest[row] = window ? WINDOW.from : on - of(told.spread, at);
  columns.latest[row] = on;
  columns.source[row] = told.census[at] as number;
  columns.believedFrom[row] = (on + of(told.delay, at)) * DAY + 43_200_000 + (row % FACTS_A_CHILD);
  if (random(20) === 0) columns.believedUntil[row] = (columns.believedFrom[row] as number) + (1 + random(60)) * DAY;
}
