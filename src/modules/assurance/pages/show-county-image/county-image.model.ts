import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { TypedDay } from '../../../asked.ts';
import type { Asked } from '../../../child-page.ts';
import type { LineOrder } from '../../core/line-order.ts';
import type { Shade, WeekRun } from '../../core/weeks-of-child.ts';

/** One panel, ready to be shown. Heights are in pixels of the screen. */
export type ShownPanel = {
  readonly panel: number;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly source: string;
  readonly height: number;
  /** Whose lines these are, in order; empty in orders that have no groups. */
  readonly groups: readonly { readonly name: string; readonly top: number; readonly height: number }[];
};

/** One line that is read closely. */
export type BandRow = {
  readonly line: number;
  /** The child's name and age, or the council's id where the reader may not know more. */
  readonly heading: string;
  readonly href: string | null;
  readonly team: string | null;
  readonly runs: readonly WeekRun[];
  /** What holds on the day asked about, in words. */
  readonly today: string;
  readonly missing: boolean;
  readonly weeksOpen: number;
  readonly weeksWithGap: number;
};

export type ImagePage = {
  readonly asked: Asked;
  readonly typed: TypedDay;
  readonly fault: string | null;
  readonly order: LineOrder;
  /** The id of the one team that is shown; null shows every team. */
  readonly team: string | null;
  readonly teams: readonly { readonly value: string; readonly name: string; readonly children: number }[];
  readonly lines: number;
  readonly firstWeek: LocalDate;
  /** How many lines have each shade in the last week. */
  readonly lastWeek: Readonly<Record<Shade, number>>;
  readonly panels: readonly ShownPanel[];
  /** The lines that were chosen; null until somebody chooses. */
  readonly band: readonly BandRow[] | null;
  /** What was typed as a line, when it is none. */
  readonly lineFault: { readonly typed: string; readonly text: string } | null;
};
