import { type RawBuilder, sql } from 'kysely';

/**
 * Whether the child in that column (by identity) may be opened by whoever asks: the same rule as the row policies, for a
 * question that pages or sorts before it reads names.
 */
export const openToReader = (child: string): RawBuilder<boolean> => {
  const column = sql.ref(child);
  return sql<boolean>`((select access.is_house())
    or ((select access.whole_county(access.asker())) and ${column} not in (select h.child from access.hidden_children(access.asker()) h))
    or ${column} in (select own.child from access.readable_children() own))`;
};
