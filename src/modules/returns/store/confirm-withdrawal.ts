import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { type Act, type FileKind, happenedBetween, type NewEntry } from '../../../record/entry.ts';
import type { AppendContext } from '../../../record/store/append.ts';
import { appendIn } from '../../../record/store/append.ts';
import { readById } from '../../../record/store/read-entries.ts';
import { KIND_IN_WORDS } from '../core/file-kind.ts';

/** A group of one book that a later file no longer has. */
export type WithdrawnGroup = { readonly run: Id; readonly book: Id; readonly group: string };

export type Confirmed = 'confirmed' | 'nothing-to-confirm' | 'moved';

type Gone = {
  readonly kind: FileKind;
  readonly key: string;
  readonly entry: Id;
  readonly heldByOthers: boolean;
  readonly putRight: boolean;
};

/**
 * A person confirms what a file took back: each entry of the group is withdrawn, on record, and counts no more, unless a file
 * of another kind says the same: then it is that one's alone. What somebody has put right here stands. Nothing to
 * do where somebody has confirmed it already, or a later file said it again; `moved` where somebody corrected an entry.
 */
export async function confirmWithdrawal(
  tx: Tx,
  context: AppendContext & { readonly newId: () => Id },
  { run, book, group }: WithdrawnGroup,
): Promise<Confirmed> {
  const { rows } = await sql<Gone>`
    select w.source_kind as kind, w.key, a.entry,
      exists (select from returns.attestation o where o.book = a.book and o.key = a.key and o.source_kind <> a.source_kind
        and not o.withdrawn and o.entry = a.entry) as "heldByOthers",
      exists (select from record.entry e where e.corrects = a.entry) as "putRight"
    from returns.withdrawal w join returns.attestation a using (source_kind, book, key)
    where w.run = ${run} and w.book = ${book} and a.group_key = ${group} and w.confirmed_at is null
    order by w.key for update of w`.execute(tx);
  const first = rows[0];
  if (!first) return 'nothing-to-confirm';
  const entries = await readById(
    tx,
    context.registry,
    rows.flatMap(({ entry, heldByOthers, putRight }) => (heldByOthers || putRight ? [] : [entry])),
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
      reason: `A later ${KIND_IN_WORDS[first.kind].short} no longer has it, and somebody confirmed that it was taken back.`,
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
    rows.map((gone) => ({ ...gone, entry: newest.get(gone.entry) ?? gone.entry })),
  );
  return 'confirmed';
}

async function markConfirmed(tx: Tx, { identity, now }: AppendContext, book: Id, gone: readonly Gone[]): Promise<void> {
  const keys = gone.map(({ key }) => key);
  const kind = gone[0]?.kind;
  await sql`
    update returns.withdrawal set confirmed_by = ${identity.person}, confirmed_at = ${now()}
    where source_kind = ${kind} and book = ${book} and key = any(${keys}::text[])`.execute(tx);
  await sql`
    update returns.attestation a set withdrawn = true, entry = gone.entry
    from unnest(${keys}::text[], ${gone.map(({ entry }) => entry)}::uuid[]) as gone (key, entry)
    where a.source_kind = ${kind} and a.book = ${book} and a.key = gone.key`.execute(tx);
}
