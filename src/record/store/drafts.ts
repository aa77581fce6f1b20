import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Database, Identity, Tx } from '../../platform/database/database.ts';
import { canonicalJson } from '../canonical-json.ts';

/** Typed words that are not an entry yet. Only their author ever sees them. */
export type Draft = {
  /** Which form, as its page is called. */
  readonly form: string;
  /** What it is about: a thread, or the book itself. One draft of one form about one thing. */
  readonly about: Id;
  /** The book that it will be written in: losing access to it seals the draft. */
  readonly book: Id | null;
  /** The fields as they were typed. */
  readonly words: unknown;
  readonly savedAt: Instant;
};

const ROW_POLICY = '42501';

/** Keeps what was typed, in the place of what was kept before. Answers false when the draft is sealed: access was lost. */
export async function saveDraft(db: Database, author: Identity, draft: Draft): Promise<boolean> {
  try {
    await db.as(author, (tx) =>
      sql`
        insert into record.draft (author, form, about, book, words, saved_at)
        values (${author.person}, ${draft.form}, ${draft.about}, ${draft.book}, ${canonicalJson(draft.words)}, ${draft.savedAt})
        on conflict (author, form, about)
        do update set book = excluded.book, words = excluded.words, saved_at = excluded.saved_at`.execute(tx),
    );
    return true;
  } catch (fault) {
    if ((fault as { code?: string }).code === ROW_POLICY) return false;
    throw fault;
  }
}

type DraftRow = Omit<Draft, 'words'> & { readonly words: string };
const draftOf = (row: DraftRow): Draft => ({ ...row, words: JSON.parse(row.words) as unknown });

/** The author's draft of that form about that thing; null when there is none, or it is sealed. */
export async function readDraft(tx: Tx, form: string, about: Id): Promise<Draft | null> {
  const { rows } = await sql<DraftRow>`
    select form, about, book, words, saved_at as "savedAt" from record.draft
    where form = ${form} and about = ${about}`.execute(tx);
  return rows[0] ? draftOf(rows[0]) : null;
}

/** All that the asking person has typed and not written, the newest first. */
export async function listDrafts(tx: Tx): Promise<Draft[]> {
  const { rows } = await sql<DraftRow>`
    select form, about, book, words, saved_at as "savedAt" from record.draft order by saved_at desc, form, about`.execute(
    tx,
  );
  return rows.map(draftOf);
}

/** Destroys the author's draft: they threw it away. Writing it as entries destroys it too (`submits` of `append`). */
export async function destroyDraft(tx: Tx, form: string, about: Id): Promise<void> {
  await sql`delete from record.draft where form = ${form} and about = ${about}`.execute(tx);
}

/** A person lost access to these books: their drafts are kept, and nobody sees them until they are opened again. */
export async function sealDrafts(db: Database, author: string, books: readonly Id[], at: Instant): Promise<number> {
  return db.owner(async (tx) => {
    const { numAffectedRows } = await sql`
      update record.draft set sealed_at = ${at}
      where author = ${author} and book = any(${books}::uuid[]) and sealed_at is null`.execute(tx);
    return Number(numAffectedRows ?? 0);
  });
}

/** The person has access again. */
export async function openDrafts(db: Database, author: string, books: readonly Id[]): Promise<void> {
  await db.owner((tx) =>
    sql`update record.draft set sealed_at = null where author = ${author} and book = any(${books}::uuid[])`.execute(tx),
  );
}
