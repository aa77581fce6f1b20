import type { Id } from '../../../kernel/id.ts';
import type { Instant } from '../../../kernel/instant.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { accepted, type Result, refused } from '../../../kernel/result.ts';
import type { Act, Happened } from '../../../record/entry.ts';
import { ownThread } from '../../../record/own-thread.ts';
import { notKnown, type Said } from '../../../record/said.ts';
import { type Episode, episodeOn } from '../../front-door/public.ts';
import { childVisited, type HowSeen } from './child-visited.entry.ts';

/** A child whom a visit may have been to, as the record stands. */
export type VisitedChild = {
  /** The book to write in. */
  readonly book: Id;
  readonly bornOn: LocalDate | null;
  readonly expectedOn: LocalDate | null;
  readonly diedOn: LocalDate | null;
  readonly episodes: readonly Episode[];
};

/** What somebody says of a visit: of the whole, and of each child whom it was to. */
export type RecordVisit = {
  readonly happened: Happened;
  readonly present: Said<string[]>;
  readonly place: Said<string>;
  readonly visitedBy: string;
  readonly worker: Said<Id>;
  readonly children: readonly {
    readonly book: Id;
    readonly seen: Said<HowSeen>;
    readonly notSeenBecause: Said<string>;
    readonly words: Said<string>;
    readonly account: Said<string>;
    /** The last entry on the child's visits that the writer has seen. */
    readonly lastSeen: Id | null;
    /** The entry of somebody else that this one puts right, and why. */
    readonly corrects: { readonly entry: Id; readonly reason: string } | null;
  }[];
};

export type VisitRefusal =
  | { readonly code: 'nobody-visited' }
  | { readonly code: 'in-the-future'; readonly today: LocalDate }
  | { readonly code: 'no-such-child'; readonly book: Id }
  | { readonly code: 'seen-before-birth'; readonly book: Id }
  | { readonly code: 'already-born'; readonly book: Id; readonly bornOn: LocalDate }
  | { readonly code: 'seen-after-death'; readonly book: Id; readonly diedOn: LocalDate };

type Given = {
  readonly now: Instant;
  readonly today: LocalDate;
  /** One id for the act and one for each child's entry. */
  readonly ids: { readonly act: Id; readonly entries: readonly Id[] };
};

/**
 * One act with a whole entry in each child's book. A visit that is written late is recorded as late, never refused;
 * only what cannot have been so is refused.
 */
export function decideRecordVisit(
  known: readonly VisitedChild[],
  visit: RecordVisit,
  { now, today, ids }: Given,
): Result<Act, VisitRefusal> {
  const { earliest, at } = visit.happened;
  if (visit.children.length === 0) return refused({ code: 'nobody-visited' });
  if ((at !== null && at > now) || (earliest !== null && earliest > today))
    return refused({ code: 'in-the-future', today });
  const entries: Act['entries'][number][] = [];
  for (const [place, said] of visit.children.entries()) {
    const child = known.find(({ book }) => book === said.book);
    const entryId = ids.entries[place];
    if (!child || !entryId) return refused({ code: 'no-such-child', book: said.book });
    const impossible = cannotHaveBeen(child, said.seen, visit.happened);
    if (impossible) return refused(impossible);
    entries.push(entryFor(child, said, visit, entryId));
  }
  const decidedOn = visit.children.map(({ book, lastSeen }) => ({ book, about: ownThread(book, 'visits'), lastSeen }));
  return accepted({ id: ids.act, entries, decidedOn });
}

/** A child can be seen from birth to death; a visit to the family can be made on any day. */
function cannotHaveBeen(child: VisitedChild, seen: Said<HowSeen>, { earliest, latest }: Happened): VisitRefusal | null {
  const { book, bornOn, diedOn } = child;
  if (seen === 'unborn' && bornOn !== null && earliest !== null && earliest > bornOn)
    return { code: 'already-born', book, bornOn };
  if (seen !== 'alone' && seen !== 'with-others') return null;
  const notBornOn = bornOn ?? child.expectedOn;
  if (bornOn !== null && latest !== null && latest < bornOn) return { code: 'seen-before-birth', book };
  if (bornOn === null && notBornOn !== null) return { code: 'seen-before-birth', book };
  if (diedOn !== null && earliest !== null && earliest > diedOn) return { code: 'seen-after-death', book, diedOn };
  return null;
}

function entryFor(
  child: VisitedChild,
  said: RecordVisit['children'][number],
  visit: RecordVisit,
  entryId: Id,
): Act['entries'][number] {
  const { book } = child;
  return childVisited.write(
    {
      id: entryId,
      book,
      about: ownThread(book, 'visits'),
      happened: visit.happened,
      source: { kind: 'here' },
      corrects: said.corrects?.entry ?? null,
      reason: said.corrects?.reason ?? null,
    },
    {
      episode: episodeOn(child.episodes, visit.happened.latest),
      present: visit.present,
      place: visit.place,
      visitedBy: visit.visitedBy,
      worker: visit.worker,
      seen: said.seen,
      notSeenBecause: said.seen === 'not-seen' ? said.notSeenBecause : notKnown,
      words: said.words,
      account: said.account,
    },
  );
}
