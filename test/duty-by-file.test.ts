import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Id } from '../src/kernel/id.ts';
import { fromEpochDay, type LocalDate, toEpochDay } from '../src/kernel/local-date.ts';
import { clocksOf } from '../src/sight/clocks.ts';
import { compileStatute } from '../src/sight/compile.ts';
import { dutyByFile, FILE_KINDS, type FileKind, givenBy, isTold } from '../src/sight/duty-by-file.ts';
import type { Fact, FactName, Policy } from '../src/sight/facts.ts';
import { fact, LATER, policy, window } from '../src/sight/history.fixture.ts';
import { TOLD_WITHOUT_DAY } from '../src/sight/told-by-files.ts';
import { factNamesOf } from '../src/statute/check-duty.ts';
import type { Duty } from '../src/statute/duty.ts';
import { installedFolder, readStatute } from '../src/statute/read-statute.ts';
import { chanceFrom } from './chance-from.ts';

const statute = readStatute();

test('the table in docs/ is what the files of today say (run node scripts/duty-by-file.mjs after a build)', () => {
  expect(readFileSync(join(installedFolder(), '..', 'docs', 'duty-by-file.md'), 'utf8')).toBe(dutyByFile(statute));
});

const RECENT = toEpochDay('2024-06-03' as LocalDate);

/** A day on which the duty is in force: a recent one, or else shortly before it ceased, or after its last value came. */
function anchorOf(duty: Duty): number {
  const days = Object.keys(duty.values).map((day) => toEpochDay(day as LocalDate));
  const live = days.filter((day) => duty.values[fromEpochDay(day)] !== null);
  const last = live.at(-1) ?? RECENT;
  const ceased = days.find((day) => day > last);
  if (last <= RECENT && (ceased === undefined || ceased > RECENT)) return RECENT;
  return ceased === undefined ? last + 60 : ceased - 60;
}

/** What a council sets so that every duty is judged: those without a number get one. */
const policiesFor = (duty: Duty): Policy[] =>
  duty.parameters.flatMap(({ name, sets }) => {
    if (sets === 'switched-on') return [policy(name, true, '2000-01-01')];
    const unnumbered = Object.values(duty.values).some((value) => value?.limit === null);
    return sets === 'limit' && unnumbered && duty.shape === 'clock' ? [policy(name, 10, '2000-01-01')] : [];
  });

const DAYS_IN = { 'working-days': 1.5, days: 1, weeks: 7, months: 31, years: 366, hours: 1 / 24 } as const;
/** About how many days the duty gives. */
function limitOf(duty: Duty): number {
  const value = Object.values(duty.values).findLast((each) => each !== null);
  const unit = (value?.count ?? 'days+').replace(/[+=]$/, '') as keyof typeof DAYS_IN;
  return Math.max(4, Math.ceil((value?.limit ?? 10) * DAYS_IN[unit]));
}

/** The duties that bear on one: itself, and for a check of reasons the duty whose lateness it looks at. */
const bearingOn = (duty: Duty): Duty[] => {
  const other =
    duty.shape === 'state' && duty.check.is === 'reasoned-when-late'
      ? statute.duties.filter(({ id }) => duty.check.is === 'reasoned-when-late' && id === duty.check.duty)
      : [];
  return [duty, ...other];
};

/** Facts of which many stories begin, and those that must be open for them to. */
function beginningsOf(duties: readonly Duty[]): { starts: string[]; open: string[] } {
  const clocks = duties.flatMap((duty) => (duty.shape === 'clock' ? duty.starts : []));
  const checks = duties.flatMap((duty) => {
    if (duty.shape === 'clock' || duty.check.is === 'reasoned-when-late' || duty.check.is === 'held-while-open')
      return [];
    return duty.check.is === 'never-both' ? [duty.check.first.opens, duty.check.second.opens] : [duty.check.for];
  });
  return {
    starts: [...clocks.map((start) => start.fact), ...checks],
    open: clocks.flatMap((start) => start.while.filter(({ not }) => not !== true).map(({ opens }) => opens)),
  };
}

type Story = { readonly duty: Duty; readonly file: FileKind; readonly anchor: number; readonly limit: number };

/** One invented history in which this file alone speaks, all through. */
function storyOf({ duty, file, anchor, limit }: Story, chance: () => number): Fact[] {
  const upTo = (most: number): number => Math.floor(chance() * (most + 1));
  const duties = bearingOn(duty);
  const { starts, open } = beginningsOf(duties);
  const names = [...new Set([...duties.flatMap(factNamesOf), 'born.born'])].filter((name) => isTold(file, name));
  const day = (offset: number): LocalDate => fromEpochDay(anchor + offset);
  const facts = names.flatMap((name, at) => {
    const isStart = starts.includes(name);
    const likely = isStart || open.includes(name) ? 0.85 : 0.4;
    return Array.from({ length: chance() < likely ? 1 + upTo(2) : 0 }, (_, each): Fact => {
      const before = open.includes(name) || name === 'born.born' || chance() < 0.25;
      const offset = isStart && each === 0 ? upTo(10) : before ? -upTo(400) : upTo(Math.ceil(limit * 2.5));
      const undated = (TOLD_WITHOUT_DAY[file] as readonly string[]).includes(name);
      // Without its day it may have been on any since before whatever it belongs to.
      const days = undated ? `${day(-400)}..${day(upTo(limit * 2))}` : day(offset);
      const [thread, episode] = chance() < 0.8 ? ['one', 'first'] : ['two', chance() < 0.5 ? 'first' : 'second'];
      return fact(name as FactName, days, { source: file, thread, episode, entry: `${name} ${at} ${each}` });
    });
  });
  return [window(day(-1500), day(4000), file), ...facts];
}

/** Every verdict that some invented history of this file leads to, beside that it cannot be told. */
function foundBy(story: Story, wanted: readonly string[]): string[] {
  const duties = statute.duties.filter((each) => bearingOn(story.duty).includes(each));
  const compiled = compileStatute({ ...statute, duties }, duties.flatMap(policiesFor));
  const chance = chanceFrom(`${story.duty.id} ${story.file}`);
  const found = new Set<string>();
  for (let drawn = 0; drawn < 60 || (drawn < 1500 && wanted.some((verdict) => !found.has(verdict))); drawn += 1) {
    const pieces = clocksOf(compiled, 'one child' as Id, storyOf(story, chance), LATER, []);
    for (const { duty, verdict } of pieces) if (duty === story.duty.id && verdict !== 'cannot-tell') found.add(verdict);
  }
  return [...found].sort();
}

describe.each(FILE_KINDS)('judging %s alone', (file) => {
  test.each(statute.duties.map((duty) => [duty.id, duty] as const))('%s', (_, duty) => {
    const { verdicts } = givenBy(duty, file, statute.duties);
    const story = { duty, file, anchor: anchorOf(duty), limit: limitOf(duty) };
    expect(foundBy(story, verdicts)).toEqual([...verdicts].sort());
  });
});
