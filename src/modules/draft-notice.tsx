import type { VNode } from 'preact';
import type { Instant } from '../kernel/instant.ts';
import { momentInWords } from '../ui/dates-in-words.ts';
import { Gov } from '../ui/gov.tsx';

/** Where a form's words are kept while it is written, and when they were last. */
export type DraftState = {
  readonly action: string;
  /** Null while nothing has been kept. */
  readonly keptAt: Instant | null;
};

/** Says what was kept and when; a script says it again after each change. */
export const DraftNotice = ({ draft: { keptAt } }: { readonly draft: DraftState }): VNode => (
  <p class="sl-kept" data-draft-said aria-live="polite">
    {keptAt === null
      ? 'What you type is kept as a draft that only you can see. Nothing is recorded until you send it.'
      : `Kept as a draft at ${momentInWords(keptAt)}. Only you can see it. Nothing is recorded until you send it.`}
  </p>
);

/** The one button that records, and those that keep the words for later or throw them away. They work without scripts. */
export const FormButtons = ({ record, draft }: { readonly record: string; readonly draft: DraftState }): VNode => (
  <div class="govuk-button-group">
    <Gov is="button" text={record} preventDoubleClick />
    <DraftButton draft={draft} text="Save and finish later" does="leave" />
    {draft.keptAt !== null && <DraftButton draft={draft} text="Throw the draft away" does="throw-away" />}
  </div>
);

const DraftButton = ({ draft, text, does }: { draft: DraftState; text: string; does: 'leave' | 'throw-away' }) => (
  <Gov
    is="button"
    text={text}
    classes="govuk-button--secondary"
    name="draft"
    value={does}
    attributes={{ formaction: draft.action, formnovalidate: '' }}
  />
);
