import { dayInLondon } from '../kernel/instant.ts';
import { type EpochDay, toEpochDay } from '../kernel/local-date.ts';
import { type Dated, episodeOf, named } from './believed.ts';
import { NO_EARLIEST, NO_LATEST } from './day-bounds.ts';
import type { FactName } from './facts.ts';

/**
 * A stretch in which something lasted. It began between `from1` and `from2`, and `until1` to `until2` bound the day on
 * which it was over: that day is no longer part of it. NO_LATEST while it lasts.
 */
export type Lasting = {
  readonly opened: Dated;
  readonly closed: Dated | null;
  readonly from1: EpochDay;
  readonly from2: EpochDay;
  readonly until1: EpochDay;
  readonly until2: EpochDay;
};

export const OPENINGS: readonly FactName[] = ['concern.raised', 'referral.received'];
export const CLOSINGS: readonly FactName[] = [
  'decision.no-further-action',
  'closure.closed',
  'closure.died',
  'closure.transferred',
];

/** What opens a child beside a concern, and what closes it on the same thread. A file may know of nothing else. */
const OPEN_BESIDES = [
  { opens: 'care.entered', closes: 'care.ended' },
  { opens: 'private-fostering.aware', closes: 'private-fostering.ended' },
] as const satisfies readonly { readonly opens: FactName; readonly closes: FactName }[];

/** All in which the child is open: episodes of need, periods in care, and private fostering that is known of. */
export const episodesOf = (facts: readonly Dated[]): readonly Lasting[] => [
  ...episodesOfNeed(facts),
  ...OPEN_BESIDES.flatMap(({ opens, closes }) => opensByThread(facts, opens, closes)),
];

export const isOfNeed = ({ opened }: Lasting): boolean => OPENINGS.includes(opened.fact.name);
export const isOfCare = ({ opened }: Lasting): boolean => opened.fact.name === 'care.entered';

/** One for each thread: two files, or a file and this record, may tell of the same beginning. */
function opensByThread(facts: readonly Dated[], opens: FactName, closes: FactName): Lasting[] {
  const deaths = named(facts, ['born.died']);
  const closings = named(facts, [closes]);
  return firstBy(named(facts, [opens]), ({ fact }) => fact.thread).map(([thread, opened]) =>
    lasting(
      opened,
      [...closings.filter(({ fact }) => fact.thread === thread), ...deaths].filter(({ n2 }) => n2 >= opened.n1),
    ),
  );
}

/** The opening with the earliest first day under each key. */
function firstBy(openings: readonly Dated[], keyOf: (opening: Dated) => string): [string, Dated][] {
  const first = new Map<string, Dated>();
  for (const opening of openings) {
    const known = first.get(keyOf(opening));
    if (!known || opening.n1 < known.n1) first.set(keyOf(opening), opening);
  }
  return [...first];
}

/**
 * The child's episodes of need: from the first concern or referral of a thread until a recorded decision of no further
 * action or a closure. A concern that nobody decided on is carried on by the next referral, never forgotten by it.
 */
function episodesOfNeed(facts: readonly Dated[]): Lasting[] {
  const openings = named(facts, OPENINGS);
  const closings = named(facts, CLOSINGS);
  const deaths = named(facts, ['born.died']);
  const referrals = openings.filter(({ fact }) => fact.name === 'referral.received');
  return firstBy(openings, episodeOf).map(([key, opened]) => {
    const own = closings.filter((closing) => episodeOf(closing) === key && closing.n2 >= opened.n1);
    const isReferred = referrals.some((referral) => episodeOf(referral) === key);
    const carriedOn = isReferred || own.length > 0 ? [] : referrals.filter(({ n2 }) => n2 >= opened.n1).slice(0, 1);
    return lasting(opened, [...own, ...carriedOn, ...deaths.filter(({ n2 }) => n2 >= opened.n1)]);
  });
}

/** From an opening until the first of its closings. */
export function lasting(opened: Dated, closings: readonly Dated[]): Lasting {
  const until1 = Math.min(NO_LATEST, ...closings.map(({ n1 }) => n1));
  const until2 = Math.min(NO_LATEST, ...closings.map(({ n2 }) => n2));
  const closed = closings.toSorted((a, b) => a.n2 - b.n2)[0] ?? null;
  return { opened, closed, from1: opened.n1, from2: opened.n2, until1, until2 };
}

/** Things that last from one kind of fact to another, of the same thread or of the same episode, such as plans. */
export function lastingThings(
  facts: readonly Dated[],
  opens: readonly FactName[],
  closes: readonly FactName[],
  sameEpisode = false,
): Lasting[] {
  const closings = named(facts, closes);
  return named(facts, opens).map((opened) =>
    lasting(
      opened,
      closings.filter((closing) => {
        const belongs = sameEpisode
          ? episodeOf(closing) === episodeOf(opened)
          : closing.fact.thread === opened.fact.thread;
        return belongs && closing.n2 >= opened.n1;
      }),
    ),
  );
}

/** The first day on which anything is said of it: the earliest known, else the latest, else the day of recording. */
export function openFrom({ opened, from1, from2 }: Lasting): EpochDay {
  if (from1 !== NO_EARLIEST) return from1;
  return from2 !== NO_LATEST ? from2 : toEpochDay(dayInLondon(opened.fact.believedFrom));
}

/** Does it last on a day? An uncertain end counts as lasting until its latest day, an uncertain start from its earliest. */
export function lastsOn(each: Lasting, on: EpochDay): 'yes' | 'no' | 'cannot-tell' {
  if (on >= each.until2 || on < openFrom(each)) return 'no';
  return each.from2 <= on && on < each.until1 ? 'yes' : 'cannot-tell';
}
