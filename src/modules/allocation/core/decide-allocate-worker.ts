import type { Id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { accepted, type Result, refused } from '../../../kernel/result.ts';
import { type Act, happenedOn, type NewEntry } from '../../../record/entry.ts';
import { ownThread } from '../../../record/own-thread.ts';
import type { Said } from '../../../record/said.ts';
import { type Episode, episodeOn } from '../../front-door/public.ts';
import { type Placeholder, placeholderAllocated, workerAllocated } from './holding.entry.ts';

/** A worker as the record stands. */
export type WorkerInPost = {
  readonly book: Id;
  readonly name: string;
  readonly joinedOn: LocalDate | null;
  /** Their last day in post; null while they are in post. */
  readonly leftOn: LocalDate | null;
};

export type HeldChild = {
  readonly book: Id;
  readonly diedOn: LocalDate | null;
  readonly episodes: readonly Episode[];
  /** The worker who holds the child now, and since when; null when none does. */
  readonly heldBy: { readonly worker: Id; readonly since: LocalDate | null } | null;
};

/** A worker by name, or a placeholder with the reason: that is *unallocated*, and says why. */
export type AllocateWorker = {
  readonly since: LocalDate;
  readonly lastSeen: Id | null;
  readonly to:
    | { readonly is: 'worker'; readonly worker: Id; readonly because: Said<string> }
    | {
        readonly is: 'placeholder';
        readonly kind: Placeholder;
        readonly because: string;
        readonly manager: Said<string>;
      };
};

export type AllocationRefusal =
  | { readonly code: 'in-the-future'; readonly today: LocalDate }
  | { readonly code: 'no-such-worker' }
  | { readonly code: 'not-yet-in-post'; readonly joinedOn: LocalDate | null }
  | { readonly code: 'no-longer-in-post'; readonly leftOn: LocalDate }
  | { readonly code: 'holds-the-child-already'; readonly since: LocalDate | null }
  | { readonly code: 'child-closed'; readonly overOn: LocalDate | null }
  | { readonly code: 'child-died'; readonly diedOn: LocalDate };

type Given = { readonly today: LocalDate; readonly ids: { readonly act: Id; readonly entry: Id } };

/**
 * Says who holds a child from a day on. A late note is recorded as late. Leave and a lapsed registration do not refuse a
 * worker: the line of sight counts the child as unallocated, and says so.
 */
export function decideAllocateWorker(
  child: HeldChild,
  workers: readonly WorkerInPost[],
  command: AllocateWorker,
  { today, ids }: Given,
): Result<Act, AllocationRefusal> {
  const { since, to, lastSeen } = command;
  if (since > today) return refused({ code: 'in-the-future', today });
  const closed = closedOn(child, since);
  if (closed) return refused(closed);
  const about = ownThread(child.book, 'holding');
  const envelope = {
    id: ids.entry,
    book: child.book,
    about,
    happened: happenedOn(since),
    source: { kind: 'here' },
  } as const;
  const episode = episodeOn(child.episodes, since);
  const act = (entry: NewEntry): Act => ({
    id: ids.act,
    entries: [entry],
    decidedOn: [{ book: child.book, about, lastSeen }],
  });
  if (to.is === 'placeholder') {
    const { kind, because, manager } = to;
    return accepted(act(placeholderAllocated.write(envelope, { episode, kind, because, manager })));
  }
  const worker = workers.find(({ book }) => book === to.worker);
  const unfit = cannotHold(child, worker, since);
  if (unfit || !worker) return refused(unfit ?? { code: 'no-such-worker' });
  const given = { episode, worker: worker.book, workerName: worker.name, because: to.because };
  return accepted(act(workerAllocated.write(envelope, given)));
}

/** A child who is not open has nobody to hold them. One of whom no referral is known may be held: the record may be behind. */
function closedOn({ diedOn, episodes }: HeldChild, since: LocalDate): AllocationRefusal | null {
  if (diedOn !== null && since > diedOn) return { code: 'child-died', diedOn };
  const runs = episodes.some(({ over, overOn }) => !over || (overOn !== null && overOn >= since));
  if (episodes.length === 0 || runs) return null;
  return {
    code: 'child-closed',
    overOn:
      (episodes
        .map(({ overOn }) => overOn ?? '')
        .sort()
        .at(-1) as LocalDate) || null,
  };
}

function cannotHold(child: HeldChild, worker: WorkerInPost | undefined, since: LocalDate): AllocationRefusal | null {
  if (!worker) return { code: 'no-such-worker' };
  const { joinedOn, leftOn, book } = worker;
  if (joinedOn === null || joinedOn > since) return { code: 'not-yet-in-post', joinedOn };
  if (leftOn !== null && leftOn < since) return { code: 'no-longer-in-post', leftOn };
  const { heldBy } = child;
  if (heldBy?.worker === book && (heldBy.since === null || heldBy.since <= since))
    return { code: 'holds-the-child-already', since: heldBy.since };
  return null;
}
