import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { Instant } from '../../../kernel/instant.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { factsNamed } from '../../../sight/store/read-facts.ts';
import { type Weight, WORK_FACTS, weightOf, workOn } from '../../workforce/public.ts';

/** What each of these children (or carers) weighs on a day, and for which work. Only their own facts are read. */
export async function weightsOf(
  tx: Tx,
  children: readonly Id[],
  on: LocalDate,
  knownAt: Instant,
): Promise<Map<Id, Weight>> {
  const facts = await factsNamed(tx, children, WORK_FACTS, knownAt);
  return new Map(children.map((child) => [child, weightOf(workOn(facts.get(child) ?? [], on))]));
}

/** A foster carer whom a worker supervises. */
export type SupervisedCarer = { readonly carer: Id; readonly worker: Id };

/** The carers whom these workers supervise on a day: the last supervision named stands until it ends or another begins. */
export async function carersSupervisedBy(
  tx: Tx,
  workers: readonly Id[],
  on: LocalDate,
  knownAt: Instant,
): Promise<SupervisedCarer[]> {
  const { rows } = await sql<{ child: Id }>`
    select distinct child from sight.fact where party = any(${workers}::uuid[])
      and name = (select code from sight.fact_name where name = 'carer.worker-allocated')`.execute(tx);
  const names = ['carer.worker-allocated', 'carer.worker-ended', 'carer.ended'] as const;
  const carers = rows.map(({ child }) => child);
  const facts = await factsNamed(tx, carers, names, knownAt);
  return carers.flatMap((carer) => {
    const told = (facts.get(carer) ?? []).filter(({ latest }) => latest !== null && latest <= on);
    const last = told.sort((a, b) => ((a.latest ?? '') < (b.latest ?? '') ? -1 : 1)).at(-1);
    const worker = last?.name === 'carer.worker-allocated' ? last.party : null;
    return worker !== null && worker !== undefined && workers.includes(worker) ? [{ carer, worker }] : [];
  });
}
