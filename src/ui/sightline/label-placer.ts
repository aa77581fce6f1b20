/** A label that wants to stand near its mark. All lengths are in units of the drawing. */
export type WantedLabel = {
  readonly width: number;
  /** The mark's own extent along the line. */
  readonly mark: { readonly from: number; readonly until: number };
  /** Where the label may stand: never across the today line. */
  readonly within: { readonly from: number; readonly until: number };
  /** A larger weight is placed first; of equals, the earlier one. */
  readonly weight: number;
};
export type PlacedLabel = { readonly start: number; readonly row: number };

/** Room between two labels of one row. */
export const ROOM = 8;
/** How far a label may stand off its mark before nobody can tell whose it is. */
export const REACH = 14;

/**
 * Places labels in rows so that no two touch. A label that finds no room near its mark is left out (null): the mark's
 * title and the table beneath the drawing still say it. Answers in the order of `labels`.
 */
export function placeLabels(labels: readonly WantedLabel[], rows: number): (PlacedLabel | null)[] {
  const taken: { from: number; until: number }[][] = Array.from({ length: rows }, () => []);
  const placed: (PlacedLabel | null)[] = labels.map(() => null);
  const order = labels
    .map((_, index) => index)
    .sort((a, b) => (labels[b]?.weight ?? 0) - (labels[a]?.weight ?? 0) || a - b);
  for (const index of order) {
    const label = labels[index];
    if (!label) continue;
    const place = bestPlace(label, taken);
    if (!place) continue;
    taken[place.row]?.push({ from: place.start, until: place.start + label.width });
    placed[index] = place;
  }
  return placed;
}

/** A row further down is worth this much of a shift along the line. */
const ROW_COST = 24;

type Taken = readonly { readonly from: number; readonly until: number }[];

function bestPlace(label: WantedLabel, rows: readonly Taken[]): PlacedLabel | null {
  const costs = rows.flatMap((taken, row) => {
    const start = startIn(label, taken);
    return start === null ? [] : [{ start, row, cost: Math.abs(start - label.mark.from) + row * ROW_COST }];
  });
  const best = costs.sort((a, b) => a.cost - b.cost)[0];
  return best ? { start: best.start, row: best.row } : null;
}

/** The free place nearest to the mark's own beginning, or null. Only edges of what is taken can be nearest. */
function startIn(label: WantedLabel, taken: Taken): number | null {
  const { width, mark, within } = label;
  const first = Math.max(within.from, mark.from - width - REACH);
  const last = Math.min(within.until - width, mark.until + REACH);
  const wanted = Math.min(Math.max(mark.from, first), last);
  const starts = [wanted, ...taken.flatMap(({ from, until }) => [from - ROOM - width, until + ROOM])]
    .filter((start) => start >= first && start <= last)
    .filter((start) => taken.every(({ from, until }) => start >= until + ROOM || start + width + ROOM <= from))
    .sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted));
  return starts[0] ?? null;
}
