import type { Id } from '../../../../kernel/id.ts';
import { dayInLondon } from '../../../../kernel/instant.ts';
import { addDays } from '../../../../kernel/local-date.ts';
import type { Duty } from '../../../../statute/duty.ts';
import { momentInWords, plainDay } from '../../../../ui/dates-in-words.ts';
import type { Answered, ToldEntry } from '../../../child-page.ts';
import { happenedShort } from '../../../verdict-in-words.ts';

/** One entry behind the verdict. */
export type KnownEntry = {
  readonly entry: Id;
  readonly tells: string;
  readonly role: string;
  readonly happened: string;
  readonly writtenDown: string;
  readonly writtenBy: string;
  readonly corrected: boolean;
};

const ROLES = [
  ['startedBy', 'This started it.'],
  ['metBy', 'This met the duty.'],
  ['endedBy', 'This ended it.'],
] as const;

function rowOf({ entry, tells, writtenBy }: ToldEntry, role: string): KnownEntry {
  return {
    entry: entry.id,
    tells,
    role,
    happened: happenedShort(entry.happened.earliest, entry.happened.latest),
    writtenDown: momentInWords(entry.recordedAt),
    writtenBy,
    corrected: entry.correctedBy !== null,
  };
}

/** What started it, met it or ended it, with every earlier version that a correction replaced. */
export function knownEntriesOf({ piece }: Answered, entries: readonly ToldEntry[]): KnownEntry[] {
  const byId = new Map<Id, ToldEntry>(entries.map((told) => [told.entry.id, told]));
  return ROLES.flatMap(([part, role]) => {
    const told = piece[part] === null ? undefined : byId.get(piece[part]);
    return told ? [...replaced(told, byId), rowOf(told, role)] : [];
  });
}

function replaced(told: ToldEntry, byId: ReadonlyMap<Id, ToldEntry>): KnownEntry[] {
  const earlier = told.entry.corrects === null ? undefined : byId.get(told.entry.corrects);
  return earlier ? [...replaced(earlier, byId), rowOf(earlier, 'Since corrected.')] : [];
}

/** What a reader on a day in between would have seen: the miss, or its mending, that was not yet written down. */
export function remarksOf({ piece, explanation }: Answered, duty: Duty, entries: readonly ToldEntry[]): string[] {
  const met = entries.find(({ entry }) => entry.id === piece.metBy);
  const { dueOn, metOn, verdict, endedOn } = explanation;
  const remarks: string[] = [];
  if (met && dueOn !== null && metOn !== null && met.entry.source.kind === 'here') {
    const written = dayInLondon(met.entry.recordedAt);
    if (written > addDays(dueOn, 1)) {
      remarks.push(
        `From ${plainDay(addDays(dueOn, 1))} to ${plainDay(addDays(written, -1))} this page would have said “overdue”: what met it was not written down until ${plainDay(written)}.`,
      );
    }
  }
  const asksReason = duty.shape === 'clock' && duty.reasons.length > 0;
  if (asksReason && (verdict === 'met-late' || (verdict === 'overdue' && endedOn === null))) {
    remarks.push('No reason for the delay is recorded. A reason would be shown; it would still be late.');
  }
  return remarks;
}
