import fc from 'fast-check';
import { expect, test } from 'vitest';
import { statute } from '../../../../../test/census/census-in-tests.ts';
import { recordInMemory } from '../../../../../test/files/record-in-memory.ts';
import { entryRegistry } from '../../../../app/entry-registry.ts';
import { manifests } from '../../../../app/manifests.ts';
import { mustBeDate } from '../../../../kernel/local-date.ts';
import { parseData, typeOf } from '../../../../record/registry.ts';
import { isFactName } from '../../../../sight/facts.ts';
import { prepare903Child } from './prepare-ssda903-child.ts';
import { readNamed } from './read-ssda903-rows.ts';
import { type Column, SHAPES } from './ssda903-tables.ts';

const YEAR = 2026;
const window = { from: mustBeDate('2025-04-01'), until: mustBeDate('2026-03-31') };
const DAYS = [
  '01/05/2025',
  '02/05/2025',
  '30/09/2025',
  '31/03/2026',
  '01/04/2026',
  '14/02/2019',
  '',
  '',
  '31/02/2025',
  'soon',
];
const WORDS = ['', 'SW1234567', 'UN2', 'A123456789012', 'x'.repeat(101), '“quoted”, and more', '07'];

/** A cell as a council might send it: mostly of its column, sometimes of another year, sometimes of none. */
function anyCell({ is, name }: Column): fc.Arbitrary<string> {
  if (is === 'child') return fc.constant('A');
  if (is === 'date' || is === 'loose-date') return fc.constantFrom(...DAYS);
  if (is === 'score') return fc.constantFrom('', '0', '40', '41', '12.0', 'high');
  if (!is.startsWith('code:')) return fc.constantFrom(...WORDS);
  const codes = [...(statute.codeSets.get(is.slice('code:'.length))?.codes ?? [])].map(({ code }) => code);
  const usual = name === 'RNE' ? ['S', 'L', 'P', 'B'] : codes;
  return fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...usual) }, fc.constantFrom(...codes, '', 'nonsense'));
}

const anyRows = fc
  .array(
    fc
      .constantFrom(...SHAPES, ...SHAPES.filter(({ table }) => table === 'Episodes' || table === 'Reviews'))
      .chain(({ table, columns }) => fc.tuple(...columns.map(anyCell)).map((cells) => ({ table, columns, cells }))),
    { maxLength: 25 },
  )
  .map((rows) =>
    rows.map(({ table, columns, cells }, place) =>
      readNamed(
        table,
        columns,
        { line: place + 2, cells: new Map(columns.map(({ name }, at) => [name, cells[at] ?? ''])) },
        { codeSets: statute.codeSets, year: YEAR },
      ),
    ),
  );

const factsOf = new Map(manifests.flatMap(({ entries }) => entries.map((entry) => [entry.is.type, entry] as const)));

test('whatever a return holds: every row is answered for, every entry fits its type, and a second loading writes nothing', () => {
  const registry = entryRegistry();
  fc.assert(
    fc.property(anyRows, (rows) => {
      const record = recordInMemory();
      const first = record.load('ssda903', prepare903Child('A', rows, window), YEAR);
      expect(first.rows.read).toBe(rows.length);
      expect(first.rows.loaded + first.rows.unchanged + first.rows.setAside).toBe(first.rows.read);
      expect(first.findings.filter(({ kind }) => kind === 'set-aside')).toHaveLength(first.rows.setAside);
      const faulty = rows.filter(({ faults }) => faults.length > 0).length;
      expect(first.rows.setAside).toBeGreaterThanOrEqual(faulty);
      // Nothing is called unchanged that nobody had said, but for what the file says a second time.
      const repeated = first.findings.filter(({ code }) => code === 'repeated').length;
      expect(first.rows.unchanged).toBeLessThanOrEqual(repeated);
      for (const entry of record.standing()) {
        const data = parseData(typeOf(registry, entry.type, entry.version), entry.data);
        for (const fact of factsOf.get(entry.type)?.facts({ ...entry, data: data as object }) ?? [])
          expect(isFactName(fact.name)).toBe(true);
      }
      expect(new Set(record.entries.map(({ id }) => id)).size).toBe(record.entries.length);
      const again = record.load('ssda903', prepare903Child('A', rows.toReversed(), window), YEAR);
      expect(again.acts.flatMap((act) => act.entries)).toEqual([]);
      expect(again.rows).toMatchObject({ loaded: 0, setAside: first.rows.setAside });
    }),
    { numRuns: 400 },
  );
});
