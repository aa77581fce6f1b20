import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { FileKind } from '../../../record/entry.ts';

/** A group that a later file took back and nobody has confirmed. */
export type WaitingWithdrawal = {
  readonly run: Id;
  readonly book: Id;
  readonly laChildId: string;
  readonly group: string;
  /** Keys of the group that are missing. */
  readonly keys: readonly string[];
  readonly kind: FileKind;
  /** Last day of which the file speaks that took it back, and of the last one that had it. */
  readonly until: LocalDate;
  readonly saidUntil: LocalDate;
};

/** A page of what waits, in the order of the council's ids, and how many there are in all. */
export async function listWithdrawals(
  tx: Tx,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly WaitingWithdrawal[]; readonly of: number }> {
  const { rows } = await sql<WaitingWithdrawal & { of: number }>`
    select w.run, w.book, a.la_child_id as "laChildId", a.group_key as "group", array_agg(w.key order by w.key) as keys,
      r.kind, r.window_until as until, max(a.window_until) as "saidUntil", count(*) over () as of
    from returns.withdrawal w join returns.attestation a using (source_kind, book, key)
    join returns.import_run r on r.id = w.run
    where w.confirmed_at is null and not a.withdrawn
    group by w.run, w.book, a.la_child_id, a.group_key, r.kind, r.window_until
    order by a.la_child_id, w.book, a.group_key, w.run limit ${limit} offset ${offset}`.execute(tx);
  return { rows, of: rows[0]?.of ?? 0 };
}
