import type { Id } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { accepted, type Result, refused } from '../../../../kernel/result.ts';
import { type Act, happenedOn } from '../../../../record/entry.ts';
import type { Said } from '../../../../record/said.ts';
import { saidOrNull } from '../../../../record/said.ts';
import type { Role } from '../permission.ts';
import type { Rights } from './decide-rights.ts';
import { type NamedRelation, relationEnded, relationNamed } from './named-relation.entry.ts';

/** The role that each part in a child's life needs. */
export const ROLE_OF_RELATION: Readonly<Record<NamedRelation, Role>> = {
  'conference-chair': 'conference-chair',
  'reviewing-officer': 'reviewing-officer',
  legal: 'legal',
  supervising: 'supervising-social-worker',
};

/** Who chairs or reviews stands outside the line that holds the case. */
const INDEPENDENT: readonly NamedRelation[] = ['conference-chair', 'reviewing-officer'];
const OF_THE_LINE = ['allocated', 'manager', 'team', 'cover'];

/** A part that somebody has now, or is to have. */
export type StandingRelation = { readonly entry: Id; readonly person: Id; readonly as: NamedRelation };

/** Somebody who may be named, with what they are to this child already. */
export type PersonToName = Rights & { readonly relations: readonly string[]; readonly interest: boolean };

export type NameRelation = {
  readonly person: Id;
  readonly as: NamedRelation;
  readonly from: LocalDate;
  readonly until: Said<LocalDate>;
};

export type NameRelationRefusal =
  | { readonly code: 'no-such-person' }
  | { readonly code: 'wrong-role'; readonly needs: Role }
  | { readonly code: 'knows-the-child' }
  | { readonly code: 'in-the-line-of-the-case' }
  | { readonly code: 'named-already' }
  | { readonly code: 'until-before-from' };

type Given = { readonly today: LocalDate; readonly book: Id; readonly newId: () => Id };

/** Says that somebody has a part in a child's life that no allocation tells. */
export function decideNameRelation(
  people: readonly PersonToName[],
  standing: readonly StandingRelation[],
  { person, as, from, until }: NameRelation,
  { today, book, newId }: Given,
): Result<Act, NameRelationRefusal> {
  const named = people.find((each) => each.person === person && each.active);
  if (!named) return refused({ code: 'no-such-person' });
  const needs = ROLE_OF_RELATION[as];
  if (!named.roles.includes(needs)) return refused({ code: 'wrong-role', needs });
  if (named.interest) return refused({ code: 'knows-the-child' });
  if (INDEPENDENT.includes(as) && named.relations.some((each) => OF_THE_LINE.includes(each)))
    return refused({ code: 'in-the-line-of-the-case' });
  if (standing.some((each) => each.person === person && each.as === as)) return refused({ code: 'named-already' });
  const last = saidOrNull(until);
  if (last !== null && last < from) return refused({ code: 'until-before-from' });
  const id = newId();
  const entry = relationNamed.write(
    { id, book, about: id, happened: happenedOn(today), source: { kind: 'here' } },
    { person, as, from, until },
  );
  return accepted({ id: newId(), entries: [entry], decidedOn: [] });
}

/** Ends such a part at once. */
export function decideEndRelation(
  standing: readonly StandingRelation[],
  { entry, because }: { readonly entry: Id; readonly because: Said<string> },
  { today, book, newId }: Given,
): Result<Act, { readonly code: 'no-such-relation' }> {
  if (!standing.some((each) => each.entry === entry)) return refused({ code: 'no-such-relation' });
  const ended = relationEnded.write(
    { id: newId(), book, about: entry, happened: happenedOn(today), source: { kind: 'here' } },
    { relation: entry, because },
  );
  return accepted({ id: newId(), entries: [ended], decidedOn: [] });
}
