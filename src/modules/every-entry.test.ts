import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { goldenExamples } from '../../test/golden/golden-examples.ts';
import { manifests } from '../app/manifests.ts';
import { readingOf } from '../app/reading.ts';
import { inOneLine } from '../app/tell-entry.ts';
import type { Id } from '../kernel/id.ts';
import { instantOf } from '../kernel/instant.ts';
import { addMonths, fromEpochDay, type LocalDate, localDate } from '../kernel/local-date.ts';
import { type Entry, type EntrySource, type Happened, happenedOn } from '../record/entry.ts';
import { NOT_SAID, withheld } from '../record/said.ts';
import { FACT_NAMES, type FactName, isFactName } from '../sight/facts.ts';
import { readStatute } from '../statute/read-statute.ts';
import { paragraphsOf } from './access/core/paragraphs/paragraphs.ts';
import type { ModuleEntry } from './manifest.ts';
import { asShown } from './redacted-entry.fixture.ts';
import { idNumber } from './stored-entry.fixture.ts';

const entries = manifests.flatMap((manifest) => manifest.entries.map((entry) => ({ module: manifest.name, entry })));
const anyId = fc.uuid().map((text) => text as Id);
const anyDay = fc.integer({ min: 10_000, max: 22_000 }).map(fromEpochDay);

const anyHappened: fc.Arbitrary<Happened> = fc.oneof(
  anyDay.map((day): Happened => ({ earliest: day, latest: day, precision: 'day', at: null })),
  fc.integer({ min: 0, max: 1_800_000_000_000 }).map((ms): Happened => {
    const at = instantOf(ms);
    const day = fromEpochDay(Math.floor(ms / 86_400_000));
    return { earliest: day, latest: day, precision: 'instant', at };
  }),
  fc.constant<Happened>({ earliest: null, latest: null, precision: 'unknown', at: null }),
  anyDay.map((day): Happened => ({ earliest: day, latest: null, precision: 'unknown', at: null })),
);

/** What is foreseen, and after how many months: never of the entry's own day. */
const AHEAD: { readonly [Name in FactName]?: number } = {
  'age.five': 60,
  'age.sixteen': 192,
  'age.eighteen': 216,
  'placement.first-year-over': 12,
  'carer.first-year-over': 12,
};
const isDay = (value: unknown): value is LocalDate => typeof value === 'string' && localDate(value) !== undefined;
const ahead = (day: LocalDate | null, name: FactName): LocalDate | null => day && addMonths(day, AHEAD[name] ?? 0);

const aboutNothing = {
  ...{ id: idNumber(1), book: idNumber(2), about: idNumber(3), act: idNumber(4), seq: 1, onBehalfOf: null },
  ...{ happened: happenedOn(fromEpochDay(20_000)), source: { kind: 'here' as const }, corrects: null, reason: null },
  ...{ recordedAt: instantOf(1_770_000_000_000), recordedBy: 'a person', correctedBy: null },
};

const MOST_ROUNDS = 50;

/** Anything that the schema takes: made by trying what a field may hold until the schema agrees. */
function anyFieldOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  const candidates = fc.oneof(
    fc.constantFrom(...NOT_SAID.map((notSaid) => ({ notSaid }))),
    fc.constantFrom(null, true, false, 0, 1, 3),
    fc.constantFrom('N1', 'RC7', 'some words', 'caseload'),
    fc.constantFrom(...optionsIn(schema)),
    fc.constantFrom(['some words'], ['N1'], []),
    fc.record({ worker: fc.option(anyId), socialWorker: fc.boolean() }),
    anyDay,
    anyId,
  );
  return candidates.filter((value) => schema.safeParse(value).success);
}

function optionsIn(schema: z.ZodType): unknown[] {
  if (schema instanceof z.ZodEnum) return schema.options;
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((each) => optionsIn(each as z.ZodType));
  return ['some words'];
}

/** Of a file of each kind, since a file says by its kind what it spoke of. */
const fromFile = (kind: 'cin-census' | 'ssda903' | 'annex-a'): EntrySource => ({
  kind,
  file: 'a file',
  row: 'a row',
  window: { from: fromEpochDay(18_000), until: fromEpochDay(18_364) },
  naturalKey: 'a key',
});

function anyEntryOf(definition: ModuleEntry): fc.Arbitrary<Entry> {
  const shape = (definition.is.data as unknown as z.ZodObject).shape;
  const fields = Object.entries(shape).map(([name, schema]) => [name, anyFieldOf(schema as z.ZodType)] as const);
  return fc.record({
    id: anyId,
    book: anyId,
    about: anyId,
    act: anyId,
    happened: anyHappened,
    data: fc.record(Object.fromEntries(fields)),
    type: fc.constant(definition.is.type),
    version: fc.constant(definition.is.version),
    seq: fc.constant(1),
    onBehalfOf: fc.constant(null),
    source: fc.constantFrom(
      { kind: 'here' as const },
      ...(['cin-census', 'ssda903', 'annex-a'] as const).map(fromFile),
    ),
    corrects: fc.constant(null),
    reason: fc.constant(null),
    recordedAt: fc.constant(instantOf(1_770_000_000_000)),
    recordedBy: fc.constant('a person'),
  });
}

describe.each(entries.map(({ module, entry }) => [`${module}: ${entry.is.type}`, entry] as const))('%s', (_, entry) => {
  test('yields exactly the facts that it lists, and says when no better than the entry does', () => {
    const seen = new Set<string>();
    const holds = () => {
      fc.assert(
        fc.property(anyEntryOf(entry), (written) => {
          expect(entry.is.data.safeParse(written.data).success).toBe(true);
          for (const fact of entry.facts(written)) {
            seen.add(fact.name);
            expect(entry.yields).toContain(fact.name);
            expect(isFactName(fact.name)).toBe(true);
            if (fact.at !== null) expect(fact.at).toBe(written.happened.at);
            const { earliest, latest } = written.happened;
            const mayBe = [
              [earliest, latest],
              ...Object.values(written.data as object)
                .filter(isDay)
                .map((on) => [on, on]),
            ];
            const asForeseen = mayBe.map((bounds) => bounds.map((on) => ahead(on, fact.name)));
            expect(asForeseen).toContainEqual([fact.earliest, fact.latest]);
            if (fact.name in AHEAD) expect(fact.at).toBe(null);
          }
        }),
        { numRuns: 400 },
      );
    };
    // A fact that needs two rare answers at once is met seldom: more is tried until each has been seen.
    const listed = new Set(entry.yields).size;
    for (let round = 0; round === 0 || (seen.size < listed && round < MOST_ROUNDS); round += 1) holds();
    expect([...seen].sort()).toEqual([...new Set(entry.yields)].sort());
  });

  test('tells one line that ends in a full stop and holds no name', () => {
    fc.assert(
      fc.property(anyEntryOf(entry), (written) => {
        const line = entry.tells(written);
        expect(line).toMatch(/^[A-Z][^\n]*\.$/);
        if (entry.is.books.includes('child')) expect(line).not.toContain('some words');
        expect(line).not.toMatch(/undefined|notSaid|object/);
      }),
    );
  });
});

/** Every paragraph withheld, each field by itself and all together. */
const withheldIn = (data: object, fits: (data: unknown) => boolean): object[] => {
  const fields = [...new Set(paragraphsOf(data, fits).map(({ path }) => path.split('.')[0] ?? ''))];
  const each = fields.map((field) => ({ ...data, [field]: withheld }));
  return fields.length > 1
    ? [...each, Object.assign({}, data, ...each.map((one, at) => pickOf(one, fields[at])))]
    : each;
};
const pickOf = (data: object, field = '') => ({ [field]: (data as Record<string, unknown>)[field] });

test('told in one line whatever of it is withheld from its reader, and no schema takes what is', () => {
  const reading = readingOf(readStatute(), manifests);
  for (const { type, data } of goldenExamples()) {
    const entry = { ...aboutNothing, type: type.type, version: type.version };
    const fits = (given: unknown) => type.data.safeParse(given).success;
    for (const part of withheldIn(data as object, fits)) {
      expect(fits(part), type.type).toBe(false);
      const line = inOneLine(reading, asShown({ ...entry, data: part }));
      expect(line, type.type).toMatch(/^[A-Z][^\n]*\.$/);
      expect(line, type.type).not.toMatch(/undefined|notSaid|object/);
    }
  }
});

test('every fact of the vocabulary is yielded by some entry', () => {
  const yielded = new Set(entries.flatMap(({ entry }) => entry.yields));
  // What a file spoke of is yielded by the module that reads files.
  const lacking = FACT_NAMES.filter((name) => !yielded.has(name) && !name.startsWith('spoken.'));
  expect(lacking).toEqual([]);
});

test('a type is written by one module only', () => {
  const types = entries.map(({ entry }) => `${entry.is.type}@${entry.is.version}`);
  expect(new Set(types).size).toBe(types.length);
});
