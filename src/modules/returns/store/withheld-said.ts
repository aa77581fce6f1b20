import type { Id } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { withholdLiterals } from '../../protected-words.ts';
import type { IsWithheld } from '../../showing.ts';
import type { DisputedEvent } from '../core/reconcile/disputed-event.ts';

type Said = { readonly entry: Id; readonly field: string; readonly text: string };

/**
 * What is withheld from whoever asks of the things that files say of these events: what somebody closed (`isClosed`), and every
 * text that gives a protected place which the asker may not see. A file knows nothing of what is protected.
 */
export async function withheldSaid(
  tx: Tx,
  events: readonly DisputedEvent[],
  isClosed: IsWithheld,
): Promise<IsWithheld> {
  const said = events.flatMap(textsOf);
  const naming = await withholdLiterals(
    tx,
    said.map(({ text }) => text),
  );
  const places = new Set([...naming].flatMap((at) => (said[at] ? [placeOf(said[at])] : [])));
  return (entry, field) => isClosed(entry, field) || places.has(placeOf({ entry, field }));
}

const placeOf = ({ entry, field }: Pick<Said, 'entry' | 'field'>): string => `${entry} ${field}`;

const textsOf = ({ sources }: DisputedEvent): Said[] =>
  sources.flatMap(({ entry, said }) =>
    Object.entries(said).flatMap(([field, value]) => stringsIn(value).map((text): Said => ({ entry, field, text }))),
  );

/** Every text of a value: a list of codes, a name in parts. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
