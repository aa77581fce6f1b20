import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { endOfDayInLondon } from '../src/kernel/instant.ts';
import { mustBeDate, toEpochDay } from '../src/kernel/local-date.ts';
import type { ClockPiece, Explanation } from '../src/sight/clock.ts';
import { clocksOf, verdictOn } from '../src/sight/clocks.ts';
import { compileStatute } from '../src/sight/compile.ts';
import { explain } from '../src/sight/explain.ts';
import { installedFolder, readStatute } from '../src/statute/read-statute.ts';
import { type Answer, readWorkedCases, type WorkedCase } from './worked-case.ts';

// The days in the cases were worked out by hand and with a calendar, never by running the engine.
const statute = readStatute();
const folder = join(installedFolder(), 'worked-cases');
const files = readdirSync(folder).sort();
const cases = new Map(files.map((name) => [name, readWorkedCases(readFileSync(join(folder, name), 'utf8'))]));
const known = endOfDayInLondon(mustBeDate('2099-12-31'));

type Answered = { piece: ClockPiece; explanation: Explanation };

/** What the engine says of the case's duty on its day, in the order in which the clocks started. */
function answersTo({ duty, on, child, facts, policies, standings }: WorkedCase): Answered[] {
  const compiled = compileStatute(statute, policies);
  const pieces = verdictOn(clocksOf(compiled, child, facts, known, standings), on).filter(
    (piece) => piece.duty === duty,
  );
  return pieces
    .flatMap((piece) => explain(compiled, [piece], facts, on).map((explanation) => ({ piece, explanation })))
    .sort((a, b) => (a.piece.startedFrom ?? a.piece.firstDay) - (b.piece.startedFrom ?? b.piece.firstDay));
}

/** Only what the case asks about, so that a difference reads as the case does. */
function asked(expected: Answer, { piece, explanation }: Answered): Record<string, unknown> {
  const given: Record<string, unknown> = {
    verdict: piece.verdict,
    dueOn: explanation.dueOn,
    metOn: explanation.metOn,
    endedOn: explanation.endedOn,
    skipped: explanation.skipped.map(({ on }) => on),
    late: explanation.late,
    because: explanation.because,
    limit: explanation.limit?.value,
    local: piece.local,
    relaxed: piece.relaxed,
    force: explanation.force,
  };
  return Object.fromEntries(Object.keys(expected).flatMap((key) => (key in given ? [[key, given[key]]] : [])));
}

for (const [name, worked] of cases)
  describe(name.replace('.yaml', ''), () => {
    test.each(worked.map((each) => [each.title, each] as const))('%s', (_, each) => {
      const answers = answersTo(each);
      expect(answers.map(({ piece }) => piece.verdict)).toEqual(each.expect.map(({ verdict }) => verdict));
      for (const [at, { cites, dueBetween, ...expected }] of each.expect.entries()) {
        const answer = answers[at] ?? expect.fail('no such clock');
        expect(asked(expected, answer)).toEqual(expected);
        if (cites) expect(answer.explanation.citation).toContain(cites);
        if (dueBetween)
          expect([answer.piece.dueFrom, answer.piece.dueUntil]).toEqual(dueBetween.map((day) => toEpochDay(day)));
      }
    });
  });

describe('the worked cases', () => {
  const all = [...cases.values()].flat();
  const shown = (duty: string) => new Set(all.filter((each) => each.duty === duty).map(({ shows }) => shows));

  test.each(statute.duties.map((duty) => [duty.id, duty] as const))('show every kind for %s', (id, duty) => {
    const owed =
      duty.shape === 'clock'
        ? ['met', 'late', 'cannot-tell', 'day-before', 'day-of']
        : ['holds', 'fails', 'cannot-tell'];
    expect([...shown(id)]).toEqual(expect.arrayContaining(owed));
  });

  test('are about duties that the statute has', () => {
    const ids = new Set(statute.duties.map(({ id }) => id));
    expect(all.filter(({ duty }) => !ids.has(duty)).map(({ title }) => title)).toEqual([]);
  });

  test('have each a title of its own', () => {
    for (const [name, worked] of cases)
      expect([name, new Set(worked.map(({ title }) => title)).size]).toEqual([name, worked.length]);
  });

  test('show what they say that they show', () => {
    const fits = {
      met: 'met',
      late: 'met-late',
      'cannot-tell': 'cannot-tell',
      holds: 'holds',
      fails: 'fails',
      reason: 'reasoned-late',
    };
    for (const { title, shows, expect: answers } of all) {
      const verdict = shows in fits ? fits[shows as keyof typeof fits] : undefined;
      if (verdict)
        expect([title, answers.map((answer) => answer.verdict)]).toEqual([title, expect.arrayContaining([verdict])]);
    }
  });

  test('of the day before a change and of its day differ', () => {
    for (const [name, worked] of cases) {
      const of = (shows: string) => worked.filter((each) => each.shows === shows).map((each) => each.expect);
      const [before, after] = [of('day-before'), of('day-of')];
      expect([name, before.length]).toEqual([name, after.length]);
      for (const [at, answer] of before.entries()) expect(answer).not.toEqual(after[at]);
    }
  });
});
