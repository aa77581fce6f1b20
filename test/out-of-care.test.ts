import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { endOfDayInLondon } from '../src/kernel/instant.ts';
import { addDays, fromEpochDay, type LocalDate, mustBeDate } from '../src/kernel/local-date.ts';
import { clocksOf, verdictOn } from '../src/sight/clocks.ts';
import { type CompiledStatute, compileStatute } from '../src/sight/compile.ts';
import type { Fact, FactName } from '../src/sight/facts.ts';
import { installedFolder, readStatute } from '../src/statute/read-statute.ts';
import { idOf, readWorkedCases, type WorkedCase } from './worked-case.ts';

// What was owed to a child in care is owed no longer once the child has died or left care: whatever duty was running.
const statute = readStatute();
const clocks = statute.duties.filter(({ id, shape }) => shape === 'clock' && statute.areas.get(id) === 'looked-after');
const known = endOfDayInLondon(mustBeDate('2099-12-31'));
const folder = join(installedFolder(), 'worked-cases');

/** The clock of a case on the day after it began, by what had happened when it did; with what ends it on that next day. */
function onItsSecondDay(compiled: CompiledStatute, each: WorkedCase, ends: readonly FactName[]): string[] {
  const [first] = clocksOf(compiled, each.child, each.facts, known, []);
  const day = fromEpochDay(first?.firstDay ?? expect.fail('no clock'));
  const until = each.facts.filter(({ latest }) => latest === null || latest <= day);
  const next = addDays(day, 1);
  const facts = [...until, ...ends.map((name) => ending(name, next, until))];
  return verdictOn(clocksOf(compiled, each.child, facts, known, []), next).map(({ verdict }) => verdict);
}

function ending(name: FactName, on: LocalDate, facts: readonly Fact[]): Fact {
  const [some] = facts;
  const thread = name.startsWith('care.') ? idOf('care') : idOf('child');
  return {
    ...(some ?? expect.fail('no fact')),
    name,
    earliest: on,
    latest: on,
    entry: idOf(name),
    thread,
    episode: idOf('care'),
  };
}

describe.each(clocks.map(({ id }) => [id] as const))('%s', (id) => {
  const [met] = readWorkedCases(readFileSync(join(folder, `${id}.yaml`), 'utf8')).filter(
    ({ shows }) => shows === 'met',
  );
  const compiled = compileStatute({ ...statute, duties: clocks.filter((duty) => duty.id === id) }, met?.policies ?? []);
  const endOfCare = id.startsWith('short-break') ? 'care.short-breaks-ended' : 'care.ended';

  test.each([endOfCare, 'closure.died', 'born.died'] as const)('%s', (name) => {
    const worked = met ?? expect.fail('no case');
    expect(onItsSecondDay(compiled, worked, [])).toEqual([expect.stringMatching(/not-due|due-soon/)]);
    expect(onItsSecondDay(compiled, worked, [name])).toEqual(['superseded']);
  });
});
