import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { withholdTexts } from '../../withhold-texts.ts';
import type { Finding } from '../core/decide-batch.ts';

/** Adds lines to the report of a loading, after those that it has. */
export async function saveFindings(tx: Tx, run: Id, findings: readonly Finding[]): Promise<void> {
  if (findings.length === 0) return;
  const column = <Key extends keyof Finding>(key: Key): Finding[Key][] => findings.map((finding) => finding[key]);
  await sql`
    insert into returns.finding (run, number, kind, child, book, table_name, line, code, reason)
    select ${run}, (select coalesce(max(number), 0) from returns.finding where run = ${run}) + ordinality, kind, child, book,
      table_name, line, code, reason
    from unnest(${column('kind')}::text[], ${column('child')}::text[], ${column('book')}::uuid[], ${column('table')}::text[],
      ${column('line')}::int[], ${column('code')}::text[], ${column('reason')}::text[])
      with ordinality as found (kind, child, book, table_name, line, code, reason, ordinality)`.execute(tx);
}

/** The report of a loading, of one kind of line or all, in the order of the file. A reason may quote the file. */
export async function findingsOf(
  tx: Tx,
  run: Id,
  {
    kind,
    limit = null,
    after = 0,
  }: { readonly kind?: Finding['kind']; readonly limit?: number | null; readonly after?: number } = {},
): Promise<Finding[]> {
  const { rows } = await sql<Finding>`
    select kind, child, book, table_name as table, line, code, reason from returns.finding
    where run = ${run} and (${kind ?? null}::text is null or kind = ${kind ?? null}) order by number limit ${limit} offset ${after}`.execute(
    tx,
  );
  return withholdTexts(tx, rows, ['reason']);
}

/** How many lines of each kind the report has. */
export async function countFindings(tx: Tx, run: Id): Promise<Map<Finding['kind'], number>> {
  const { rows } = await sql<{ kind: Finding['kind']; n: number }>`
    select kind, count(*) as n from returns.finding where run = ${run} group by kind`.execute(tx);
  return new Map(rows.map(({ kind, n }) => [kind, n]));
}
