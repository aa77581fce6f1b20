import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantInLondon } from '../src/kernel/instant.ts';
import { addDays, type LocalDate, mustBeDate } from '../src/kernel/local-date.ts';
import type { Policy } from '../src/sight/facts.ts';
import { policyBook } from '../src/sight/policy-in-force.ts';
import { valueOn } from '../src/sight/value-in-force.ts';
import type { CouncilSetting } from '../src/statute/council-setting.ts';
import type { Parameter } from '../src/statute/duty.ts';
import { inForceOn } from '../src/statute/in-force.ts';
import { readStatute } from '../src/statute/read-statute.ts';

// The pages that show the law of a day and the engine that judges by it must never differ.
const { duties } = readStatute();
const parameters = duties.flatMap((duty) => duty.parameters);
const anyDay = fc.integer({ min: 0, max: 12_000 }).map((days) => addDays(mustBeDate('1999-01-01'), days));
const edges = duties.flatMap((duty) => Object.keys(duty.values)).map(mustBeDate);
const nearEdge = fc
  .tuple(fc.constantFrom(...edges), fc.integer({ min: -1, max: 1 }))
  .map(([day, by]) => addDays(day, by));
const day = fc.oneof(anyDay, nearEdge);

function valueFor({ sets }: Parameter): fc.Arbitrary<number | boolean | LocalDate> {
  if (sets === 'limit' || sets === 'leave-days') return fc.integer({ min: 1, max: 120 });
  return sets === 'begins-on' || sets === 'ends-on' ? day : fc.boolean();
}
const setting: fc.Arbitrary<CouncilSetting & Pick<Policy, 'value'>> = fc
  .constantFrom(...parameters)
  .chain((parameter) => fc.record({ parameter: fc.constant(parameter.name), value: valueFor(parameter), from: day }));
const inOrder = fc
  .array(setting, { maxLength: 8 })
  .map((settings) => settings.filter((each, at) => settings.findIndex((other) => sameStart(each, other)) === at));
const sameStart = (a: CouncilSetting, b: CouncilSetting) => a.parameter === b.parameter && a.from === b.from;

const asPolicy = (each: CouncilSetting & Pick<Policy, 'value'>): Policy => ({
  ...each,
  believedFrom: instantInLondon(each.from, '09:00'),
  believedUntil: null,
});

describe('what a page shows and what the engine judges by', () => {
  test.each(duties.map((duty) => [duty.id, duty] as const))('%s', (_, duty) => {
    fc.assert(
      fc.property(inOrder, day, (settings, on) => {
        const judged = valueOn(duty, policyBook(settings.map(asPolicy), null), on);
        const shown = inForceOn(duty, on, settings);
        const applies = judged.value !== null && (duty.shape === 'state' || judged.limit !== null);
        expect(shown.is === 'in-force').toBe(applies);
        if (shown.is !== 'in-force') return;
        expect([shown.value.limit, shown.value.count, shown.local]).toEqual([judged.limit, judged.count, judged.local]);
        expect(shown.value.citation).toBe(judged.value?.citation);
      }),
      { numRuns: 200 },
    );
  });
});
