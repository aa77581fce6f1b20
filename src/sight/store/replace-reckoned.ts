import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { WORTH_COPYING } from '../../platform/database/copy-in.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { ClockPiece } from '../clock.ts';
import { clockInsert, insertClocks } from './clock-rows.ts';
import { type ChildSpans, insertSpans, spanInsert } from './span-rows.ts';

/** One child's clocks and spans. */
export type Reckoned = ChildSpans & { readonly pieces: readonly ClockPiece[] };

/** Puts what was reckoned in the place of all that these children (identities and books) had: in one question when it is little. */
export async function replaceReckoned(tx: Tx, children: readonly Id[], reckoned: readonly Reckoned[]): Promise<void> {
  const pieces = reckoned.flatMap((each) => each.pieces);
  if (pieces.length < WORTH_COPYING) {
    await sql`
      with clocks_gone as (delete from sight.clock where child = any(${children}::uuid[])),
        spans_gone as (delete from sight.span where child = any(${children}::uuid[])),
        clocks as (${clockInsert('sight.clock', pieces)})
      ${spanInsert('sight.span', reckoned)}`.execute(tx);
    return;
  }
  if (children.length > 0)
    await sql`with clocks_gone as (delete from sight.clock where child = any(${children}::uuid[]))
      delete from sight.span where child = any(${children}::uuid[])`.execute(tx);
  await insertClocks(tx, 'sight.clock', pieces);
  await insertSpans(tx, 'sight.span', reckoned);
}
