import type { Id } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { standing } from '../../../../record/as-of.ts';
import type { RedactedEntry } from '../../../../record/redacted.ts';
import type { ChildFace } from '../../../child-face.ts';
import { childPage } from '../../core/child-now.ts';

const SEXES = new Set(['female', 'male', 'not known']);

/** Who the child is, as far as these entries of all the child's books say: what was known then, not what is known now. */
export function faceOfBooks(
  child: Id,
  books: readonly Id[],
  entries: readonly RedactedEntry[],
  inDoubtWith: readonly Id[],
): ChildFace {
  const rows = books.flatMap((book) =>
    childPage.rowsOf(
      book,
      standing(entries).filter((entry) => entry.book === book && childPage.types.includes(entry.type)),
    ),
  );
  const text = (column: string): string | null => {
    const said = rows.map((row) => row[column]).find((value) => typeof value === 'string');
    return typeof said === 'string' ? said : null;
  };
  const sex = text('sex');
  const ids = rows.map((row) => row.council_child_id).filter((value) => typeof value === 'string');
  return {
    child,
    councilChildIds: [...new Set(ids)],
    name: text('name'),
    bornOn: text('born_on') as LocalDate | null,
    expectedOn: text('expected_on') as LocalDate | null,
    diedOn: text('died_on') as LocalDate | null,
    sex: sex !== null && SEXES.has(sex) ? (sex as ChildFace['sex']) : null,
    inDoubtWith,
  };
}
