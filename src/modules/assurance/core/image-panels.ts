/** The picture of the county: lines in panels that are read down, then across. */
export type ImagePanel = {
  /** From 1, as the form names it. */
  readonly panel: number;
  /** The first line and one past the last, counted from 0. */
  readonly from: number;
  readonly until: number;
};

export type ImageShape = {
  readonly panels: readonly ImagePanel[];
  /** Pixels that one line is high on the screen: one in a large county, more in a small one. */
  readonly scale: number;
};

const PANELS = 6;
/** Pixels down, about as high as a screen. */
const HEIGHT = 917;
const TALLEST_LINE = 12;
/** Lines that are read closely at once. */
export const LINES_READ = 24;

/** How so many lines are laid out: few lines stand in fewer panels. None: no panel. */
export function imageShape(lines: number): ImageShape {
  const each = Math.max(LINES_READ, Math.ceil(lines / PANELS));
  const panels: ImagePanel[] = [];
  for (let from = 0; from < lines; from += each) {
    panels.push({ panel: panels.length + 1, from, until: Math.min(lines, from + each) });
  }
  return { panels, scale: Math.min(TALLEST_LINE, Math.max(1, Math.floor(HEIGHT / each))) };
}

/**
 * The line that was pointed at, from 0: `y` is in pixels from the top of the panel, as the browser sends it. Undefined for a
 * panel that is not there; a point outside is the nearest line.
 */
export function lineAt({ panels, scale }: ImageShape, panel: number, y: number): number | undefined {
  const own = panels.find((each) => each.panel === panel);
  if (!own || !Number.isFinite(y)) return undefined;
  return Math.min(own.until - 1, own.from + Math.max(0, Math.floor(y / scale)));
}

/** The lines that are read closely: from the chosen one on, or the last ones. `until` is one past the last. */
export function bandFrom(line: number, lines: number): { readonly from: number; readonly until: number } {
  const from = Math.max(0, Math.min(line, lines - LINES_READ));
  return { from, until: Math.min(lines, from + LINES_READ) };
}

/** Lines that stand together under one heading within a panel, to be marked at its side. */
export type PanelGroup = { readonly name: string; readonly from: number; readonly until: number };

/** The groups of a panel, in order; `nameOf` answers the heading of a line. Places are counted from the panel's top. */
export function groupsOfPanel({ from, until }: ImagePanel, nameOf: (line: number) => string): PanelGroup[] {
  const groups: PanelGroup[] = [];
  for (let line = from; line < until; line += 1) {
    const name = nameOf(line);
    const last = groups.at(-1);
    if (last?.name === name) groups[groups.length - 1] = { ...last, until: line + 1 - from };
    else groups.push({ name, from: line - from, until: line + 1 - from });
  }
  return groups;
}
