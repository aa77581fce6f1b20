import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { Database, Identity, Tx } from '../../../platform/database/database.ts';
import type { Gate } from '../../../platform/http/web-options.ts';
import { mayOpen } from '../core/may-open.ts';

/** Who asks: the person and the roles of this moment. */
export type Asker = { readonly id: Id; readonly roles: readonly string[] };

type Row = {
  readonly child: Id;
  readonly books: readonly Id[];
  readonly relations: readonly string[];
  readonly interest: boolean;
  readonly restricted: boolean;
  readonly opening: Id | null;
};

/** Judges whether somebody may open the record that has this book. Every rule is a clause of `mayOpen`; this only reads. */
export function judge(db: Database, asker: Asker, book: Id, purpose: Identity['purpose'] = 'request'): Promise<Gate> {
  return db.as({ person: asker.id, purpose }, (tx) => judgeIn(tx, asker, book));
}

/** The same within a transaction. */
export async function judgeIn(tx: Tx, { id, roles }: Asker, book: Id): Promise<Gate> {
  const { rows } = await sql<Row>`
    select child, books, relations, interest, restricted, opening from access.standing_towards(${id}, ${book})`.execute(
    tx,
  );
  const [row] = rows;
  if (!row) return { is: 'nobody' };
  const { child, books, opening } = row;
  const said = mayOpen({ ...row, roles });
  if (said.is !== 'open') return { is: said.is, child };
  const { relation } = said;
  return { is: 'open', child, books, relation, opening: relation === 'reason' ? opening : null };
}
