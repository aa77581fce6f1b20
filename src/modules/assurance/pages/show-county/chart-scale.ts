/** A scale of round numbers that holds everything from `low` to `high`. */
export type RoundScale = { readonly from: number; readonly until: number; readonly marks: readonly number[] };

const ROUND = [1, 2, 5, 10] as const;

/** Four to seven marks; from nought when nought is near enough to matter, and whenever `fromZero`. `whole`: of children, who are not halved. */
export function roundScale(low: number, high: number, { fromZero = false, whole = false } = {}): RoundScale {
  const bottom = fromZero || low < (high - low) * 0.6 ? 0 : low;
  const span = Math.max(high - bottom, 1e-9);
  const power = 10 ** Math.floor(Math.log10(span / 4));
  const nice = power * (ROUND.find((each) => (power * each * 6) / span >= 1) ?? 10);
  const step = whole ? Math.max(1, nice) : nice;
  const from = Math.floor(bottom / step) * step;
  const until = Math.max(from + step, Math.ceil(high / step) * step);
  const marks: number[] = [];
  for (let at = 0; from + at * step <= until + step / 1e6; at += 1)
    marks.push(Number((from + at * step).toPrecision(12)));
  return { from, until, marks };
}

/** Words beside a mark, to be kept apart from other words down the page. */
export type SideLabel = { readonly text: string; readonly y: number };

/** The same labels moved down, and up again from the floor, until each has room; in the order in which they came. */
export function keptApart(labels: readonly SideLabel[], room: number, top: number, floor: number): number[] {
  const order = labels.map((_, index) => index).sort((a, b) => (labels[a]?.y ?? 0) - (labels[b]?.y ?? 0));
  const places = labels.map(({ y }) => Math.max(top, y));
  let least = top;
  for (const index of order) {
    places[index] = Math.max(places[index] ?? 0, least);
    least = (places[index] ?? 0) + room;
  }
  let most = floor;
  for (const index of order.reverse()) {
    places[index] = Math.min(places[index] ?? 0, most);
    most = (places[index] ?? 0) - room;
  }
  return places;
}
