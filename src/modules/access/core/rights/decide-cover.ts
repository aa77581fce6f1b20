import type { Id } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { accepted, type Result, refused } from '../../../../kernel/result.ts';
import { type Act, happenedOn } from '../../../../record/entry.ts';
import type { Said } from '../../../../record/said.ts';
import { mayDo } from '../permission.ts';
import { coverArranged, coverEnded } from './cover.entry.ts';
import type { Rights } from './decide-rights.ts';

/** Somebody for whom a cover may be arranged, with the leave that the record tells. */
export type CoveredPerson = {
  readonly person: Id;
  /** Null while no leave of theirs is recorded; `until` is null while nobody knows the last day. */
  readonly leave: { readonly from: LocalDate; readonly until: LocalDate | null } | null;
};

export type ArrangeCover = {
  readonly by: Id;
  readonly for: Id;
  readonly from: LocalDate;
  /** The last day. */
  readonly until: LocalDate;
  readonly because: Said<string>;
};

export type CoverRefusal =
  | { readonly code: 'not-yours' }
  | { readonly code: 'stands-in-for-themselves' }
  | { readonly code: 'no-such-person' }
  | { readonly code: 'reads-no-children' }
  | { readonly code: 'until-before-from' }
  | { readonly code: 'over-already' }
  | {
      readonly code: 'beyond-the-leave';
      readonly from: LocalDate;
      readonly until: LocalDate | null;
    };

type Given = { readonly today: LocalDate; readonly book: Id; readonly newId: () => Id };

/**
 * Arranges who stands in for whom. `coverable` are those for whom the asker may arrange one: themselves, and the team that
 * they manage. Where leave is recorded, the cover lies within it. It gives relations to children, never a role.
 */
export function decideArrangeCover(
  everybody: readonly Rights[],
  coverable: readonly CoveredPerson[],
  { by, for: covered, from, until, because }: ArrangeCover,
  { today, book, newId }: Given,
): Result<Act, CoverRefusal> {
  const away = coverable.find(({ person }) => person === covered);
  if (!away) return refused({ code: 'not-yours' });
  if (by === covered) return refused({ code: 'stands-in-for-themselves' });
  const standIn = everybody.find(({ person, active }) => person === by && active);
  if (!standIn) return refused({ code: 'no-such-person' });
  if (!mayDo(standIn.roles, 'child:read')) return refused({ code: 'reads-no-children' });
  if (until < from) return refused({ code: 'until-before-from' });
  if (until < today) return refused({ code: 'over-already' });
  const { leave } = away;
  // A leave that is over says nothing of the next one.
  const counts = leave !== null && (leave.until === null || leave.until >= today);
  if (counts && (from < leave.from || (leave.until !== null && until > leave.until)))
    return refused({ code: 'beyond-the-leave', ...leave });
  const id = newId();
  const entry = coverArranged.write(
    { id, book, about: id, happened: happenedOn(today), source: { kind: 'here' } },
    { by, for: covered, from, until, because },
  );
  return accepted({ id: newId(), entries: [entry], decidedOn: [] });
}

export type StandingCover = { readonly entry: Id; readonly by: Id; readonly for: Id };
export type EndCoverRefusal = { readonly code: 'no-such-cover' } | { readonly code: 'not-yours' };

/** Ends a cover at once: the person covered, whoever stands in, or the manager of the team. */
export function decideEndCover(
  standing: readonly StandingCover[],
  coverable: readonly CoveredPerson[],
  { entry, because }: { readonly entry: Id; readonly because: Said<string> },
  { asker, today, book, newId }: Given & { readonly asker: Id },
): Result<Act, EndCoverRefusal> {
  const cover = standing.find((each) => each.entry === entry);
  if (!cover) return refused({ code: 'no-such-cover' });
  if (cover.by !== asker && !coverable.some(({ person }) => person === cover.for))
    return refused({ code: 'not-yours' });
  const ended = coverEnded.write(
    { id: newId(), book, about: entry, happened: happenedOn(today), source: { kind: 'here' } },
    { cover: entry, because },
  );
  return accepted({ id: newId(), entries: [ended], decidedOn: [] });
}
