import { type RawBuilder, sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';

/**
 * A piece of `sight.clock` that holds on a day and that somebody may still act on or find out: still to come, late and not
 * ended, a failing check of those that can be mended (`mendable`, by duty), or *cannot tell*. Every arm names what the
 * indexes of running clocks begin with, so that a list of the whole council leaves alone what is over.
 */
export const standsOn = (on: LocalDate, mendable: readonly string[]): RawBuilder<unknown> => sql`(
  first_day <= ${on}::date and (
    (verdict in ('not-due', 'due-soon', 'cannot-tell') and (last_day >= ${on}::date or last_day is null))
    or ${isLateOn(on, mendable)}))`;

/** The late part of it: past its due day and not ended, or failing. */
export const isLateOn = (on: LocalDate, mendable: readonly string[]): RawBuilder<unknown> => sql`(
  first_day <= ${on}::date and (
    (verdict = 'overdue' and last_day >= ${on}::date and (ended_on is null or ended_on > ${on}::date))
    or (verdict = 'overdue' and last_day is null and ended_on is null)
    or (verdict = 'overdue' and last_day is null and ended_on > ${on}::date)
    or (verdict = 'fails' and duty = any(${mendable}::text[]) and (last_day >= ${on}::date or last_day is null)
      and (ended_on is null or ended_on > ${on}::date))))`;
