import { sql } from 'kysely';
import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Tx } from '../../platform/database/database.ts';
import { canonicalJson } from '../../record/canonical-json.ts';

/** What a figure was asked about. */
export type FigureQuestion = {
  /** What is asked, in words that no other figure uses: `sight`. */
  readonly question: string;
  readonly on: LocalDate;
  /** The settled mark: what was known. */
  readonly mark: Instant;
  /** The version of the statute's files. */
  readonly statute: string;
};

/** The moment of the youngest policy that is known at a mark: part of what a figure rests on. */
export async function policyMark(tx: Tx, mark: Instant): Promise<Instant> {
  const { rows } = await sql<{ mark: Instant }>`
    select greatest('1970-01-01 00:00:00+00', (select max(believed_from) from sight.policy where believed_from <= ${mark}),
      (select max(r.believed_until) from sight.retraction r join sight.policy using (entry)
       where r.believed_until <= ${mark})) as mark`.execute(tx);
  return rows[0]?.mark ?? mark;
}

/**
 * The figure as it was first given for this day, mark, statute and policies; reckoned and kept when it is asked for the first
 * time. The same question about the same mark never changes, and a corrected duty file makes a new figure beside the old.
 */
export async function figureOf<Answer>(tx: Tx, asked: FigureQuestion, reckon: () => Promise<Answer>): Promise<Answer> {
  const policies = await policyMark(tx, asked.mark);
  const kept = await readFigure(tx, asked, policies);
  if (kept !== null) return JSON.parse(kept) as Answer;
  const answer = canonicalJson(await reckon());
  await sql`
    insert into sight.figure (question, on_day, mark, statute, policy_mark, answer)
    values (${asked.question}, ${asked.on}, ${asked.mark}, ${asked.statute}, ${policies}, ${answer})
    on conflict do nothing`.execute(tx);
  return JSON.parse((await readFigure(tx, asked, policies)) ?? answer) as Answer;
}

async function readFigure(
  tx: Tx,
  { question, on, mark, statute }: FigureQuestion,
  policies: Instant,
): Promise<string | null> {
  const { rows } = await sql<{ answer: string }>`
    select answer from sight.figure where question = ${question} and on_day = ${on} and mark = ${mark}
      and statute = ${statute} and policy_mark = ${policies}`.execute(tx);
  return rows[0]?.answer ?? null;
}
