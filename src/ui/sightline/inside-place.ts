/** Room between words inside a box and a mark that stands on it. */
const CLEAR = 6;

/**
 * The middle of words of that `length` inside a box, clear of the marks that stand on it: the middle of the box if it
 * can be, else the nearest of its eighths, else null. All along one axis, in units of the drawing.
 */
export function middleInside(
  box: { from: number; length: number },
  length: number,
  marks: readonly number[],
): number | null {
  const half = length / 2;
  const places = [4, 3, 5, 2, 6, 1, 7].map((eighths) => box.from + (box.length * eighths) / 8);
  const clear = (at: number): boolean =>
    at - half >= box.from + 1 &&
    at + half <= box.from + box.length - 1 &&
    marks.every((mark) => mark <= at - half - CLEAR || mark >= at + half + CLEAR);
  return places.find(clear) ?? null;
}
