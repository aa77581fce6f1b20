import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { Instant } from '../../../kernel/instant.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { withholdTexts } from '../../withhold-texts.ts';

export type SetAsideOfChild = { readonly table: string; readonly line: number; readonly reason: string };

/** What the files said of a child's books and could not be represented, as known at a moment; each line once, however often it was loaded. */
export async function setAsideOf(tx: Tx, books: readonly Id[], knownAt: Instant): Promise<SetAsideOfChild[]> {
  const { rows } = await sql<SetAsideOfChild>`
    select distinct f.table_name as table, coalesce(f.line, 0) as line, f.reason
    from returns.finding f join returns.import_run r on r.id = f.run
    where f.kind = 'set-aside' and f.book = any(${books}::uuid[]) and r.asked_at <= ${knownAt}
    order by 1, 2, 3`.execute(tx);
  return withholdTexts(tx, rows, ['reason']); // it may quote the file
}
