import type { Id } from '../kernel/id.ts';
import { type Answer, notFound, redirect } from '../platform/http/answer.ts';
import { type Page, type PageDefinition, type PageRequest, page, type Typed } from '../platform/http/page.ts';
import { destroyDraft, saveDraft } from '../record/store/drafts.ts';
import { childPath } from './child-face.ts';

/** One draft of one form, and where the button beside it goes back to. */
export type DraftOfForm = {
  /** Which form, as its page is called. */
  readonly form: string;
  /** What it is about: a thread, an entry, or the book itself. */
  readonly about: Id;
  /** The book that it will be written in: losing access to it seals the draft. */
  readonly book: Id;
  readonly back: `/${string}`;
};

type Where<Params> = Required<Pick<PageDefinition<Params, unknown, Typed>, 'path' | 'permission' | 'about' | 'params'>>;

/**
 * The page to which a form sends what is typed half-way: keeps it, or throws it away. A script asks quietly, a button goes back.
 * `draftOf` answers nothing where there is no such form for whoever asks.
 */
export const draftPage = <Params>(
  where: Where<Params>,
  draftOf: (asked: PageRequest<Params, unknown, Typed>) => Promise<DraftOfForm | null>,
): Page =>
  page<Params>({
    ...where,
    method: 'post',
    audit: { none: 'a draft is not part of the record, and only its author sees it' },
    handle: async (asked) => {
      const draft = await draftOf(asked);
      return draft ? keepOrThrowAway(asked, draft) : notFound;
    },
  });

/** The draft of a form of which there is one for each child. */
export const draftOfChild =
  (form: string) =>
  async ({ opened }: Pick<PageRequest<unknown, unknown, unknown>, 'opened'>): Promise<DraftOfForm | null> =>
    opened ? { form, about: opened.child, book: opened.child, back: childPath(opened.child) } : null;

async function keepOrThrowAway(
  { db, identity, now, body }: Pick<PageRequest<unknown, unknown, Typed>, 'db' | 'identity' | 'now' | 'body'>,
  { form, about, book, back }: DraftOfForm,
): Promise<Answer> {
  const { draft, ...words } = body.typed;
  if (draft === 'throw-away') await db.as(identity, (tx) => destroyDraft(tx, form, about));
  else if (!(await saveDraft(db, identity, { form, about, book, words, savedAt: now }))) return notFound;
  return draft === undefined ? { is: 'json', value: { keptAt: now } } : redirect(back);
}
