import type { Id } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { accepted, type Result, refused } from '../../../../kernel/result.ts';
import { type Act, happenedOn } from '../../../../record/entry.ts';
import { mayDo } from '../permission.ts';
import type { Rights } from './decide-rights.ts';
import { sampleDrawn, sampleEnded } from './sample.entry.ts';

export type DrawSample = {
  readonly title: string;
  readonly people: readonly Id[];
  readonly children: readonly Id[];
  readonly from: LocalDate;
  /** The last day. */
  readonly until: LocalDate;
};

export type SampleRefusal =
  | { readonly code: 'nobody-reads' }
  | { readonly code: 'no-children' }
  | { readonly code: 'no-such-person' }
  | { readonly code: 'reads-no-children'; readonly names: readonly string[] }
  | { readonly code: 'until-before-from' }
  | { readonly code: 'over-already' };

type Given = { readonly today: LocalDate; readonly book: Id; readonly newId: () => Id };

/** Draws files for some people and a time. The children are those whom the one who draws may open. */
export function decideDrawSample(
  everybody: readonly Rights[],
  { title, people, children, from, until }: DrawSample,
  { today, book, newId }: Given,
): Result<Act, SampleRefusal> {
  if (people.length === 0) return refused({ code: 'nobody-reads' });
  if (children.length === 0) return refused({ code: 'no-children' });
  const readers = people.flatMap((each) => everybody.find(({ person, active }) => person === each && active) ?? []);
  if (readers.length < people.length) return refused({ code: 'no-such-person' });
  const blind = readers.filter(({ roles }) => !mayDo(roles, 'child:read'));
  if (blind.length > 0) return refused({ code: 'reads-no-children', names: blind.map(({ name }) => name) });
  if (until < from) return refused({ code: 'until-before-from' });
  if (until < today) return refused({ code: 'over-already' });
  const id = newId();
  const entry = sampleDrawn.write(
    { id, book, about: id, happened: happenedOn(today), source: { kind: 'here' } },
    { title, people: [...people], children: [...children], from, until },
  );
  return accepted({ id: newId(), entries: [entry], decidedOn: [] });
}

/** Closes the files of a sample before its last day. */
export function decideEndSample(
  standing: readonly Id[],
  { entry, because }: { readonly entry: Id; readonly because: string },
  { today, book, newId }: Given,
): Result<Act, { readonly code: 'no-such-sample' }> {
  if (!standing.includes(entry)) return refused({ code: 'no-such-sample' });
  const ended = sampleEnded.write(
    { id: newId(), book, about: entry, happened: happenedOn(today), source: { kind: 'here' } },
    { sample: entry, because },
  );
  return accepted({ id: newId(), entries: [ended], decidedOn: [] });
}
