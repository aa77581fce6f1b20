import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import { type LocalDate, toEpochDay } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { LineKeys } from '../core/line-order.ts';
import { SHADES, shadeAt, type WeekSpan, worstOfWeeks } from '../core/weeks-of-child.ts';
import { holdsOn, type SpanTable, spansIn, withRoomToCount } from './county-tables.ts';
import { holders, teamOfWorker } from './team-of-worker.ts';

/** One open child's line: its 156 weeks, and what it is put in order by. */
export type ImageLine = LineKeys & { readonly child: Id; readonly teamId: Id | null; readonly weeks: Uint8Array };

/** Codes that are sent for each span, to spare the words of 100,000 of them. */
const KINDS = ['no-worker', 'not-assessed', 'not-seen', 'no-plan', 'cannot-tell', 'open'] as const;

type Row = {
  readonly child: Id;
  readonly team: Id | null;
  readonly name: string | null;
  readonly district: string | null;
  readonly born_on: LocalDate | null;
  readonly spans: string;
};

/** Every child who is open on the day, one row each, in the order of their ids. */
export async function imageLines(tx: Tx, tables: SpanTable, on: LocalDate): Promise<ImageLine[]> {
  await withRoomToCount(tx);
  const { rows } = await sql<Row>`
    with ${holders(tables, on)},
    opened as (select distinct child from ${spansIn(tables)} where "is" = 'open' and ${holdsOn(on)}),
    line as (
      select child, string_agg(
        case "is" when 'no-worker' then 0 when 'not-assessed' then 1 when 'not-seen' then 2 when 'no-plan' then 3
          when 'open' then 5 else 4 end
        || ',' || (from_day - date '1970-01-01') || ',' || coalesce((until_day - date '1970-01-01')::text, ''), ' ') as spans
      from ${spansIn(tables)} join opened using (child)
      where "is" <> 'held' and from_day <= ${on}::date group by child
    ), born as (select child, born_on from people.births(array(select child from opened)))
    select child, t.team, t.name, t.district, born.born_on, line.spans
    from line left join holder using (child) left join ${teamOfWorker(on)} t on t.worker = holder.party left join born using (child)
    order by child`.execute(tx);
  return rows.map((row) => lineOf(row, on));
}

function lineOf({ child, team, name, district, born_on, spans: text }: Row, on: LocalDate): ImageLine {
  const day = toEpochDay(on);
  const spans = text.split(' ').map(spanOf);
  const days: Partial<Record<'no-worker' | 'not-assessed' | 'not-seen' | 'no-plan', number>> = {};
  for (const gap of ['no-worker', 'not-assessed', 'not-seen', 'no-plan'] as const) {
    const since = beginOfStretch(spans, gap, day);
    if (since !== null) days[gap] = day - since + 1;
  }
  const today = spans.filter(({ from, until }) => from <= day && (until === null || until > day));
  const shade = Math.min(
    ...today.map(({ is }) => (is === 'open' ? SHADES.indexOf('nothing-late') : SHADES.indexOf(is))),
  );
  return {
    child,
    team: name,
    teamId: team,
    district,
    bornOn: born_on === null ? null : toEpochDay(born_on),
    openSince: beginOfStretch(spans, 'open', day) ?? day,
    days,
    shade,
    today: shadeAt(shade),
    weeks: worstOfWeeks(spans, day),
  };
}

function spanOf(text: string): WeekSpan {
  const [kind = '', from = '', until = ''] = text.split(',');
  return { is: KINDS[Number(kind)] ?? 'cannot-tell', from: Number(from), until: until === '' ? null : Number(until) };
}

/** When the stretch of one kind that holds on the day began; null when none does. */
function beginOfStretch(spans: readonly WeekSpan[], kind: WeekSpan['is'], day: number): number | null {
  const own = spans.filter(({ is }) => is === kind).sort((a, b) => a.from - b.from);
  let since: number | null = null;
  let reach = Number.NEGATIVE_INFINITY;
  for (const { from, until } of own) {
    if (from > reach) since = from;
    reach = Math.max(reach, until ?? Number.POSITIVE_INFINITY);
  }
  return reach > day ? since : null;
}
