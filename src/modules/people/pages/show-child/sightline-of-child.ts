import type { Id } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Lane, LaneMark, LaneSegment, Sightline } from '../../../../sight/lanes.ts';
import type { SightlinePart, SightlinePicture } from '../../../../ui/sightline/sightline-picture.ts';
import { laneNow, SEGMENT_WORDS, UNKNOWN_WORDS } from './sightline-words.ts';

/** What turns the line of sight, which knows no names, into a picture for this reader. */
export type PictureOf = {
  /** As the page names the child. */
  readonly name: string;
  readonly on: LocalDate;
  /** The worker's name by the entry that allocated them; undefined where the reader may not know it. */
  readonly workerOf: (allocation: Id) => string | undefined;
  /** What an entry is called in one line. */
  readonly tellsOf: (entry: Id) => string | undefined;
};

/** The child's line of sight as the parts that make the drawing and the table beneath it. */
export function sightlinePicture({ lanes, worst, coverage }: Sightline, of: PictureOf): SightlinePicture {
  const isOpen = coverage.open !== 'no';
  return {
    name: of.name,
    today: of.on,
    // Weeks in which the child was not open stay white: there is nothing to see, and nothing missing.
    worst: worst.flatMap(({ from, until, is }) => (is === 'not-open' ? [] : [{ from, until, is }])),
    lanes: lanes.map((lane) => ({
      lane: lane.lane,
      now: laneNow(lane, isOpen, holderIn(lane, of)),
      parts: [
        ...lane.segments.map((segment) => segmentPart(lane, segment, of)),
        ...lane.marks.map((mark) => markPart(mark, of)),
      ],
    })),
  };
}

const holderIn = (lane: Lane, of: PictureOf): string | null => {
  const now = lane.segments.findLast(({ until }) => until === null);
  return (now?.entry && of.workerOf(now.entry)) ?? null;
};

const entryHref = (entry: Id | null, of: PictureOf): string | undefined =>
  entry !== null && of.tellsOf(entry) !== undefined ? `#entry-${entry}` : undefined;

function segmentPart(lane: Lane, segment: LaneSegment, of: PictureOf): SightlinePart {
  const { from, until, is, says, entry, endedBy, lateFrom } = segment;
  const words = SEGMENT_WORDS[says];
  const worker = entry === null ? undefined : of.workerOf(entry);
  const said = { from, until, href: entryHref(entry, of), why: whyOf(segment, of) };
  switch (is) {
    case 'open':
      return { ...said, is, what: words.what };
    case 'cover': {
      const label = worker ?? words.what;
      return { ...said, is, what: label, label, lateFrom: lateFrom ?? undefined };
    }
    case 'gap':
      return { ...said, is, what: words.what, note: words.note, why: gapWhy(segment, worker, said.why) };
    case 'unknown':
      return {
        ...said,
        is,
        what: 'Cannot tell',
        note: words.note || UNKNOWN_WORDS[lane.lane],
        why: endedBy === null ? UNKNOWN_WORDS[lane.lane] : said.why,
      };
  }
}

/** What opened it and what ended it, in the words of the entries. */
function whyOf({ entry, endedBy }: LaneSegment, of: PictureOf): string | undefined {
  const opened = entry === null ? undefined : of.tellsOf(entry);
  const ended = endedBy === null ? undefined : of.tellsOf(endedBy);
  const parts = [opened, ended && `Ended by: ${ended}`].filter((part) => part !== undefined && part !== '');
  return parts.length > 0 ? parts.join(' ') : undefined;
}

function gapWhy(
  { says, lateFrom }: LaneSegment,
  worker: string | undefined,
  why: string | undefined,
): string | undefined {
  const who = worker && says.startsWith('worker-') ? `${worker}: ${SEGMENT_WORDS[says].note}.` : undefined;
  const sinceDue = lateFrom === null ? undefined : 'Past its due day.';
  const parts = [who, sinceDue, why].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' ') : undefined;
}

const OPENED_BY: Readonly<Record<string, string>> = {
  'concern.raised': 'Concern',
  'referral.received': 'Referral',
};

function markPart(mark: LaneMark, of: PictureOf): SightlinePart {
  switch (mark.is) {
    case 'first':
    case 'event': {
      const label = OPENED_BY[mark.fact] ?? 'Event';
      return {
        is: mark.is,
        on: mark.on,
        label,
        what: label,
        href: entryHref(mark.entry, of),
        why: of.tellsOf(mark.entry),
      };
    }
    case 'visit':
      return { is: 'visit', on: mark.on, seen: mark.seen, what: VISITS[mark.seen], href: entryHref(mark.entry, of) };
    case 'view':
      return {
        is: 'view',
        on: mark.on,
        answeredOn: mark.answeredOn,
        toldOn: mark.toldOn,
        what: viewInWords(mark.answeredOn, mark.toldOn),
        href: entryHref(mark.entry, of),
      };
    case 'due':
      return { is: 'due', on: mark.on, what: mark.title };
  }
}

const VISITS = {
  alone: 'Visited, seen alone',
  'with-others': 'Visited, seen with others',
  'not-seen': 'Visited, not seen',
} as const;

function viewInWords(answeredOn: LocalDate | null, toldOn: LocalDate | null): string {
  if (answeredOn === null) return 'Said, and waiting for an answer';
  return toldOn === null ? 'Said and decided on; the child was not told' : 'Said, answered and told';
}
