import { type Id, id } from '../../../../kernel/id.ts';
import type { Typed } from '../../../../platform/http/page.ts';
import { type DataOf, isEntryOf } from '../../../../record/define-entry.ts';
import type { Act, Happened } from '../../../../record/entry.ts';
import type { RedactedEntry } from '../../../../record/redacted.ts';
import type { FieldFault } from '../../../../ui/error-summary.tsx';
import type { ShownConflict } from '../../../showing.ts';
import { typedIn } from '../../../typed-form.ts';
import { childVisited } from '../../core/child-visited.entry.ts';
import type { RecordVisit } from '../../core/decide-record-visit.ts';

type VisitData = DataOf<typeof childVisited>;
export type VisitTold = { readonly happened: Happened; readonly data: VisitData };

/** What one child's visits got since the writer began, beside what the writer wants to add. */
export type VisitConflict = {
  readonly place: number;
  /** The last of theirs: what a new decision is made on. */
  readonly shown: Id;
  /** The visit of theirs that the writer's own may put right; null when theirs only took something back. */
  readonly correctable: Id | null;
  readonly theirs: readonly RedactedEntry<VisitData>[];
  readonly mine: VisitTold;
};

export const CONFLICT_CHOICES = ['another', 'theirs', 'mine'] as const;
type Choice = (typeof CONFLICT_CHOICES)[number];

export const shownField = (place: number): string => `shown-${place + 1}`;
export const theirsField = (place: number): string => `theirs-${place + 1}`;

/** The conflict as the page shows it, for each child whom it is about, in the order of the form. */
export function conflictsOf(conflict: ShownConflict, books: readonly Id[], act: Act): VisitConflict[] {
  return conflict.threads.flatMap(({ book, theirs }) => {
    const mine = act.entries.find((entry) => entry.book === book);
    const shown = theirs.at(-1)?.id;
    if (!mine || !shown) return [];
    const visits = theirs.filter((entry): entry is RedactedEntry<VisitData> => isEntryOf(childVisited, entry));
    return [
      {
        place: books.indexOf(book),
        shown,
        correctable: visits.at(-1)?.id ?? null,
        theirs: visits,
        mine: { happened: mine.happened, data: mine.data as VisitData },
      },
    ];
  });
}

/** What the writer chose, once they were shown both versions. */
export type Chosen =
  | { readonly is: 'not-asked' }
  | { readonly is: 'fault'; readonly faults: readonly FieldFault[] }
  | { readonly is: Choice; readonly reason: string };

export function chosenIn(typed: Typed): Chosen {
  if (!Object.keys(typed).some((name) => name.startsWith('shown-'))) return { is: 'not-asked' };
  const choice = CONFLICT_CHOICES.find((each) => each === typedIn(typed, 'choice'));
  const reason = typedIn(typed, 'reason');
  if (!choice) return { is: 'fault', faults: [{ field: 'choice', text: 'Say what is to become of yours' }] };
  if (choice === 'mine' && reason === '')
    return { is: 'fault', faults: [{ field: 'reason', text: 'Say why theirs is wrong' }] };
  return { is: choice, reason };
}

type SaidOfChild = RecordVisit['children'][number];

/** The same visit, decided again on what the writer was shown. `books` are those of the form, in its order. */
export function decidedAgain(
  children: readonly SaidOfChild[],
  books: readonly Id[],
  typed: Typed,
  chosen: Chosen,
): SaidOfChild[] {
  if (chosen.is !== 'another' && chosen.is !== 'mine') return [...children];
  return children.map((child) => {
    const place = books.indexOf(child.book);
    const shown = id(typedIn(typed, shownField(place)));
    if (!shown) return child;
    const theirs = id(typedIn(typed, theirsField(place)));
    const corrects = chosen.is === 'mine' && theirs ? { entry: theirs, reason: chosen.reason } : null;
    return { ...child, lastSeen: shown, corrects };
  });
}
