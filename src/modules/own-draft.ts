import type { Id } from '../kernel/id.ts';
import type { Tx } from '../platform/database/database.ts';
import { type Draft, readDraft } from '../record/store/drafts.ts';
import { withholdLiterals } from './protected-words.ts';

/** What stands in a box whose words the author wrote when they could see a place that they may not see now. */
export const WORDS_WITHHELD = 'Withheld from you: what you typed here gives a protected address or number.';

/**
 * The draft that somebody kept, to go on with. Access is judged now: words that give a protected place which their author may no
 * longer see are not shown again.
 */
export async function readOwnDraft(tx: Tx, form: string, about: Id): Promise<Draft | null> {
  const draft = await readDraft(tx, form, about);
  if (draft === null) return null;
  const boxes = Object.entries(draft.words as Record<string, unknown>);
  const texts = boxes.map(([, value]) => [value].flat().join('\n'));
  const closed = await withholdLiterals(tx, texts);
  if (closed.size === 0) return draft;
  return {
    ...draft,
    words: Object.fromEntries(boxes.map(([box, value], place) => [box, closed.has(place) ? WORDS_WITHHELD : value])),
  };
}
