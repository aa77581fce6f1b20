import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Id } from '../../src/kernel/id.ts';
import { type Instant, instantOf } from '../../src/kernel/instant.ts';
import type { LocalDate } from '../../src/kernel/local-date.ts';
import type { Database, Tx } from '../../src/platform/database/database.ts';
import { canonicalJson } from '../../src/record/canonical-json.ts';
import type { Act, NewEntry } from '../../src/record/entry.ts';
import { append, type Projection } from '../../src/record/store/append.ts';
import { settledMark } from '../../src/record/store/in-flight.ts';
import { actOf, contextOf, newId } from '../../src/record/store/invented-entries.fixture.ts';
import { readEntries } from '../../src/record/store/read-entries.ts';
import { clocksOf, verdictOn } from '../../src/sight/clocks.ts';
import { compileStatute } from '../../src/sight/compile.ts';
import {
  factOn,
  inventedSightRegistry,
  inventedSpeakers,
  saying,
} from '../../src/sight/store/invented-sight.fixture.ts';
import { factsOf, standingsOf } from '../../src/sight/store/read-facts.ts';
import { sightProjection } from '../../src/sight/store/sight-projection.ts';
import { readStatute } from '../../src/statute/read-statute.ts';

const law = readStatute();
const compiled = compileStatute(law, []);
const reader = { person: 'the-analyst', purpose: 'command' } as const;
const ON = '2026-03-31' as LocalDate;

export type Dice = (under: number) => number;

/** Repeatable whole numbers below `under`: a failure can be run again. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (under) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * under);
  };
}

export type Soak = {
  readonly writers: number;
  readonly children: number;
  readonly figures: number;
  readonly seed: number;
};
export type Soaked = { readonly appended: number; readonly asked: number; readonly changed: readonly Instant[] };

/** Entries that the writers may be ahead by, and that each figure lets them write: so that figures do not grow without end. */
const AHEAD = 100;
const A_FIGURE = 6;

/** How far the figures and the writers are. */
type Progress = { writing: boolean; appended: number; taken: number };

/**
 * Writers append to children's books, some slowly, some correcting, while figures are taken at the settled mark. Each figure
 * is asked again about the same mark a while later and once more at the end. Answers the marks whose figure changed.
 */
export async function soak(db: Database, { writers, children, figures, seed }: Soak): Promise<Soaked> {
  const books = Array.from({ length: children }, newId);
  const progress: Progress = { writing: true, appended: 0, taken: 0 };
  const all = Array.from({ length: writers }, (_, n) => writeOn(db, dice(seed + n), books, progress));
  const kept = await takeFigures(db, figures, progress);
  progress.writing = false;
  await Promise.all(all);
  const changed = new Set(kept.changed);
  for (const [mark, figure] of kept.figures) if ((await figureAt(db, mark)) !== figure) changed.add(mark);
  return { appended: progress.appended, asked: kept.figures.length, changed: [...changed] };
}

async function writeOn(db: Database, roll: Dice, books: readonly Id[], progress: Progress): Promise<void> {
  const mine: NewEntry[] = [];
  while (progress.writing) {
    if (progress.appended > AHEAD + progress.taken * A_FIGURE) await wait(5 + roll(20));
    else {
      const act = actOn(roll, books, mine);
      const outcome = await append(db, contextOf({ ...projectionsOf(roll), now: clockOf(roll) }), [act]);
      if (outcome.ok) progress.appended += outcome.value.entries.length;
    }
  }
}

const projection = sightProjection({ entries: inventedSpeakers, law });
const projectionsOf = (roll: Dice) => {
  const dawdle: Projection = async (tx) => {
    if (roll(8) === 0) await sql`select pg_sleep(${roll(60) / 1000})`.execute(tx);
  };
  return { registry: inventedSightRegistry, projections: roll(2) ? [projection, dawdle] : [dawdle, projection] };
};

/** The machine's clock, off by up to half a second either way: writers on several machines do not agree. */
const clockOf = (roll: Dice) => (): Instant => instantOf(Date.now() + roll(1000) - 500);

/** One or two children, now and then a correction of what this writer wrote before. */
function actOn(roll: Dice, books: readonly Id[], mine: NewEntry[]): Act {
  const wrong = roll(5) === 0 ? mine.pop() : undefined;
  const chosen = [...new Set([roll(books.length), roll(books.length)])]
    .slice(0, 1 + roll(2))
    .map((n) => books[n] as Id);
  const day = `2026-0${1 + roll(3)}-${10 + roll(18)}`;
  const name = (
    ['referral.received', 'decision.proceed', 'assessment.begun', 'assessment.completed', 'seen.alone'] as const
  )[roll(5)];
  const entries = chosen.map((book) => saying(book, { facts: [factOn(name ?? 'seen.alone', day, book)] }));
  if (wrong)
    entries.push(saying(wrong.book, { facts: [factOn('seen.alone', day, wrong.book)] }, { corrects: wrong.id }));
  mine.push(...entries);
  return actOf(entries);
}

type Kept = { readonly figures: [Instant, string][]; readonly changed: Instant[] };

async function takeFigures(db: Database, count: number, progress: Progress): Promise<Kept> {
  const figures: [Instant, string][] = [];
  const changed: Instant[] = [];
  for (let n = 0; n < count; n += 1) {
    const mark = await settledMark(db, instantOf(Date.now()), { patience: n % 3 === 0 ? 0 : 30 });
    figures.push([mark, await figureAt(db, mark)]);
    const [earlier, was] = figures[Math.floor(n * 0.9)] ?? [mark, ''];
    if (n % 4 === 0 && (await figureAt(db, earlier)) !== was) changed.push(earlier);
    progress.taken = n + 1;
    await wait(1);
  }
  return { figures, changed };
}

/** All that can be asked about a mark, as one hash: entries, facts and every verdict. */
async function figureAt(db: Database, mark: Instant): Promise<string> {
  return db.as(reader, async (tx) => {
    const facts = await factsOf(tx, null, mark);
    const standings = await standingsOf(tx, null, mark);
    const verdicts = [...facts].map(([child, each]) => [
      child,
      each.map(({ entry, name }) => `${entry} ${name}`),
      verdictOn(clocksOf(compiled, child, each, mark, standings), ON).map(({ duty, verdict }) => `${duty} ${verdict}`),
    ]);
    const sample = [...facts.keys()].slice(0, 5);
    return createHash('sha256')
      .update(canonicalJson([verdicts, await entriesAt(tx, sample, mark)]))
      .digest('hex');
  });
}

async function entriesAt(tx: Tx, books: readonly Id[], mark: Instant): Promise<string[]> {
  const entries = await readEntries(tx, { registry: inventedSightRegistry, books, knownAt: mark });
  return entries.map(({ id, correctedBy }) => `${id} ${correctedBy}`);
}
