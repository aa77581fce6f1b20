import type { Id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { DefinedEntry, Envelope, Given } from '../../../record/define-entry.ts';
import type { Happened, NewEntry } from '../../../record/entry.ts';
import { happenedOn } from '../../../record/entry.ts';
import type { ReadRow } from './file-note.ts';

/** What the file gave for the fields of an entry; undefined where it gave nothing. */
export type FileSaid = Readonly<Record<string, unknown>>;

/** A row of the file that an entry speaks for; a list row (one disability) is one `item` of the field `in`. */
export type SlotRow = { readonly row: ReadRow; readonly in: string | null; readonly item: unknown };

/** One entry that a group of a file makes: its place in the group, when, and what the file said. */
export type FileSlot = {
  /** `received`, `completed`: together with the key of its group, the natural key of the entry. */
  readonly slot: string;
  readonly happened: Happened;
  /** The day that the file itself gave; null where the bounds of `happened` are worked out from other days. */
  readonly on: LocalDate | null;
  /** The fields that a later file may fill or contradict. What is worked out is not among them. */
  readonly said: FileSaid;
  readonly rows: readonly SlotRow[];
  /** The entry only adds what it says to what earlier ones of its kind said; others stand for one event. */
  readonly adds: boolean;
  /** A look at something that changes: when a later file no longer has it, nothing was withdrawn. */
  readonly observation: boolean;
  /** Tells only of a beginning that the file does not show: nothing new where its group goes on with one that is known. */
  readonly opens: boolean;
  readonly write: (envelope: Envelope, said: FileSaid, at: SlotPlace) => NewEntry;
};

/** What is known of an entry's surroundings once it is placed in the book. */
export type SlotPlace = {
  readonly episode: Id | null;
  /** An earlier group of its kind is known in the same episode, from this file or another. */
  readonly followsAnother: boolean;
  /** First day of which a file that spoke of the episode speaks: what it had before that day may be hidden. */
  readonly spokenSince: LocalDate;
};

/** The days between which a file must speak of a group: a later file whose window touches them and does not, has withdrawn it. */
export type FileSpan = { readonly from: LocalDate; readonly until: LocalDate | null };

/** One group of a file as entries: a referral, an assessment, a placement. */
export type FileGroup = {
  /** Its key within the group that it stands in, without the number that tells apart two of one day: `assessment:2025-06-13`. */
  readonly key: string;
  /** Whose thread its entries stand on. */
  readonly thread: 'own' | 'outer' | 'child';
  readonly isEpisode: boolean;
  /** Its first slot names it. None when the row was set aside, and only what stands inside it can be represented. */
  readonly slots: readonly FileSlot[];
  readonly inner: readonly FileGroup[];
  /** Null where no file has to speak of it. */
  readonly span: FileSpan | null;
  /** The table or list of the file that it comes from, where a file may come without it; whatever stands inside is of the same. */
  readonly part?: string;
  /** Its key is within the child although it stands inside another group: a file may tell of it without that. */
  readonly ofChild?: true;
  /** Where the file does not show the beginning: the key of the group that it goes on with, as far as files have said; null for none. */
  readonly continues?: (known: KnownSlots) => string | null;
  /**
   * The file does not say in which referral it stands: it is put in the last one that this file or another tells of on that
   * day. Where none is known it stands alone.
   */
  readonly findsEpisode?: LocalDate;
};

/** What files have said of the child so far, and the key of the group that is asked about stands in. */
export type KnownSlots = { readonly outer: string; readonly said: readonly KnownSlot[] };
export type KnownSlot = {
  readonly group: string;
  readonly slot: string;
  readonly on: LocalDate | null;
  readonly said: FileSaid;
};

type SlotOf<Data> = {
  readonly slot: string;
  /** The day that the file gives, or the bounds between which it must have been. */
  readonly happened: LocalDate | Happened;
  readonly said: Partial<Given<Data>>;
  /** What is worked out, or the same in every file. */
  readonly also?: (at: SlotPlace) => Partial<Given<Data>>;
  readonly row: ReadRow | null;
  readonly items?: readonly SlotRow[];
  readonly adds?: boolean;
  readonly observation?: boolean;
  readonly opens?: boolean;
};

/** A slot that writes entries of that type. What is said and what is worked out must together be a whole entry. */
export function slotOf<Data>(entry: DefinedEntry<Data>, of: SlotOf<Data>): FileSlot {
  const { slot, said, also = () => ({}), row, items = [], adds = false, observation = false, opens = false } = of;
  const day = typeof of.happened === 'string' ? of.happened : null;
  return {
    slot,
    happened: typeof of.happened === 'string' ? happenedOn(of.happened) : of.happened,
    on: day,
    said,
    rows: [...(row ? [{ row, in: null, item: null }] : []), ...items],
    adds,
    observation,
    opens,
    write: (envelope, now, at) => entry.write(envelope, { ...now, ...also(at) } as Given<Data>),
  };
}
