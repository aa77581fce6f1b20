import type { Id } from '../../../../kernel/id.ts';
import type { DataOf } from '../../../../record/define-entry.ts';
import type { Entry } from '../../../../record/entry.ts';
import { seesProtected } from '../may-open.ts';
import type { audienceSet } from './audience-set.entry.ts';

export type Audience = DataOf<typeof audienceSet>['audience'];

/** Who reads, as of now. */
export type Reader = {
  readonly person: string;
  /** A job, an import or the house's own hands: nothing is withheld from them, and they look at no screen. */
  readonly isHouse: boolean;
  /** What the reader is to the child of each book; a book that is absent: nothing. */
  readonly relations: ReadonlyMap<Id, readonly string[]>;
};

/** Who may read one paragraph now, through every version of its entry. */
export type ParagraphAudience = {
  readonly book: Id;
  /** The entry that it was set on, and every entry that corrects it or that it corrects, near or far. */
  readonly entry: Id;
  readonly versions: ReadonlySet<Id>;
  readonly path: string;
  readonly audience: Audience;
  /** The entry that set it. */
  readonly setBy: Id;
};

export function mayRead({ book, audience }: ParagraphAudience, { person, isHouse, relations }: Reader): boolean {
  if (isHouse || audience === 'everyone') return true;
  const own = relations.get(book) ?? [];
  return audience === 'protected-readers'
    ? own.some(seesProtected)
    : audience.some((each) => each === person || own.includes(each));
}

type Correction = Pick<Entry, 'id' | 'corrects'>;
type AudienceSet = Pick<Entry<DataOf<typeof audienceSet>>, 'id' | 'book' | 'recordedAt' | 'seq' | 'data'>;

/**
 * What stands of who may read what: of several that were set on one path of one entry, or on versions of it, the last one.
 * `corrections` are all corrections of these books as known now, whatever day is looked at.
 */
export function audiencesOf(sets: readonly AudienceSet[], corrections: readonly Correction[]): ParagraphAudience[] {
  const versionsOf = versionsBy(corrections);
  const inOrder = [...sets].sort((a, b) => a.recordedAt.localeCompare(b.recordedAt) || a.seq - b.seq);
  const last = new Map<string, ParagraphAudience>();
  for (const { id, book, data } of inOrder) {
    const versions = versionsOf(data.entry);
    const [first = data.entry] = versions;
    const { entry, path, audience } = data;
    last.set(`${first} ${path}`, { book, entry, versions, path, audience, setBy: id });
  }
  return [...last.values()];
}

/** All versions of an entry, in an order that is the same whichever of them is asked about. */
function versionsBy(corrections: readonly Correction[]): (entry: Id) => ReadonlySet<Id> {
  const beside = new Map<Id, Id[]>();
  for (const { id, corrects } of corrections) {
    if (corrects === null) continue;
    beside.set(id, [...(beside.get(id) ?? []), corrects]);
    beside.set(corrects, [...(beside.get(corrects) ?? []), id]);
  }
  return (entry) => {
    const found = new Set<Id>([entry]);
    for (const each of found) for (const other of beside.get(each) ?? []) found.add(other);
    return new Set([...found].sort());
  };
}
