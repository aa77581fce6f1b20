import type { Result } from '../kernel/result.ts';
import type { PageRequest, Typed } from '../platform/http/page.ts';
import type { Conflict } from '../record/conflict.ts';
import type { Act } from '../record/entry.ts';
import { type Appended, append } from '../record/store/append.ts';
import { saveDraft } from '../record/store/drafts.ts';
import type { DraftOfForm } from './draft-page.ts';
import type { Writing } from './writing.ts';

type Asked = Pick<PageRequest<unknown, unknown, Typed>, 'db' | 'identity' | 'now' | 'body'>;

/**
 * Writes what a form came to, and its draft is no more. The act's id is the command's: the same form sent twice writes once.
 * Where somebody else wrote first nothing is written, and what was typed is kept as the draft.
 */
export async function writeForm(
  { registry, projections }: Writing,
  { db, identity, now, body }: Asked,
  { form, about, book }: Omit<DraftOfForm, 'back'>,
  act: Act,
): Promise<Result<Appended, Conflict>> {
  const context = { identity, now: () => now, registry, projections, commandId: act.id, submits: { form, about } };
  const outcome = await append(db, context, [act]);
  if (!outcome.ok) await saveDraft(db, identity, { form, about, book, words: body.typed, savedAt: now });
  return outcome;
}
