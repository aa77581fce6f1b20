import type { Id } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { accepted, type Result, refused } from '../../../../kernel/result.ts';
import { type Act, type Entry, happenedOn } from '../../../../record/entry.ts';
import type { Relation } from '../relation.ts';
import type { Audience } from './audience.ts';
import { audienceSet } from './audience-set.entry.ts';

/** A paragraph, and who may read it now. */
export type ParagraphNow = {
  readonly path: string;
  readonly audience: Audience;
  /** May whoever decides read it themselves? */
  readonly isReadable: boolean;
};

/** An entry of the same act in another record, as of a brother or sister who was visited, and where it says the very same. */
export type Twin = Pick<Entry, 'id' | 'book'> & { readonly same: ReadonlySet<string> };

export type SetAudience = {
  readonly said: readonly { readonly path: string; readonly audience: Audience }[];
  readonly because: string;
  /** The last entry on who may read this one that the writer had seen. */
  readonly lastSeen: Id | null;
};

export type AudienceRefusal = { readonly code: 'nothing-changed' } | { readonly code: 'not-readable' };

/** They hold the child or answer for who does: no list leaves them out, so nothing is ever written that nobody may read. */
export const ALWAYS_READ: readonly Relation[] = ['allocated', 'manager'];

/** Those who always may, then whoever else is named, each once. */
export const audienceOf = (others: readonly (Relation | Id)[]): Audience => [...new Set([...ALWAYS_READ, ...others])];

type Given = { readonly today: LocalDate; readonly act: Id; readonly newId: () => Id };

/**
 * Says who may read some paragraphs of an entry: one entry for each that changes, and where it is kept from anybody, one in
 * each record in which the same act says the same. Nobody says it of what they may not read themselves, so nobody can open to
 * themselves what is kept from them.
 */
export function decideSetAudience(
  { entry, twins }: { readonly entry: Pick<Entry, 'id' | 'book'>; readonly twins: readonly Twin[] },
  paragraphs: readonly ParagraphNow[],
  { said, because, lastSeen }: SetAudience,
  { today, act, newId }: Given,
): Result<Act, AudienceRefusal> {
  const now = new Map(paragraphs.map((each) => [each.path, each]));
  const changed = said.filter(({ path, audience }) => !isSame(now.get(path)?.audience, audience));
  if (changed.length === 0) return refused({ code: 'nothing-changed' });
  if (changed.some(({ path }) => !now.get(path)?.isReadable)) return refused({ code: 'not-readable' });
  const entries = changed.flatMap(({ path, audience }) =>
    [entry, ...twins.filter(({ same }) => audience !== 'everyone' && same.has(path))].map(({ id, book }) =>
      audienceSet.write(
        { id: newId(), book, about: id, happened: happenedOn(today), source: { kind: 'here' } },
        { entry: id, path, audience, because },
      ),
    ),
  );
  return accepted({ id: act, entries, decidedOn: [{ book: entry.book, about: entry.id, lastSeen }] });
}

const isSame = (one: Audience | undefined, other: Audience): boolean =>
  one !== undefined && String([...[one].flat()].sort()) === String([...[other].flat()].sort());
