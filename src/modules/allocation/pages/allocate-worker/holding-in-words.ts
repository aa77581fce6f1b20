import type { LocalDate } from '../../../../kernel/local-date.ts';
import { countOf, plainDay } from '../../../../ui/dates-in-words.ts';
import { PLACEHOLDERS, type Placeholder } from '../../core/holding.entry.ts';
import type { Held, WorkerToChoose } from '../../store/workers-to-choose.ts';

export const PLACEHOLDER_IN_WORDS: Readonly<Record<Placeholder, string>> = {
  manager: 'In a manager’s name',
  team: 'With a team',
  duty: 'With the duty desk',
  'in-transit': 'On the way between teams',
  'awaiting-closure': 'Waiting to be closed',
};

/** Who holds the child now, in a sentence, and who answers for a child whom nobody holds. */
export function heldInWords(held: Held | null): { readonly status: string; readonly more: string } {
  if (held === null) return { status: 'Nobody has ever been recorded as holding this child.', more: '' };
  const since = held.since === null ? '' : ` since ${plainDay(held.since)}`;
  if (held.held === 'by-worker')
    return { status: `Held by ${held.workerName ?? 'a worker whose name was not given'}${since}.`, more: '' };
  if (held.held === 'by-nobody') return { status: `Held by nobody${since}.`, more: '' };
  const where = PLACEHOLDERS.find((kind) => kind === held.placeholder);
  const place = where ? `: ${lowerFirst(PLACEHOLDER_IN_WORDS[where])}` : '';
  const more = held.manager === null ? '' : `${held.manager} answers for the child.`;
  return { status: `Unallocated${since}${place}.`, more };
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** One line of the list: who, what they are, and whatever speaks against them today. */
export function workerInWords(worker: WorkerToChoose, today: LocalDate): string {
  const { name, grade, team, holds, onLeaveFrom, onLeaveUntil, registeredUntil } = worker;
  const away = onLeaveFrom !== null && onLeaveFrom <= today && (onLeaveUntil === null || onLeaveUntil >= today);
  return [
    name,
    grade?.replaceAll('-', ' '),
    team,
    `holds ${countOf(holds, 'child', 'children')}`,
    away && `on leave since ${plainDay(onLeaveFrom)}`,
    registeredUntil !== null && registeredUntil < today && `registration ended ${plainDay(registeredUntil)}`,
  ]
    .filter(Boolean)
    .join(', ');
}
