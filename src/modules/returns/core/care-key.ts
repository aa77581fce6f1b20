import type { LocalDate } from '../../../kernel/local-date.ts';
import type { FileGroup, KnownSlot, KnownSlots } from './file-group.ts';

/**
 * Periods of care, their placements and legal statuses are known by the day on which they began. A file of one year does
 * not show when a long one began, only that it had by some day: then the key says so, and the group goes on with the one
 * that another file knows, as soon as any does.
 */
export const careKey = (startedOn: LocalDate): string => `care:${startedOn}`;
export const careKeyBefore = (by: LocalDate): string => `care:before:${by}`;

/** One group that files have spoken of, by the day in its key. */
type Begun = {
  readonly key: string;
  /** The day on which it began, or by which it had. */
  readonly from: LocalDate;
  readonly knownStart: boolean;
  readonly isOver: boolean;
  readonly endedOn: LocalDate | null;
};

/** Slots that say when their group began. */
const BEGINNINGS: ReadonlySet<string> = new Set(['entered', 'begun', 'changed']);
const KEY = /^(?:.*\/)?[a-z-]+:(before:)?(\d{4}-\d{2}-\d{2})(?:#\d+)?$/;

/** The groups of one kind inside a group (`''`: of the child), with what was said of their end. */
function begunOf(prefix: string, said: readonly KnownSlot[]): Begun[] {
  const groups = new Map<string, Begun>();
  for (const { group, slot, on } of said) {
    const rest = group.slice(prefix.length);
    const parts = group.startsWith(prefix) && !rest.includes('/') ? KEY.exec(group) : null;
    if (!parts) continue;
    const before = groups.get(group);
    const ended = slot === 'ended';
    groups.set(group, {
      key: group,
      from: (BEGINNINGS.has(slot) ? on : null) ?? before?.from ?? (parts[2] as LocalDate),
      knownStart: (before?.knownStart ?? parts[1] === undefined) || (BEGINNINGS.has(slot) && on !== null),
      isOver: ended || (before?.isOver ?? false),
      endedOn: (ended ? on : null) ?? before?.endedOn ?? null,
    });
  }
  return [...groups.values()].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

const lastsTo = ({ isOver, endedOn }: Begun, day: LocalDate): boolean => !isOver || (endedOn !== null && endedOn > day);

const begunOn =
  (day: LocalDate) =>
  ({ knownStart, from }: Begun): boolean =>
    knownStart && from === day;

type Period = {
  /** Null where the file does not show it. */
  readonly startedOn: LocalDate | null;
  /** The first day of which the file speaks. */
  readonly firstOn: LocalDate;
  /** Null where it goes on. */
  readonly endedOn: LocalDate | null;
};

/** With which known period of care one of a file goes on; null for none. */
export const goesOnWithCare =
  ({ startedOn, firstOn, endedOn }: Period): NonNullable<FileGroup['continues']> =>
  ({ said }) => {
    const known = begunOf('care:', said);
    const reaches = (day: LocalDate): boolean => endedOn === null || endedOn >= day;
    const begunLater = known.find(({ knownStart, from }) => !knownStart && from >= firstOn && reaches(from));
    if (startedOn !== null) {
      // Another file knew that it had begun by some later day: now the day itself is known.
      return (known.find(begunOn(startedOn)) ?? begunLater)?.key ?? null;
    }
    const running = known.filter((period) => period.from <= firstOn && lastsTo(period, firstOn));
    return running.at(-1)?.key ?? begunLater?.key ?? null;
  };

/** With which known placement of the same period one goes on; null for none. */
export const goesOnWithPlacement =
  ({ startedOn, firstOn, endedOn }: Period): NonNullable<FileGroup['continues']> =>
  ({ outer, said }) => {
    const known = begunOf(`${outer}/placement:`, said);
    const reaches = (day: LocalDate): boolean => endedOn === null || endedOn > day;
    const begunLater = known.find(({ knownStart, from }) => !knownStart && from >= firstOn && reaches(from));
    if (startedOn !== null) return (known.find(begunOn(startedOn)) ?? begunLater)?.key ?? null;
    const running = known.filter((placement) => placement.from <= firstOn && lastsTo(placement, firstOn));
    return running.at(-1)?.key ?? begunLater?.key ?? null;
  };

/**
 * Whether a legal status is known already: the group that said it last by that day, when it said the same. Where the day of
 * the change is known, only one that was first heard of later, on a day unknown.
 */
export const goesOnWithStatus =
  (on: LocalDate, legalStatus: unknown, dayIsKnown: boolean): NonNullable<FileGroup['continues']> =>
  ({ outer, said }: KnownSlots) => {
    const known = begunOf(`${outer}/status:`, said);
    const saysSo = (key: string): boolean =>
      said.some(
        ({ group, slot, said: { legalStatus: status } }) =>
          group === key && (slot === 'changed' || slot === 'entered') && status === legalStatus,
      );
    const next = known.find(({ from }) => from >= on);
    if (dayIsKnown) return next && (!next.knownStart || next.from === on) && saysSo(next.key) ? next.key : null;
    const last = known.findLast(({ from }) => from <= on)?.key ?? outer;
    return saysSo(last) ? last : null;
  };
