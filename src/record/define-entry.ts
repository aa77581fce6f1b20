import { z } from 'zod';
import type { Protected } from '../kernel/protected.ts';
import type { BookKind, Entry, EntryType, NewEntry } from './entry.ts';
import { isGuarded, type NotSaid } from './said.ts';

/** What the writer of any entry states about it; the rest of the envelope is set by `append`. */
export type Envelope = Pick<NewEntry, 'id' | 'book' | 'about' | 'happened' | 'source'> &
  Partial<Pick<NewEntry, 'onBehalfOf' | 'corrects' | 'reason'>>;

type SaidKeys<Data> = { [Key in keyof Data]: NotSaid extends Data[Key] ? Key : never }[keyof Data];
/** What a writer gives for an answer: a protected text may be given plain. */
type Writable<Answer> = Answer extends Protected<infer Plain> ? Answer | Plain : Answer;
/** The data of an entry, of which every field that may be left unsaid may be left out. */
export type Given<Data> = { [Key in Exclude<keyof Data, SaidKeys<Data>>]: Writable<Data[Key]> } & {
  [Key in SaidKeys<Data>]?: Writable<Data[Key]> | undefined;
};

/** An entry type, and the pure function that importers and forms make such an entry with. */
export type DefinedEntry<Data> = {
  readonly is: EntryType<Data>;
  /**
   * A field left out is said to be so: `not in source` for an imported entry, `not asked` for one recorded here.
   * The data is checked against the schema when it is appended, not here.
   */
  readonly write: (envelope: Envelope, given: Given<Data>) => NewEntry;
};

export function defineEntry<Fields extends z.ZodRawShape>(definition: {
  readonly type: string;
  readonly version: number;
  readonly books: readonly BookKind[];
  readonly fields: Fields;
  /** The version before this one, with its way to this one. */
  readonly was?: EntryType;
}): DefinedEntry<z.infer<z.ZodObject<Fields, z.core.$strict>>> {
  const { type, version, books, fields, was } = definition;
  type Data = z.infer<z.ZodObject<Fields, z.core.$strict>>;
  const data = z.strictObject(fields) as unknown as z.ZodType<Data>;
  const guarded = Object.keys(fields).filter((field) => isGuarded(fields[field] as z.core.$ZodType));
  const is = { type, version, books, data, ...(guarded.length > 0 ? { guarded } : {}), ...(was ? { was } : {}) };
  return {
    is,
    write: (envelope, given) => {
      const { id, book, about, happened, source, onBehalfOf = null, corrects = null, reason = null } = envelope;
      const notSaid: NotSaid = { notSaid: source.kind === 'here' ? 'not asked' : 'not in source' };
      const answers = given as Record<string, unknown>;
      const data = Object.fromEntries(
        Object.keys(fields).map((field) => [field, answers[field] === undefined ? notSaid : answers[field]]),
      );
      return { id, book, about, type, version, happened, onBehalfOf, source, data, corrects, reason };
    },
  };
}

/** The data of an entry of that definition, as the newest version has it. */
export type DataOf<Defined> = Defined extends DefinedEntry<infer Data> ? Data : never;

/** Whether an entry is of that definition: then its data is, too. */
export const isEntryOf = <Data>(defined: DefinedEntry<Data>, entry: Entry): entry is Entry<Data> =>
  entry.type === defined.is.type;
