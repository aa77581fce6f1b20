import type { LocalDate } from '../../kernel/local-date.ts';

/**
 * One child's line of sight, ready to draw and to read: the same parts make the drawing and the table beneath it.
 * A stretch runs from its first day until the first day on which it was no longer so (null: it still is), so that a
 * stretch of 12 to 26 February is 14 days long and the next one may begin on the 26th.
 */
export type SightlinePicture = {
  /** As the page names the child; never with a protected place. */
  readonly name: string;
  /** The day on which all of this is told: the today line. */
  readonly today: LocalDate;
  /** The child's own row of the county image, each from its Monday until the next; weeks of the same kind may be joined. */
  readonly worst: readonly { readonly from: LocalDate; readonly until: LocalDate; readonly is: WorstGap }[];
  readonly lanes: readonly SightlineLane[];
};

/** Worst first; a week in which the child was not open stays white. */
export type WorstGap =
  | 'no-worker'
  | 'not-assessed'
  | 'not-seen'
  | 'no-plan'
  | 'cannot-tell'
  | 'nothing-late'
  | 'not-open';

export const LANE_NAMES = {
  concern: 'Concern',
  held: 'Held by',
  seen: 'Seen',
  assessed: 'Assessed',
  planned: 'Planned',
  placed: 'Placed',
  heard: 'Heard',
} as const;
export type LaneName = keyof typeof LANE_NAMES;

export type SightlineLane = {
  readonly lane: LaneName;
  /** How the lane stands today: a line must end in a sentence. */
  readonly now: {
    readonly words: string;
    readonly detail?: string | undefined;
    readonly is?: 'missed' | 'unknown' | undefined;
  };
  readonly parts: readonly SightlinePart[];
};

type Said = {
  /** What the table says and a pointer reads: "Nobody". */
  readonly what: string;
  /** Why, and what ended it: the last column of the table. */
  readonly why?: string | undefined;
  /** Opens the entry, or the rule behind it. */
  readonly href?: string | undefined;
};
export type Stretch = { readonly from: LocalDate; readonly until: LocalDate | null };
type OnADay = { readonly on: LocalDate };

/** Open, as an ink line: never broken by a change of team, worker or stage. */
export type OpenPart = Said & Stretch & { readonly is: 'open' };
/** Covered by this person, plan or place. `label` stands in the bar when it fits, else beneath; `note` always beneath. */
export type CoverPart = Said &
  Stretch & {
    /** cover: solid · part: finished with things missing · outlined: at home, not placed by the council */
    readonly is: 'cover' | 'part' | 'outlined';
    readonly label?: string | undefined;
    readonly note?: string | undefined;
    /** The first day after the due day: what follows is capped in red. */
    readonly lateFrom?: LocalDate | undefined;
  };
/** Nobody, not seen, not assessed, no plan. `note` is the reason in a few words. */
export type GapPart = Said & Stretch & { readonly is: 'gap'; readonly note?: string | undefined };
export type UnknownPart = Said & Stretch & { readonly is: 'unknown'; readonly note?: string | undefined };
/** The first concern, and later ones. */
export type EventPart = Said & OnADay & { readonly is: 'first' | 'event'; readonly label: string };
export type VisitPart = Said & OnADay & { readonly is: 'visit'; readonly seen: 'alone' | 'with-others' | 'not-seen' };
/** Something the child said, and whether it was answered and the child told. */
export type ViewPart = Said &
  OnADay & { readonly is: 'view'; readonly answeredOn: LocalDate | null; readonly toldOn: LocalDate | null };
/** The next due day, drawn beyond the today line. */
export type DuePart = Said & OnADay & { readonly is: 'due' };

export type SightlinePart = OpenPart | CoverPart | GapPart | UnknownPart | EventPart | VisitPart | ViewPart | DuePart;
export type StretchPart = Extract<SightlinePart, Stretch>;

export const isStretch = (part: SightlinePart): part is StretchPart => 'from' in part;
