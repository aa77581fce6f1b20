import type { ChildView } from './child-view.ts';
import { HERE } from './compile.ts';
import { codeOf } from './facts.ts';
import { ATTESTED_ONCE } from './told-by-files.ts';
import { trustIn } from './trust.ts';

/** What the child's facts would be if another source were right about one event. */
export type Alternative = {
  readonly rows: Int32Array;
  /** For a row of the other source, the row that is trusted instead of it. */
  readonly insteadOf: ReadonlyMap<number, number>;
  /** The rows that stand instead of something recorded here: only their day is another, silence is heard as before. */
  readonly asIfHere: readonly number[];
};
export const NO_ALTERNATIVES: readonly Alternative[] = [];

const isOnce = new Uint8Array(256);
for (const name of ATTESTED_ONCE) isOnce[codeOf(name)] = 1;

/** One event, as each source tells it; most trusted first. */
type Event = readonly (readonly number[])[];

/**
 * Where two sources tell of one event (one kind of fact that happens once on a thread) on days that cannot be the same,
 * the view keeps what the trusted one says, and an alternative for each of the others.
 */
export function settleDisputes(view: ChildView): void {
  if (!isToldTwice(view)) return;
  const told = eventsOf(view).map((event) => ({
    event,
    others: event.slice(1).filter((rows) => disagrees(view, event, rows)),
  }));
  const disputed = told.filter(({ others }) => others.length > 0);
  if (disputed.length === 0) return;
  const doubted = new Set(disputed.flatMap(({ others }) => others.flat()));
  const all = Array.from(view.rows.subarray(0, view.size));
  view.alternatives = disputed.flatMap(({ event, others }) =>
    others.map((rows) => alternative(view, all, event, rows, doubted)),
  );
  const kept = all.filter((row) => !doubted.has(row));
  view.rows.set(kept);
  view.size = kept.length;
}

/** Does some event come from two sources? Asked of every child of whom more than one source speaks: it makes no garbage. */
function isToldTwice(view: ChildView): boolean {
  for (let each = 1; each < view.size; each += 1) {
    const at = view.rows[each] as number;
    const code = view.code[at] as number;
    if (isOnce[code] !== 1) continue;
    for (let before = 0; before < each; before += 1) {
      const other = view.rows[before] as number;
      if (view.code[other] === code && view.thread[other] === view.thread[at] && view.source[other] !== view.source[at])
        return true;
    }
  }
  return false;
}

function eventsOf(view: ChildView): Event[] {
  const events = new Map<string, Map<number, number[]>>();
  for (let each = 0; each < view.size; each += 1) {
    const at = view.rows[each] as number;
    const code = view.code[at] as number;
    if (isOnce[code] !== 1) continue;
    const key = `${code} ${view.thread[at]}`;
    const bySource = events.get(key) ?? new Map<number, number[]>();
    events.set(key, bySource);
    const source = view.source[at] as number;
    bySource.set(source, [...(bySource.get(source) ?? []), at]);
  }
  return [...events.values()]
    .filter((bySource) => bySource.size > 1)
    .map((bySource) => {
      const trust = (rows: readonly number[]): number =>
        trustIn(view.code[rows[0] as number] as number, view.source[rows[0] as number] as number);
      return [...bySource.values()].sort((a, b) => trust(a) - trust(b));
    });
}

/** Does some day that a source tells lie apart from every day that the trusted one tells? */
const disagrees = (view: ChildView, [trusted = []]: Event, rows: readonly number[]): boolean =>
  rows.some((row) =>
    trusted.every(
      (other) =>
        (view.earliest[row] as number) > (view.latest[other] as number) ||
        (view.latest[row] as number) < (view.earliest[other] as number),
    ),
  );

function alternative(
  view: ChildView,
  all: readonly number[],
  event: Event,
  rows: readonly number[],
  doubted: ReadonlySet<number>,
): Alternative {
  const ofEvent = new Set(event.flat());
  const kept = all.filter((row) => rows.includes(row) || !(doubted.has(row) || ofEvent.has(row)));
  const trusted = event[0] ?? [];
  const pairs = rows.map((row, at) => [row, trusted[at] ?? row] as const);
  const asIfHere = trusted.some((row) => view.source[row] === HERE) ? rows : [];
  return { rows: Int32Array.from(kept), insteadOf: new Map(pairs), asIfHere };
}
