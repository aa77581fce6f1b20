import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Sex } from '../../people/public.ts';
import type { FileGroup } from './file-group.ts';
import type { FileFlag, FileNote, ReadRow } from './file-note.ts';

/** Who the child is, as far as somebody says: what a join is decided on. */
export type ChildIdentity = {
  readonly bornOn: LocalDate | null;
  readonly expectedOn: LocalDate | null;
  readonly sex: Sex | null;
};

/** One child of a file, ready to be compared with what the record already holds of them. */
export type PreparedChild = {
  readonly line: number;
  /** The council's id for the child. Null: nobody can say who this is; all rows are set aside. */
  readonly laChildId: string | null;
  /** Rows of nobody who can be named, in a file that lists rows and not children: they are no child that was read. */
  readonly isNoChild?: true;
  readonly identity: ChildIdentity;
  readonly groups: readonly FileGroup[];
  /** Every row of the child, once. */
  readonly rows: readonly ReadRow[];
  /** One for each row that was set aside. */
  readonly setAside: readonly FileNote[];
  readonly flags: readonly FileFlag[];
};

/** Every row that some entry of the groups speaks for. */
export function rowsIn(groups: readonly FileGroup[]): ReadRow[] {
  return groups.flatMap(({ slots, inner }) => [
    ...slots.flatMap((slot) => slot.rows.map(({ row }) => row)),
    ...rowsIn(inner),
  ]);
}
