import { z } from 'zod';
import { id } from '../../../../kernel/id.ts';
import { unreachable } from '../../../../kernel/result.ts';
import { type Answer, notFound, redirect, refuse, render } from '../../../../platform/http/answer.ts';
import { type Page, type PageRequest, page, type Typed } from '../../../../platform/http/page.ts';
import type { Act, Entry } from '../../../../record/entry.ts';
import { someId } from '../../../../record/said.ts';
import { readActs } from '../../../../record/store/read-entries.ts';
import { momentInWords, plainDay } from '../../../../ui/dates-in-words.ts';
import type { FieldFault } from '../../../../ui/error-summary.tsx';
import { draftPage } from '../../../draft-page.ts';
import { readOwnDraft } from '../../../own-draft.ts';
import { typedIn } from '../../../typed-form.ts';
import { writeForm } from '../../../write-form.ts';
import { differingInWords } from '../../core/reconcile/event-in-words.ts';
import { decideSettleEvent, type SettleRefusal } from '../../core/reconcile/settle-event.ts';
import type { ReconcilePages } from '../reconcile-files/reconcile-files.page.ts';
import { eventPath, RECONCILE_PATH } from '../reconcile-files/reconcile-parts.tsx';
import { type LoadedEvent, loadEvent } from './event-to-settle.ts';
import { boxOf, readSettleForm } from './settle-event.form.ts';
import { type SettleEventModel, SettleEventView } from './settle-event.view.tsx';

const FORM = 'settle-event';
const params = z.object({ entry: someId });
type Asked = PageRequest<z.infer<typeof params>, unknown, Typed>;

/** A person decides what is right where files disagree: the page, its draft, and what is sent. */
export const settleEventPages = (house: ReconcilePages): readonly Page[] => [
  page<z.infer<typeof params>>({
    path: `${RECONCILE_PATH}/events/:entry`,
    permission: 'reconcile:read',
    about: 'children',
    audit: 'disagreement.opened',
    params,
    handle: (asked) => begin(house, asked),
  }),
  draftPage(
    { path: `${RECONCILE_PATH}/events/:entry/draft`, permission: 'reconcile:decide', about: 'children', params },
    async (asked) => {
      const loaded = await load(house, asked);
      return loaded && { form: FORM, about: loaded.draftOf, book: loaded.event.book, back: RECONCILE_PATH };
    },
  ),
  page<z.infer<typeof params>>({
    method: 'post',
    path: `${RECONCILE_PATH}/events/:entry`,
    permission: 'reconcile:decide',
    about: 'children',
    audit: 'disagreement.settled',
    params,
    handle: (asked) => settle(house, asked),
  }),
];

const load = (house: ReconcilePages, { db, identity, params: { entry } }: Asked): Promise<LoadedEvent | null> =>
  db.as(identity, (tx) => loadEvent(tx, house, entry));

type Words = Partial<Pick<SettleEventModel, 'typed' | 'faults' | 'meanwhile'>>;

function modelOf(house: ReconcilePages, asked: Asked, loaded: LoadedEvent, words: Words = {}): SettleEventModel {
  const { event, name, duties, shapes, lastSeen, settled } = loaded;
  const { typed = {}, faults = [], meanwhile = [] } = words;
  return {
    house: asked.house,
    csrf: asked.csrf,
    event,
    name,
    duties,
    shapes,
    settled,
    mayDecide: house.may(asked.person, 'reconcile:decide') && !loaded.isForSomebodyElse,
    isForSomebodyElse: loaded.isForSomebodyElse,
    // A form that is shown again still says what its writer had seen, unless they have now been shown what came since.
    lastSeen: meanwhile.length > 0 ? lastSeen : (id(typedIn(typed, 'last')) ?? lastSeen),
    command: id(typedIn(typed, 'command')) ?? house.newId(),
    typed,
    faults,
    meanwhile,
    draft: { action: `${eventPath(event)}/draft`, keptAt: null },
  };
}

async function begin(house: ReconcilePages, asked: Asked): Promise<Answer> {
  const loaded = await load(house, asked);
  if (!loaded) return notFound;
  const children = [loaded.event.book];
  const model = modelOf(house, asked, loaded);
  if (loaded.settled || !model.mayDecide) return render(SettleEventView(model), { children });
  const draft = await asked.db.as(asked.identity, (tx) => readOwnDraft(tx, FORM, loaded.draftOf));
  if (!draft) return render(SettleEventView(model), { children });
  // What stands now is what a restored draft is decided on.
  const { last: _, ...typed } = draft.words as Record<string, string>;
  const restored = modelOf(house, asked, loaded, { typed });
  return render(SettleEventView({ ...restored, draft: { ...restored.draft, keptAt: draft.savedAt } }), { children });
}

async function settle(house: ReconcilePages, asked: Asked): Promise<Answer> {
  const loaded = await load(house, asked);
  if (!loaded || loaded.isForSomebodyElse) return notFound;
  const { typed } = asked.body;
  const { event, state, shapes } = loaded;
  const children = [event.book];
  if (await isDone(house, asked)) return redirect(eventPath(event), { children });
  if (loaded.settled) return conflict(house, asked, loaded, [meanwhileOf(loaded)]);
  const read = readSettleForm(typed, event, shapes, asked.today);
  const again = (faults: readonly FieldFault[]) =>
    refuse(422, SettleEventView(modelOf(house, asked, loaded, { typed, faults })), { children });
  if (!read.command) return again(read.faults);
  const act = id(typedIn(typed, 'command')) ?? house.newId();
  const decided = decideSettleEvent(state, read.command, { today: asked.today, act, newId: house.newId });
  if (!decided.ok) return again([faultOfRefusal(decided.refusal)]);
  return write(house, asked, loaded, decided.value);
}

/** The same form sent twice: it is settled already, by this very act. */
async function isDone({ registry }: ReconcilePages, { db, identity, body }: Asked): Promise<boolean> {
  const command = id(typedIn(body.typed, 'command'));
  return command !== undefined && (await db.as(identity, (tx) => readActs(tx, registry, [command]))).length > 0;
}

async function write(house: ReconcilePages, asked: Asked, loaded: LoadedEvent, act: Act): Promise<Answer> {
  const { book } = loaded.event;
  const outcome = await writeForm(house, asked, { form: FORM, about: loaded.draftOf, book }, act);
  if (outcome.ok) return redirect(eventPath(loaded.event), { children: [book] });
  const fresh = (await load(house, asked)) ?? loaded;
  const names = await asked.db.as(asked.identity, house.namesOf);
  const lines = outcome.refusal.threads.flatMap(({ theirs }) => theirs.map((entry) => lineOf(entry, names)));
  return conflict(house, asked, fresh, lines);
}

const conflict = (house: ReconcilePages, asked: Asked, loaded: LoadedEvent, meanwhile: readonly string[]): Answer =>
  refuse(409, SettleEventView(modelOf(house, asked, loaded, { typed: asked.body.typed, meanwhile })), {
    children: [loaded.event.book],
  });

const meanwhileOf = ({ settled }: LoadedEvent): string =>
  settled ? `${settled.by} settled it, ${momentInWords(settled.at)}` : 'It is settled';

const lineOf = ({ recordedBy, recordedAt, type, source }: Entry, names: ReadonlyMap<string, string>): string => {
  const who = names.get(recordedBy) ?? (source.kind === 'here' ? recordedBy : 'A file');
  return `${who}, ${momentInWords(recordedAt)}: ${type.replaceAll('-', ' ')}`;
};

/** What cannot be so, as a sentence beside the box that says so. */
function faultOfRefusal(refusal: SettleRefusal): FieldFault {
  switch (refusal.code) {
    case 'settled-already':
      return { field: 'because', text: 'Nothing of it is left to settle: one of the two is no longer in the record' };
    case 'not-answered':
      return { field: `right-${boxOf(refusal.field)}`, text: `Say what is right: ${differingInWords(refusal.field)}` };
    case 'in-the-future':
      return {
        field: `right-${boxOf(refusal.field)}`,
        text: `That is after today, ${plainDay(refusal.today)}: it has not happened yet`,
      };
    case 'does-not-fit':
      return {
        field: `right-${boxOf(refusal.field)}`,
        text: `The record has no room for that as ${differingInWords(refusal.field)}: choose what a file says, or write it as the record does`,
      };
    default:
      return unreachable(refusal);
  }
}
