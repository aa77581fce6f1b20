import { sql } from 'kysely';
import type { Forget } from '../../record/store/destroy.ts';
import { compilerOf, reckonClocks } from './reckon-clocks.ts';
import type { SightRules } from './sight-projection.ts';

/** What the line of sight does when the words of entries are destroyed: it forgets what they said, and reckons again. */
export function forgetInSight({ law }: Pick<SightRules, 'law'>): Forget {
  const compile = compilerOf(law);
  return async (tx, destroyed) => {
    const entries = destroyed.map(({ id }) => id);
    for (const table of ['sight.fact', 'sight.standing', 'sight.policy', 'sight.retraction'])
      await sql`delete from ${sql.table(table)} where entry = any(${entries}::uuid[])`.execute(tx);
    await reckonClocks(tx, law, compile, [...new Set(destroyed.map(({ book }) => book))]);
  };
}
