import fc from 'fast-check';
import { expect, it } from 'vitest';
import { layOutGenogram, PLACE_WIDTH } from './genogram-layout.ts';
import type { GenogramPerson, GenogramUnion } from './genogram-picture.ts';

const person = (id: string, generation: number): GenogramPerson => ({
  id,
  name: `Person ${id}`,
  detail: '8',
  sex: null,
  died: false,
  unborn: false,
  isFocus: id === 'c0',
  generation,
  sameHousehold: false,
  hasResponsibility: 'not-asked',
  href: null,
});

const families = fc
  .record({ parents: fc.integer({ min: 1, max: 5 }), children: fc.integer({ min: 1, max: 7 }), seed: fc.nat() })
  .map(({ parents, children, seed }) => {
    const adults = Array.from({ length: parents }, (_, at) => person(`p${at}`, 1));
    const young = Array.from({ length: children }, (_, at) => person(`c${at}`, 0));
    const unions: GenogramUnion[] = adults.slice(1).map(({ id }, at) => ({
      partners: [adults[at]?.id ?? id, id],
      children: young.filter((_, index) => (index + seed) % (parents - 1) === at).map((each) => each.id),
      parted: at % 2 === 0,
    }));
    return { name: 'somebody', people: [...adults, ...young], unions };
  });

it('places everybody once, inside the drawing, and nobody upon somebody else', () => {
  fc.assert(
    fc.property(families, (family) => {
      const { places, width, height } = layOutGenogram(family);
      expect(new Set(places.map(({ person: { id } }) => id)).size).toBe(family.people.length);
      for (const [index, one] of places.entries()) {
        expect(one.x - PLACE_WIDTH / 2).toBeGreaterThanOrEqual(0);
        expect(one.x + PLACE_WIDTH / 2).toBeLessThanOrEqual(width);
        expect(one.y).toBeLessThan(height);
        for (const other of places.slice(index + 1))
          if (one.y === other.y) expect(Math.abs(one.x - other.x)).toBeGreaterThanOrEqual(PLACE_WIDTH - 1e-6);
      }
    }),
  );
});

it('sets partners side by side, one with two partners between them', () => {
  const people = ['a', 'b', 'c'].map((id) => person(id, 1));
  const { places } = layOutGenogram({
    name: 'somebody',
    people,
    unions: [
      { partners: ['a', 'c'], children: [], parted: true },
      { partners: ['a', 'b'], children: [], parted: false },
    ],
  });
  const order = [...places].sort((one, other) => one.x - other.x).map(({ person: { id } }) => id);
  expect(order[1]).toBe('a');
});

it('draws a generation of elders above, and a line from the parents to each child', () => {
  const { places, unions } = layOutGenogram({
    name: 'somebody',
    people: [person('p', 1), person('c0', 0), person('c1', 0)],
    unions: [{ partners: ['p'], children: ['c0', 'c1'], parted: false }],
  });
  const at = new Map(places.map((place) => [place.person.id, place]));
  expect(at.get('p')?.y).toBeLessThan(at.get('c0')?.y ?? 0);
  for (const child of ['c0', 'c1']) {
    const { x = 0, y = 0 } = at.get(child) ?? {};
    expect(unions[0]?.lines.some((points) => points.at(-1)?.join() === [x, y].join())).toBe(true);
  }
});
