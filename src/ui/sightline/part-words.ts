import { daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import { countOf, dayAndMonth, plainDay, shortDay } from '../dates-in-words.ts';
import { isStretch, type SightlinePart, type Stretch, type ViewPart } from './sightline-picture.ts';

/** Whole days of a stretch; one that still goes on has lasted today too, as the words beside the lane count it. */
export const daysOf = ({ from, until }: Stretch, today: LocalDate): number =>
  Math.max(0, until === null ? daysBetween(from, today) + 1 : daysBetween(from, until));

/** Days that a view has waited, or had waited when it was answered. */
export const waitOf = (view: ViewPart, today: LocalDate): number => daysBetween(view.on, view.answeredOn ?? today);

/** A wait that is worth a word beside the mark. */
const LONG_WAIT_DAYS = 28;

/** The whole of a part in a sentence: what a pointer shows and a screen reader says. */
export function titleOf(part: SightlinePart, today: LocalDate): string {
  const why = part.why ? `. ${part.why}` : '';
  if (!isStretch(part)) return `${part.what}, ${plainDay(part.on)}${why}`;
  const span = part.until ? `from ${shortDay(part.from)} to ${shortDay(part.until)}` : `since ${shortDay(part.from)}`;
  return `${part.what} ${span}, ${countOf(daysOf(part, today), 'day')}${why}`;
}

export type LabelKind = 'quiet' | 'gap' | 'unknown' | 'due';
export type PartLabel = { readonly text: string; readonly kind: LabelKind; readonly weight: number };

/** The words that may stand inside the part's own mark. */
export function insideLabel(part: SightlinePart, today: LocalDate): string | null {
  if (part.is === 'gap') return `${daysOf(part, today)} d`;
  if (part.is === 'cover' || part.is === 'outlined') return part.label ?? null;
  return null;
}

/** The words that stand beneath it, given whether words already stand inside. Gaps come first, the longest before the others. */
export function beneathLabel(part: SightlinePart, today: LocalDate, isInside: boolean): PartLabel | null {
  switch (part.is) {
    case 'gap': {
      const days = daysOf(part, today);
      const words = isInside ? part.note : [`${days} d`, part.note].filter(Boolean).join(' ');
      return words ? { text: words, kind: 'gap', weight: 10_000 + days } : null;
    }
    case 'unknown':
      return part.note ? { text: part.note, kind: 'unknown', weight: 5_000 + daysOf(part, today) } : null;
    case 'cover':
    case 'part':
    case 'outlined': {
      const words = [isInside ? undefined : part.label, part.note].filter(Boolean).join(', ');
      return words ? { text: words, kind: part.lateFrom ? 'gap' : 'quiet', weight: part.lateFrom ? 2_000 : 100 } : null;
    }
    case 'first':
    case 'event':
      return { text: part.label, kind: 'quiet', weight: part.is === 'first' ? 400 : 300 };
    case 'due':
      return { text: dayAndMonth(part.on), kind: 'due', weight: 20_000 };
    case 'view':
      return viewLabel(part, waitOf(part, today));
    default:
      return null;
  }
}

function viewLabel(view: ViewPart, days: number): PartLabel | null {
  if (view.answeredOn === null) return { text: `${days} d unanswered`, kind: 'gap', weight: 10_000 + days };
  return days < LONG_WAIT_DAYS ? null : { text: `answered after ${days} d`, kind: 'quiet', weight: 1_000 + days };
}
