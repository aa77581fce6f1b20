import { z } from 'zod';
import { type Id, id } from '../../../../kernel/id.ts';
import { unreachable } from '../../../../kernel/result.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { type Answer, notFound, redirect, refuse, render } from '../../../../platform/http/answer.ts';
import { type Page, type PageRequest, page, type Typed } from '../../../../platform/http/page.ts';
import { isEntryOf } from '../../../../record/define-entry.ts';
import type { Act } from '../../../../record/entry.ts';
import type { RedactedEntry } from '../../../../record/redacted.ts';
import { saidInWords, someId } from '../../../../record/said.ts';
import { destroyDraft } from '../../../../record/store/drafts.ts';
import { readActs, readById } from '../../../../record/store/read-entries.ts';
import { plainDay } from '../../../../ui/dates-in-words.ts';
import type { FieldFault } from '../../../../ui/error-summary.tsx';
import { childPath } from '../../../child-face.ts';
import { type ChildOnForm, childrenOnForm } from '../../../child-on-form.ts';
import { draftOfChild, draftPage } from '../../../draft-page.ts';
import { readOwnDraft } from '../../../own-draft.ts';
import { type Showing, shownConflict } from '../../../showing.ts';
import { typedIn } from '../../../typed-form.ts';
import { writeForm } from '../../../write-form.ts';
import type { Writing } from '../../../writing.ts';
import { type AllocationRefusal, decideAllocateWorker } from '../../core/decide-allocate-worker.ts';
import { allocationEnded, placeholderAllocated, workerAllocated } from '../../core/holding.entry.ts';
import { heldNow, type WorkerToChoose, workersToChoose } from '../../store/workers-to-choose.ts';
import { type AllocationRead, readAllocationForm } from './allocate-worker.form.ts';
import { AllocateWorkerView, type AllocationFormModel, type HeldAndWhy } from './allocate-worker.view.tsx';
import { AllocationConflictView } from './allocation-conflict.view.tsx';

const FORM = 'allocate-worker';
const params = z.object({ child: someId });
type Asked = PageRequest<z.infer<typeof params>, unknown, Typed>;

/** Says who holds a child: the form, its draft, and what is sent. */
export const allocateWorkerPages = (writing: Writing & Showing): readonly Page[] => [
  page<z.infer<typeof params>>({
    path: '/children/:child/allocation',
    permission: 'allocation:record',
    about: 'child',
    audit: 'allocation.begun',
    params,
    handle: (asked) => begin(writing, asked),
  }),
  draftPage(
    { path: '/children/:child/allocation/draft', permission: 'allocation:record', about: 'child', params },
    draftOfChild(FORM),
  ),
  page<z.infer<typeof params>>({
    method: 'post',
    path: '/children/:child/allocation',
    permission: 'allocation:record',
    about: 'child',
    audit: 'allocation.recorded',
    params,
    handle: (asked) => allocate(writing, asked),
  }),
];

type Loaded = {
  readonly child: ChildOnForm;
  readonly held: HeldAndWhy | null;
  readonly workers: readonly WorkerToChoose[];
};

const load = (writing: Writing & Showing, { db, identity, params: { child: named } }: Asked): Promise<Loaded | null> =>
  db.as(identity, async (tx) => {
    const [child] = await childrenOnForm(tx, writing.registry, named, 'holding');
    return child
      ? { child, held: await heldAsShown(writing, tx, child.book), workers: await workersToChoose(tx) }
      : null;
  });

/** Who holds the child, and why: that is a paragraph of an entry, which the reader sees when they may. */
async function heldAsShown({ registry, redacted }: Writing & Showing, tx: Tx, child: Id): Promise<HeldAndWhy | null> {
  const held = await heldNow(tx, child);
  if (!held) return null;
  const entries = await readById(tx, registry, [held.entry]);
  const [entry] = await redacted(
    tx,
    entries.map((each) => ({ ...each, correctedBy: null })),
  );
  return { ...held, because: entry ? whyHeld(entry) : null };
}

const whyHeld = (entry: RedactedEntry): string | null =>
  isEntryOf(workerAllocated, entry) || isEntryOf(placeholderAllocated, entry) || isEntryOf(allocationEnded, entry)
    ? saidInWords(entry.data.because, '') || null
    : null;

async function begin(writing: Writing & Showing, asked: Asked): Promise<Answer> {
  const loaded = await load(writing, asked);
  if (!loaded) return notFound;
  const { book } = loaded.child;
  const draft = await asked.db.as(asked.identity, (tx) => readOwnDraft(tx, FORM, book));
  const typed = (draft?.words ?? {}) as Typed;
  const since = draft ? readAllocationForm(typed, asked.today).since : undefined;
  const model = modelOf(writing, asked, loaded, { typed, since, faults: [] });
  const keptAt = draft?.savedAt ?? null;
  return render(AllocateWorkerView({ ...model, draft: { ...model.draft, keptAt } }), { children: [book] });
}

function modelOf(
  { newId }: Writing,
  { house, csrf, today }: Asked,
  { child, held, workers }: Loaded,
  words: { typed: Typed; since: AllocationRead['since'] | undefined; faults: readonly FieldFault[] },
): AllocationFormModel {
  return {
    house,
    csrf,
    today,
    face: child.face,
    held,
    lastSeen: child.lastSeen,
    workers: workers.filter(({ joinedOn, leftOn }) => joinedOn !== null && (leftOn === null || leftOn >= today)),
    command: id(typedIn(words.typed, 'command')) ?? newId(),
    draft: { action: `${childPath(child.book)}/allocation/draft`, keptAt: null },
    ...words,
  };
}

async function allocate(writing: Writing & Showing, asked: Asked): Promise<Answer> {
  const loaded = await load(writing, asked);
  if (!loaded) return notFound;
  const { typed } = asked.body;
  const { child, held, workers } = loaded;
  const choice = typedIn(typed, 'choice');
  if (choice === 'theirs') return throwMineAway(asked, child.book);
  if (await isDone(writing, asked)) return redirect(childPath(child.book));
  const read = readAllocationForm(typed, asked.today);
  const again = (faults: readonly FieldFault[]) =>
    refuse(422, AllocateWorkerView(modelOf(writing, asked, loaded, { typed, since: read.since, faults })));
  if (!read.command) return again(read.faults);
  const shown = id(typedIn(typed, 'shown'));
  const decided = decideAllocateWorker(
    { ...child, heldBy: held?.worker ? { worker: held.worker, since: held.since } : null },
    workers,
    choice === 'mine' && shown ? { ...read.command, lastSeen: shown } : read.command,
    { today: asked.today, ids: { act: id(typedIn(typed, 'command')) ?? writing.newId(), entry: writing.newId() } },
  );
  if (!decided.ok) return again([faultOfRefusal(decided.refusal)]);
  return write(writing, asked, loaded, decided.value);
}

/** The same form sent twice: it is written already, and would now be refused for being so. */
async function isDone({ registry }: Writing, { db, identity, body }: Asked): Promise<boolean> {
  const command = id(typedIn(body.typed, 'command'));
  if (!command) return false;
  return (await db.as(identity, (tx) => readActs(tx, registry, [command]))).length > 0;
}

async function throwMineAway({ db, identity }: Asked, child: Id): Promise<Answer> {
  await db.as(identity, (tx) => destroyDraft(tx, FORM, child));
  return redirect(childPath(child));
}

async function write(writing: Writing & Showing, asked: Asked, loaded: Loaded, act: Act): Promise<Answer> {
  const { typed } = asked.body;
  const { book } = loaded.child;
  const outcome = await writeForm(writing, asked, { form: FORM, about: book, book }, act);
  if (outcome.ok) return redirect(childPath(book));
  const shownToThem = await asked.db.as(asked.identity, (tx) => shownConflict(writing, tx, outcome.refusal));
  const theirs = shownToThem.threads.flatMap((thread) => thread.theirs);
  const [mine, shown] = [act.entries[0], theirs.at(-1)?.id];
  if (!mine || !shown) throw new Error('A conflict has two sides.');
  const unanswered = typedIn(typed, 'shown') !== '' && typedIn(typed, 'choice') === '';
  const faults = unanswered ? [{ field: 'choice', text: 'Say what is to become of yours' }] : [];
  const model = modelOf(writing, asked, loaded, { typed, since: undefined, faults });
  return refuse(409, AllocationConflictView({ ...model, conflict: { shown, theirs, mine } }));
}

/** What cannot have been so, as a sentence beside the box that says so. */
function faultOfRefusal(refusal: AllocationRefusal): FieldFault {
  const since = (text: string): FieldFault => ({ field: 'since-day', text });
  const worker = (text: string): FieldFault => ({ field: 'worker', text });
  switch (refusal.code) {
    case 'in-the-future':
      return since('The first day must not be in the future');
    case 'no-such-worker':
      return worker('Choose a worker who is in post');
    case 'not-yet-in-post':
      return refusal.joinedOn === null
        ? worker('Nobody has recorded when this worker joined')
        : since(`This worker joined on ${plainDay(refusal.joinedOn)}, after that day`);
    case 'no-longer-in-post':
      return worker(`This worker’s last day was ${plainDay(refusal.leftOn)}`);
    case 'holds-the-child-already':
      return worker(
        `This worker holds the child already${refusal.since === null ? '' : `, since ${plainDay(refusal.since)}`}`,
      );
    case 'child-closed':
      return since(
        refusal.overOn === null
          ? 'The child is not open: a new referral comes first'
          : `The child was closed on ${plainDay(refusal.overOn)}: a new referral comes first`,
      );
    case 'child-died':
      return since(`The child died on ${plainDay(refusal.diedOn)}, before that day`);
    default:
      return unreachable(refusal);
  }
}
