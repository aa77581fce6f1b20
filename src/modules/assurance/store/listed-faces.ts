import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { ChildFace } from '../../child-face.ts';

type Row = {
  readonly child: Id;
  readonly ids: readonly string[] | null;
  readonly name: string | null;
  readonly born_on: LocalDate | null;
  readonly expected_on: LocalDate | null;
  readonly died_on: LocalDate | null;
  readonly sex: ChildFace['sex'];
};

/** Who a few children of a list are, by identity: of several books, the first that says something. */
export async function facesOfListed(tx: Tx, children: readonly Id[]): Promise<Map<Id, ChildFace>> {
  if (children.length === 0) return new Map();
  const { rows } = await sql<Row>`
    select identity as child, array_agg(distinct council_child_id) filter (where council_child_id is not null) as ids,
      (array_agg(name order by book) filter (where name is not null))[1] as name,
      (array_agg(born_on order by book) filter (where born_on is not null))[1] as born_on,
      (array_agg(expected_on order by book) filter (where expected_on is not null))[1] as expected_on,
      (array_agg(died_on order by book) filter (where died_on is not null))[1] as died_on,
      (array_agg(sex order by book) filter (where sex is not null))[1] as sex
    from people.published_child where identity = any(${children}::uuid[]) group by identity`.execute(tx);
  return new Map(
    rows.map(({ child, ids, name, born_on, expected_on, died_on, sex }) => [
      child,
      {
        child,
        councilChildIds: ids ?? [],
        name,
        bornOn: born_on,
        expectedOn: expected_on,
        diedOn: died_on,
        sex,
        inDoubtWith: [],
      },
    ]),
  );
}
