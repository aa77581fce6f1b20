import type { Id } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { accepted, type Result, refused } from '../../../../kernel/result.ts';
import { type Act, happenedOn } from '../../../../record/entry.ts';
import { mayDo } from '../permission.ts';
import type { Rights } from './decide-rights.ts';
import { recordRestricted, restrictionLifted } from './restriction.entry.ts';

export type RestrictRecord = { readonly people: readonly Id[]; readonly because: string };

export type RestrictRefusal =
  | { readonly code: 'no-such-person' }
  | { readonly code: 'reads-no-children'; readonly names: readonly string[] }
  | { readonly code: 'locks-you-out' };

type Given = {
  readonly today: LocalDate;
  readonly book: Id;
  readonly newId: () => Id;
};

/** Whether whoever restricts is the child's own worker or the manager of that team: both may open the record anyhow. */
export type Restricting = { readonly holdsTheChild: boolean };

/** Leaves a record to those who are named. Who restricts it may shut themselves out only by naming somebody else. */
export function decideRestrict(
  everybody: readonly Rights[],
  { people, because }: RestrictRecord,
  { holdsTheChild }: Restricting,
  { today, book, newId }: Given,
): Result<Act, RestrictRefusal> {
  const named = people.flatMap((each) => everybody.find(({ person, active }) => person === each && active) ?? []);
  if (named.length < people.length) return refused({ code: 'no-such-person' });
  const blind = named.filter(({ roles }) => !mayDo(roles, 'child:read'));
  if (blind.length > 0) return refused({ code: 'reads-no-children', names: blind.map(({ name }) => name) });
  if (!holdsTheChild && people.length === 0) return refused({ code: 'locks-you-out' });
  const id = newId();
  const entry = recordRestricted.write(
    { id, book, about: book, happened: happenedOn(today), source: { kind: 'here' } },
    { people: [...people], because },
  );
  return accepted({ id: newId(), entries: [entry], decidedOn: [] });
}

/** Opens a restricted record to its relations again. */
export function decideLift(
  standing: Id | null,
  because: string,
  { today, book, newId }: Given,
): Result<Act, { readonly code: 'not-restricted' }> {
  if (standing === null) return refused({ code: 'not-restricted' });
  const entry = restrictionLifted.write(
    { id: newId(), book, about: book, happened: happenedOn(today), source: { kind: 'here' } },
    { restriction: standing, because },
  );
  return accepted({ id: newId(), entries: [entry], decidedOn: [] });
}
