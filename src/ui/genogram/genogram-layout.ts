import { linesOf } from '../sightline/text-width.ts';
import type { GenogramPerson, GenogramPicture, GenogramUnion } from './genogram-picture.ts';

/** Units of the drawing. A place holds a mark and lines of words beneath it. */
export const PLACE_WIDTH = 152;
export const MARK = 40;
export const LINE_HEIGHT = 16;
const NAME_SIZE = 13;
const TOP = 16;
/** Between the last words of a generation and the marks of the next. */
const BETWEEN = 52;

/** The words beneath a mark: the lines of the name, then the rest. A hyphen ends a line as a space does. */
export function wordsBeneath(person: GenogramPerson): {
  readonly names: readonly string[];
  readonly rest: readonly string[];
} {
  const names = linesOf(person.name.replaceAll('-', '-\u200b '), PLACE_WIDTH - 20, NAME_SIZE, true).map((line) =>
    line.replaceAll('\u200b ', '').replaceAll('\u200b', ''),
  );
  return { names, rest: [person.detail, ...(person.hasResponsibility === true ? ['has responsibility'] : [])] };
}

const heightOf = (row: readonly GenogramPerson[]): number =>
  MARK +
  Math.max(
    ...row.map((person) => {
      const { names, rest } = wordsBeneath(person);
      return (names.length + rest.length) * LINE_HEIGHT;
    }),
  );
/** Between the lines of two unions. */
const LANE = 9;
/** The line along the children runs so far above their marks. */
const BAR_ABOVE = 32;
const EDGE = 8;

type Point = readonly [number, number];
export type Placed = { readonly person: GenogramPerson; readonly x: number; readonly y: number };
/** A union as lines: between the partners, down, and along the children. Each is a list of points. */
export type PlacedUnion = {
  readonly union: GenogramUnion;
  readonly lines: readonly (readonly Point[])[];
  /** Where the parting strokes stand. */
  readonly middle: Point;
};
export type GenogramLayout = {
  readonly width: number;
  readonly height: number;
  readonly places: readonly Placed[];
  readonly unions: readonly PlacedUnion[];
};

/** Places everybody: a row for each generation, eldest on top, partners side by side, children beneath their parents. */
export function layOutGenogram({ people, unions }: GenogramPicture): GenogramLayout {
  const generations = [...new Set(people.map(({ generation }) => generation))].sort((a, b) => b - a);
  const rows = generations.map((generation) =>
    inOrder(
      people.filter((person) => person.generation === generation),
      unions,
    ),
  );
  const x = spread(rows, unions);
  const left = Math.min(0, ...x.values());
  const yOf = new Map<number, number>();
  let bottom = TOP - BETWEEN;
  for (const [index, row] of rows.entries()) {
    yOf.set(generations[index] ?? 0, bottom + BETWEEN);
    bottom += BETWEEN + heightOf(row);
  }
  const places = people.map((person) => ({
    person,
    x: (x.get(person.id) ?? 0) - left + PLACE_WIDTH / 2 + EDGE,
    y: yOf.get(person.generation) ?? TOP,
  }));
  const at = new Map(places.map((place) => [place.person.id, place]));
  return {
    width: Math.max(...places.map((place) => place.x)) + PLACE_WIDTH / 2 + EDGE,
    height: bottom + TOP,
    places,
    unions: unions.flatMap((union, index) => placeUnion(union, index, at) ?? []),
  };
}

/** Partners next to each other: somebody with two partners stands between them. */
function inOrder(row: readonly GenogramPerson[], unions: readonly GenogramUnion[]): GenogramPerson[] {
  const ids = new Set(row.map(({ id }) => id));
  const partnersOf = (id: string): string[] =>
    unions
      .filter(({ partners }) => partners.includes(id))
      .flatMap(({ partners }) => partners.filter((other) => other !== id && ids.has(other)));
  const placed: string[] = [];
  const walk = (id: string): void => {
    if (placed.includes(id)) return;
    placed.push(id);
    for (const other of partnersOf(id)) walk(other);
  };
  // A chain is walked from an end of it, so that nobody's partner stands across somebody else's.
  for (const { id } of [...row].sort((a, b) => partnersOf(a.id).length - partnersOf(b.id).length || place(row, a, b)))
    walk(id);
  return placed.flatMap((id) => row.find((person) => person.id === id) ?? []);
}

const place = (row: readonly GenogramPerson[], a: GenogramPerson, b: GenogramPerson): number =>
  row.indexOf(a) - row.indexOf(b);

/** Places from left to right, in places' widths: each row as near as it can be to above its children. */
function spread(rows: readonly (readonly GenogramPerson[])[], unions: readonly GenogramUnion[]): Map<string, number> {
  const x = new Map<string, number>();
  const middleOf = (ids: readonly string[]): number | null => {
    const known = ids.flatMap((id) => x.get(id) ?? []);
    return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0) / known.length;
  };
  for (const row of [...rows].reverse()) {
    const wished = row.map(({ id }, index) => {
      const own = unions.filter(({ partners }) => partners.includes(id));
      const below = middleOf(own.flatMap(({ children }) => children));
      return below === null ? index * PLACE_WIDTH : below + shift(own, id, row);
    });
    let free = Number.NEGATIVE_INFINITY;
    for (const [index, person] of row.entries()) {
      const at = Math.max(wished[index] ?? 0, free);
      x.set(person.id, at);
      free = at + PLACE_WIDTH;
    }
  }
  return x;
}

/** The left one of a couple stands half a place to the left of the middle of their children. */
function shift(own: readonly GenogramUnion[], id: string, row: readonly GenogramPerson[]): number {
  if (own.length !== 1 || (own[0]?.partners.length ?? 0) < 2) return 0;
  const order = row.map((person) => person.id);
  const other = own[0]?.partners.find((each) => each !== id) ?? id;
  return order.indexOf(id) < order.indexOf(other) ? -PLACE_WIDTH / 2 : PLACE_WIDTH / 2;
}

const line = (...points: Point[]): readonly Point[] => points;

/** Lines run between places, never through the words beneath a mark. */
function placeUnion(union: GenogramUnion, index: number, at: ReadonlyMap<string, Placed>): PlacedUnion | null {
  const partners = union.partners.flatMap((id) => at.get(id) ?? []).sort((a, b) => a.x - b.x);
  const children = union.children.flatMap((id) => at.get(id) ?? []);
  const [first, other] = partners;
  if (!first || (!other && children.length === 0)) return null;
  // Each union has a lane of its own, so that the lines of two families do not run into each other.
  const lane = (index % 3) * LANE;
  const join = first.y + MARK / 2 - LANE + lane;
  const middle = other ? (first.x + other.x) / 2 : first.x + PLACE_WIDTH / 2;
  const between = line([first.x + MARK / 2, join], [other ? other.x - MARK / 2 : middle, join]);
  if (children.length === 0) return { union, lines: [between], middle: [middle, join] };
  const bar = Math.min(...children.map(({ y }) => y)) - BAR_ABOVE + lane;
  const xs = children.map(({ x }) => x);
  return {
    union,
    middle: [middle, join],
    lines: [
      between,
      line([middle, join], [middle, bar]),
      line([Math.min(middle, ...xs), bar], [Math.max(middle, ...xs), bar]),
      ...children.map(({ x, y }) => line([x, bar], [x, y])),
    ],
  };
}
