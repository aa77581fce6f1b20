import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { FileKind } from '../../../record/entry.ts';
import type { BookAttestation } from '../core/decide-batch.ts';
import type { Attestation, SlotContent } from '../core/deciding.ts';
import type { FileWindow } from '../core/file-kind.ts';
import type { Missing } from '../core/withdrawn-findings.ts';

type Row = {
  readonly source_kind: FileKind;
  readonly book: Id;
  readonly key: string;
  readonly group_key: string;
  readonly content_hash: string;
  readonly content: SlotContent | null;
  readonly part: string | null;
  readonly entry: Id;
  readonly seen_run: Id;
  readonly first_from: LocalDate;
  readonly window_from: LocalDate;
  readonly window_until: LocalDate;
  readonly span_from: LocalDate | null;
  readonly span_until: LocalDate | null;
  readonly withdrawn: boolean;
};

/** What files of one kind have said, by book and key; and what files of other kinds have. */
export type Attested = {
  readonly own: Map<Id, Map<string, Attestation>>;
  readonly elsewhere: Map<Id, Map<string, Attestation[]>>;
};

/** What files have said of these books. A book of which none has spoken is absent. */
export async function attestationsOf(tx: Tx, kind: FileKind, books: readonly Id[]): Promise<Attested> {
  const { rows } = await sql<Row>`
    select source_kind, content, part, book, key, group_key, content_hash, entry, seen_run, first_from, window_from, window_until, span_from, span_until, withdrawn
    from returns.attestation where book = any(${books}::uuid[]) order by source_kind`.execute(tx);
  const attested: Attested = { own: new Map(), elsewhere: new Map() };
  for (const row of rows) {
    if (row.source_kind === kind) {
      const ofBook = attested.own.get(row.book) ?? new Map<string, Attestation>();
      attested.own.set(row.book, ofBook.set(row.key, attestationOf(row)));
    } else {
      const ofBook = attested.elsewhere.get(row.book) ?? new Map<string, Attestation[]>();
      attested.elsewhere.set(row.book, ofBook.set(row.key, [...(ofBook.get(row.key) ?? []), attestationOf(row)]));
    }
  }
  return attested;
}

const attestationOf = (row: Row): Attestation => ({
  kind: row.source_kind,
  key: row.key,
  group: row.group_key,
  contentHash: row.content_hash,
  content: row.content,
  part: row.part,
  entry: row.entry,
  window: { from: row.window_from, until: row.window_until },
  seenIn: row.seen_run,
  firstFrom: row.first_from,
  span: row.span_from === null ? null : { from: row.span_from, until: row.span_until },
  withdrawn: row.withdrawn,
});

/** Keeps what a file said. What is said again is no longer missing, unless a person has confirmed that it was taken back. */
export async function saveAttestations(tx: Tx, said: readonly BookAttestation[]): Promise<void> {
  if (said.length === 0) return;
  const books = said.map(({ book }) => book);
  const keys = said.map(({ key }) => key);
  const kinds = said.map(({ kind }) => kind);
  await sql`
    insert into returns.attestation (source_kind, la_child_id, book, key, group_key, content_hash, entry, seen_run, first_from, window_from, window_until,
      span_from, span_until, withdrawn, content, part)
    select * from unnest(${kinds}::text[], ${said.map(({ laChildId }) => laChildId)}::text[], ${books}::uuid[], ${keys}::text[], ${said.map(({ group }) => group)}::text[],
      ${said.map(({ contentHash }) => contentHash)}::text[], ${said.map(({ entry }) => entry)}::uuid[],
      ${said.map(({ seenIn }) => seenIn)}::uuid[], ${said.map(({ firstFrom }) => firstFrom)}::date[], ${said.map(({ window }) => window.from)}::date[],
      ${said.map(({ window }) => window.until)}::date[], ${said.map(({ span }) => span?.from ?? null)}::date[],
      ${said.map(({ span }) => span?.until ?? null)}::date[], ${said.map(({ withdrawn }) => withdrawn)}::boolean[],
      ${said.map(({ content }) => (content === null ? null : JSON.stringify(content)))}::jsonb[], ${said.map(({ part }) => part)}::text[])
    on conflict (source_kind, book, key) do update set content_hash = excluded.content_hash, entry = excluded.entry,
      seen_run = excluded.seen_run, first_from = excluded.first_from, window_from = excluded.window_from, window_until = excluded.window_until,
      span_from = excluded.span_from, span_until = excluded.span_until, withdrawn = excluded.withdrawn,
      content = excluded.content, part = excluded.part`.execute(tx);
  // Where another kind of file became another entry the two may disagree: the page that asks looks nowhere else.
  await sql`
    insert into returns.disputed (book, key)
    select distinct seen.book, seen.key
    from unnest(${kinds}::text[], ${books}::uuid[], ${keys}::text[], ${said.map(({ entry }) => entry)}::uuid[])
      as seen (source_kind, book, key, entry)
    join returns.attestation other on other.book = seen.book and other.key = seen.key
      and other.source_kind <> seen.source_kind and other.entry <> seen.entry
    on conflict do nothing`.execute(tx);
  await sql`
    delete from returns.withdrawal w using unnest(${kinds}::text[], ${books}::uuid[], ${keys}::text[]) as seen (source_kind, book, key)
    where w.source_kind = seen.source_kind and w.book = seen.book and w.key = seen.key
      and exists (select from returns.attestation a where a.source_kind = w.source_kind and a.book = w.book and a.key = w.key and not a.withdrawn)`.execute(
    tx,
  );
}

/** Notes what a file no longer has, though it still has its group. */
export async function saveWithdrawn(
  tx: Tx,
  kind: FileKind,
  run: Id,
  withdrawn: readonly { readonly book: Id; readonly key: string }[],
): Promise<void> {
  if (withdrawn.length === 0) return;
  await sql`
    insert into returns.withdrawal (source_kind, book, key, run)
    select ${kind}, book, key, ${run} from unnest(${withdrawn.map(({ book }) => book)}::uuid[],
      ${withdrawn.map(({ key }) => key)}::text[]) as gone (book, key)
    on conflict do nothing`.execute(tx);
}

/**
 * Once a file is wholly loaded: whatever an earlier file said that lies inside this one's window, and that this one does not
 * say, it has withdrawn. The same window loaded again must say all that it said before. Of tables that it came without it
 * has withdrawn nothing.
 */
export async function findWithdrawn(
  tx: Tx,
  run: Id,
  {
    kind,
    window,
    parts,
  }: { readonly kind: FileKind; readonly window: FileWindow; readonly parts: readonly string[] | null },
): Promise<void> {
  await sql`
    insert into returns.withdrawal (source_kind, book, key, run)
    select source_kind, book, key, ${run} from returns.attestation
    where source_kind = ${kind} and seen_run <> ${run} and not withdrawn
      and (part is null or ${parts}::text[] is null or part = any(${parts}::text[])) and span_from is not null
      and window_until <= ${window.until}
      and ((window_from = ${window.from} and window_until = ${window.until})
        or (span_from <= ${window.until} and (span_until is null or span_until >= ${window.from})))
    on conflict do nothing`.execute(tx);
}

/** What this loading found missing, in a fixed order. */
export async function missingIn(tx: Tx, run: Id): Promise<Missing[]> {
  const { rows } = await sql<Missing>`
    select a.la_child_id as "laChildId", w.book, a.group_key as "group", w.key, a.part,
      exists (select from returns.attestation s where s.source_kind = w.source_kind and s.book = w.book and s.seen_run = ${run})
        as "childSeen", w.confirmed_at is not null as confirmed
    from returns.withdrawal w join returns.attestation a using (source_kind, book, key)
    where w.run = ${run} order by a.la_child_id, w.book, a.group_key, w.key`.execute(tx);
  return rows;
}
