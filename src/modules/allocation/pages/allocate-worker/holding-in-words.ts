import type { LocalDate } from '../../../../kernel/local-date.ts';
import { countOf, plainDay } from '../../../../ui/dates-in-words.ts';
import type { Placeholder } from '../../core/holding.entry.ts';
import type { Held, WorkerToChoose } from '../../store/workers-to-choose.ts';

export const PLACEHOLDER_IN_WORDS: Readonly<Record<Placeholder, string>> = {
  manager: 'In a manager’s name',
  team: 'With a team',
  duty: 'With the duty desk',
  'in-transit': 'On the way between teams',
  'awaiting-closure': 'Waiting to be closed',
};

/** Who holds the child now, in a sentence. */
export function heldInWords(held: Held | null): string {
  if (held === null) return 'Nobody has ever been recorded as holding this child.';
  const since = held.since === null ? '' : ` since ${plainDay(held.since)}`;
  if (held.held === 'by-worker') return `Held by ${held.workerName ?? 'a worker whose name was not given'}${since}.`;
  if (held.held === 'by-nobody') return `Held by nobody${since}.`;
  const where = PLACEHOLDER_IN_WORDS[(held.placeholder ?? 'team') as Placeholder];
  const manager = held.manager === null ? '' : ` ${held.manager} answers for the child.`;
  return `Unallocated${since}: ${where.charAt(0).toLowerCase()}${where.slice(1)}.${manager}`;
}

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
