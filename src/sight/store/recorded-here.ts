import { sql } from 'kysely';
import type { Instant } from '../../kernel/instant.ts';
import type { Tx } from '../../platform/database/database.ts';

/** Had anything about any child been recorded here, rather than told by a file, by that moment? From then on today is spoken of. */
export async function recordedHere(tx: Tx, knownAt: Instant): Promise<boolean> {
  const { rows } = await sql<{ here: boolean }>`
    select exists (
      select from sight.fact f
      where f.source = 'here' and f.believed_from <= ${knownAt}
        and not exists (select from record.misfiling m where m.entry = f.entry)
        and not exists (select from sight.retraction r where r.entry = f.entry and r.believed_until <= ${knownAt})
    ) as here`.execute(tx);
  return rows[0]?.here ?? false;
}
