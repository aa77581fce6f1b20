import { createHash } from 'node:crypto';
import type { Id } from '../../../../kernel/id.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { type ReadEntry, standing } from '../../../../record/as-of.ts';
import { typeOf } from '../../../../record/registry.ts';
import { readEntries } from '../../../../record/store/read-entries.ts';
import { childDescribed, childRecorded } from '../../../people/public.ts';
import { derivedId } from '../../core/derived-id.ts';
import { answerShape } from '../../core/reconcile/answer-shape.ts';
import { type DisputedEvent, saysOf } from '../../core/reconcile/disputed-event.ts';
import type { EventToSettle } from '../../core/reconcile/settle-event.ts';
import { asReaderMay, isForSomebodyElse } from '../../core/reconcile/withheld-fields.ts';
import { dutiesInDispute, namesOfBooks } from '../../store/around-disputes.ts';
import { disputeOfEntry } from '../../store/disputed-events.ts';
import { withheldSaid } from '../../store/withheld-said.ts';
import type { ReconcilePages } from '../reconcile-files/reconcile-files.page.ts';
import type { Shapes } from './settle-event.form.ts';
import type { SettledBy } from './settle-event.view.tsx';

/** An event of which files disagree, with all that its page and its form need. */
export type LoadedEvent = {
  readonly state: EventToSettle;
  /** As its reader may see it. */
  readonly event: DisputedEvent;
  /** Something in it is withheld from the reader: somebody else must settle it. */
  readonly isForSomebodyElse: boolean;
  readonly name: string | null;
  readonly duties: readonly string[];
  readonly shapes: Shapes;
  /** The last entry on the event's thread. */
  readonly lastSeen: Id | null;
  readonly settled: SettledBy | null;
  /** What its draft is kept under. */
  readonly draftOf: Id;
};

/** Entries of these types add what they say to what earlier ones said; every other entry stands for one event. */
const ADDING: ReadonlySet<string> = new Set([childRecorded.is.type, childDescribed.is.type]);

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The event that a file's entry tells of; null where no other kind of file says otherwise of it. */
export async function loadEvent(tx: Tx, house: ReconcilePages, entry: Id): Promise<LoadedEvent | null> {
  const event = await disputeOfEntry(tx, entry);
  const first = event?.sources[0]?.entry;
  if (!event || !first) return null;
  const { registry } = house;
  const isWithheld = await withheldSaid(tx, [event], await house.withheldIn(tx, [event.book]));
  const entries = await readEntries(tx, { registry, books: [event.book], knownAt: null });
  const own = ofKey(entries, `${event.laChildId}/${event.key}`);
  const types = new Set(
    own.filter(({ type }) => type !== 'entry-withdrawn').map(({ type, version }) => `${type}@${version}`),
  );
  const told = own.find(({ id }) => id === first);
  const type = told && types.size === 1 ? typeOf(registry, told.type, told.version) : null;
  const about = told?.about ?? event.book;
  return {
    state: {
      event,
      standing: standing(own),
      adds: told !== undefined && ADDING.has(told.type),
      fits: (each, data) => typeOf(registry, each.type, each.version).data.safeParse(data).success,
    },
    event: asReaderMay(event, isWithheld),
    isForSomebodyElse: isForSomebodyElse(event, isWithheld),
    name: (await namesOfBooks(tx, [event.book])).get(event.book) ?? null,
    duties: ((await dutiesInDispute(tx, [event])).get(first) ?? []).map(house.dutyTitle),
    shapes: new Map(
      event.fields.map((field) => [
        field,
        answerShape(
          type,
          field,
          event.sources.map((each) => saysOf(each, field)),
        ),
      ]),
    ),
    lastSeen: entries.findLast((each) => each.about === about)?.id ?? null,
    settled: event.settled ? await settledBy(tx, house, own) : null,
    draftOf: derivedId(digest, 'settle-event', event.book, event.key),
  };
}

/** Entries that files wrote under that key, and what put them right since. */
function ofKey(entries: readonly ReadEntry[], naturalKey: string): ReadEntry[] {
  const own = new Set<Id>();
  for (const { id, source, corrects } of entries)
    if ((source.kind !== 'here' && source.naturalKey === naturalKey) || (corrects && own.has(corrects))) own.add(id);
  return entries.filter(({ id }) => own.has(id));
}

/** The last time that somebody put one of them right here. */
async function settledBy(
  tx: Tx,
  { namesOf, redacted }: ReconcilePages,
  own: readonly ReadEntry[],
): Promise<SettledBy | null> {
  const last = (await redacted(tx, own)).findLast(
    ({ source, corrects }) => source.kind === 'here' && corrects !== null,
  );
  if (!last) return null;
  const by = (await namesOf(tx)).get(last.recordedBy) ?? last.recordedBy;
  return { by, at: last.recordedAt, because: last.reason };
}
