import type { Id } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { accepted, type Result, refused } from '../../../../kernel/result.ts';
import {
  type Act,
  type Entry,
  type FileKind,
  type Happened,
  happenedBetween,
  happenedOn,
  type NewEntry,
} from '../../../../record/entry.ts';
import { isSaid, notKnown } from '../../../../record/said.ts';
import { same, THE_DAY } from '../said-elsewhere.ts';
import { type DisputedEvent, daysGiven, type SourceSays, saysOf } from './disputed-event.ts';

/** What is right of one field: as one kind of file has it, something else, or nobody can say. */
export type RightAnswer =
  | { readonly is: 'as-in'; readonly kind: FileKind }
  | { readonly is: 'other'; readonly value: unknown }
  | { readonly is: 'nobody-knows' };

export type SettleEvent = {
  /** One for each field that differs. */
  readonly answers: ReadonlyMap<string, RightAnswer>;
  readonly because: string;
  /** The last entry of the thread that the writer had seen. */
  readonly lastSeen: Id | null;
};

export type EventToSettle = {
  readonly event: DisputedEvent;
  /** The entries under this key that stand, oldest first. */
  readonly standing: readonly Entry[];
  /** Each entry only adds what it says to what others said (who the child is): all stay, and the wrong ones are put right. */
  readonly adds: boolean;
  /** Whether an entry's type takes that data. */
  readonly fits: (entry: Entry, data: unknown) => boolean;
};

export type SettleRefusal =
  | { readonly code: 'settled-already' }
  | { readonly code: 'not-answered'; readonly field: string }
  | { readonly code: 'in-the-future'; readonly field: string; readonly today: LocalDate }
  | { readonly code: 'does-not-fit'; readonly field: string };

type Given = { readonly today: LocalDate; readonly act: Id; readonly newId: () => Id };
type Speaking = SourceSays & { readonly written: Entry };
type Right = ReadonlyMap<string, unknown>;

/**
 * A person decides what is right. Of an event one entry is left, which says it: that of the file that was right, or a
 * correction of it; the others are taken back. Every change carries the reason, and what the files said stays readable.
 */
export function decideSettleEvent(
  state: EventToSettle,
  command: SettleEvent,
  { today, act, newId }: Given,
): Result<Act, SettleRefusal> {
  const { event, standing } = state;
  const speaking = event.sources.flatMap((source): Speaking[] => {
    const written = standing.find(({ id }) => id === source.entry);
    return written ? [{ ...source, written }] : [];
  });
  if (event.settled || speaking.length < 2) return refused({ code: 'settled-already' });
  const right = rightOf(event, command);
  if (!right.ok) return right;
  const day = right.value.get(THE_DAY);
  if (typeof day === 'string' && day > today) return refused({ code: 'in-the-future', field: THE_DAY, today });
  const changes = state.adds ? putRight(state, speaking, right.value) : leaveOne(event, speaking, right.value);
  const unfit = changes.find(({ entry, data }) => data !== null && !state.fits(entry, data));
  if (unfit) return refused({ code: 'does-not-fit', field: typedField(command) });
  const who = `Files said otherwise of it, and somebody decided: ${command.because}`;
  return accepted({
    id: act,
    entries: changes.map((change) => correctionBy(change, newId(), who)),
    decidedOn: [...new Set(changes.map(({ entry }) => entry.about))].map((about, at) => ({
      book: event.book,
      about,
      lastSeen: at === 0 ? command.lastSeen : (standing.findLast((entry) => entry.about === about)?.id ?? null),
    })),
  });
}

/** What was typed is all that can be at fault: what files said has been taken by the type before. */
const typedField = ({ answers }: SettleEvent): string =>
  [...answers].find(([field, { is }]) => field !== THE_DAY && is !== 'as-in')?.[0] ?? THE_DAY;

function rightOf(event: DisputedEvent, { answers }: SettleEvent): Result<Right, SettleRefusal> {
  const right = new Map<string, unknown>();
  for (const field of event.fields) {
    const answer = answers.get(field);
    if (!answer) return refused({ code: 'not-answered', field });
    if (answer.is === 'nobody-knows') right.set(field, notKnown);
    else if (answer.is === 'other') right.set(field, answer.value);
    else {
      const source = event.sources.find(({ kind }) => kind === answer.kind);
      const said = source ? saysOf(source, field) : null;
      if (said === null) return refused({ code: 'not-answered', field });
      right.set(field, said);
    }
  }
  return accepted(right);
}

/** An entry as it should be; without data it is taken back. */
type Changed = { readonly entry: Entry; readonly happened: Happened; readonly data: unknown };

/** One event, one entry: the one that is nearest to what is right, with what only the others said. */
function leaveOne(event: DisputedEvent, speaking: readonly Speaking[], right: Right): Changed[] {
  const nearest = [...speaking].sort((a, b) => agreement(b, right) - agreement(a, right))[0];
  if (!nearest) return [];
  const others = speaking.filter((each) => each.written.id !== nearest.written.id);
  const data = { ...(nearest.written.data as Record<string, unknown>) };
  for (const { written, said } of others)
    for (const field of Object.keys(said))
      if (!isSaid(data[field])) data[field] = answerIn(written, field) ?? data[field];
  for (const [field, value] of right) if (field !== THE_DAY) data[field] = value;
  const happened = right.has(THE_DAY) ? happenedAs(event, right.get(THE_DAY), nearest) : nearest.written.happened;
  const differs = !same(data, nearest.written.data) || !same(happened, nearest.written.happened);
  return [
    ...(differs ? [{ entry: nearest.written, happened, data }] : []),
    ...[...new Set(others.map(({ written }) => written))].map(takenBack),
  ];
}

const takenBack = (entry: Entry): Changed => ({ entry, happened: happenedBetween(null, null), data: null });

/** What an entry answers, where its type has the field. */
function answerIn({ data }: Entry, field: string): unknown {
  const value = (data as Record<string, unknown>)[field];
  return value === undefined || !isSaid(value) ? undefined : value;
}

const agreement = (source: Speaking, right: Right): number =>
  [...right].filter(([field, value]) => same(saysOf(source, field), value)).length;

/** Nobody knows the day: then it was some day between those that were given. */
function happenedAs(event: DisputedEvent, day: unknown, nearest: Speaking): Happened {
  if (typeof day === 'string') return nearest.on === day ? nearest.written.happened : happenedOn(day as LocalDate);
  const days = daysGiven(event);
  return happenedBetween(days[0] ?? null, days.at(-1) ?? null);
}

/** Each entry keeps what it adds; whatever is wrong in it is put right, and so is the last entry of each file that erred. */
function putRight(
  { event, standing }: Pick<EventToSettle, 'event' | 'standing'>,
  speaking: readonly Speaking[],
  right: Right,
): Changed[] {
  return standing.flatMap((entry): Changed[] => {
    const erring = speaking.filter(({ written }) => written.id === entry.id);
    const wrong = [...right].filter(([field, value]) => {
      if (field === THE_DAY) return false;
      const said = answerIn(entry, field);
      const errs = erring.some((source) => saysOf(source, field) !== null && !same(saysOf(source, field), value));
      return errs || (said !== undefined && !same(said, value));
    });
    const mistaken = erring.find(({ on }) => right.has(THE_DAY) && on !== null && on !== right.get(THE_DAY));
    const happened = mistaken ? happenedAs(event, right.get(THE_DAY), mistaken) : entry.happened;
    const data = { ...(entry.data as Record<string, unknown>), ...Object.fromEntries(wrong) };
    return same(data, entry.data) && same(happened, entry.happened) ? [] : [{ entry, happened, data }];
  });
}

function correctionBy({ entry, happened, data }: Changed, id: Id, reason: string): NewEntry {
  const { book, about, type, version } = entry;
  return {
    id,
    book,
    about,
    type: data === null ? 'entry-withdrawn' : type,
    version: data === null ? 1 : version,
    happened,
    onBehalfOf: null,
    source: { kind: 'here' },
    data: data ?? {},
    corrects: entry.id,
    reason,
  };
}
