import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { type Act, happenedBetween, type NewEntry } from '../../../record/entry.ts';
import type { AppendContext } from '../../../record/store/append.ts';
import { appendIn } from '../../../record/store/append.ts';
import { readById } from '../../../record/store/read-entries.ts';

/** A group of one book that a later file no longer has. */
export type WithdrawnGroup = { readonly run: Id; readonly book: Id; readonly group: string };

export type Confirmed = 'confirmed' | 'nothing-to-confirm' | 'moved';

type Gone = { readonly key: string; readonly entry: Id };

/**
 * A person confirms what a file took back: each entry of the group is withdrawn, on record, and counts no more. Nothing to
 * do where somebody has confirmed it already, or a later file said it again; `moved` where somebody corrected an entry.
 */
export async function confirmWithdrawal(
  tx: Tx,
  context: AppendContext & { readonly newId: () => Id },
  { run, book, group }: WithdrawnGroup,
): Promise<Confirmed> {
  const { rows } = await sql<Gone>`
    select w.key, a.entry from returns.withdrawal w join returns.attestation a using (source_kind, book, key)
    where w.run = ${run} and w.book = ${book} and a.group_key = ${group} and w.confirmed_at is null
    order by w.key for update of w`.execute(tx);
  if (rows.length === 0) return 'nothing-to-confirm';
  const entries = await readById(
    tx,
    context.registry,
    rows.map(({ entry }) => entry),
  );
  const withdrawals = entries.map(
    (entry): NewEntry => ({
      id: context.newId(),
      book,
      about: entry.about,
      type: 'entry-withdrawn',
      version: 1,
      happened: happenedBetween(null, null),
      onBehalfOf: null,
      source: { kind: 'here' },
      data: {},
      corrects: entry.id,
      reason: 'A later census no longer has it, and somebody confirmed that it was taken back.',
    }),
  );
  const act: Act = { id: context.newId(), entries: withdrawals, decidedOn: [] };
  const appended = await appendIn(tx, context, [act]);
  if (!appended.ok) return 'moved';
  const newest = new Map(withdrawals.map(({ corrects, id }) => [corrects, id]));
  await markConfirmed(
    tx,
    context,
    book,
    rows.map(({ key, entry }) => ({ key, entry: newest.get(entry) ?? entry })),
  );
  return 'confirmed';
}

async function markConfirmed(tx: Tx, { identity, now }: AppendContext, book: Id, gone: readonly Gone[]): Promise<void> {
  const keys = gone.map(({ key }) => key);
  await sql`
    update returns.withdrawal set confirmed_by = ${identity.person}, confirmed_at = ${now()}
    where source_kind = 'cin-census' and book = ${book} and key = any(${keys}::text[])`.execute(tx);
  await sql`
    update returns.attestation a set withdrawn = true, entry = gone.entry
    from unnest(${keys}::text[], ${gone.map(({ entry }) => entry)}::uuid[]) as gone (key, entry)
    where a.source_kind = 'cin-census' and a.book = ${book} and a.key = gone.key`.execute(tx);
}
