import { z } from 'zod';
import { type Id, id } from '../../../../kernel/id.ts';
import { unreachable } from '../../../../kernel/result.ts';
import { type Answer, notFound, redirect, refuse, render } from '../../../../platform/http/answer.ts';
import { type Page, type PageRequest, page, type Typed } from '../../../../platform/http/page.ts';
import type { Act } from '../../../../record/entry.ts';
import { notKnown, someId } from '../../../../record/said.ts';
import { destroyDraft } from '../../../../record/store/drafts.ts';
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
import { decideRecordVisit, type VisitRefusal } from '../../core/decide-record-visit.ts';
import { workerOf } from '../../store/visiting-worker.ts';
import { type AskedChild, field, readVisitForm, type VisitRead } from './record-visit.form.ts';
import { calledOf, RecordVisitView, type VisitFormModel } from './record-visit.view.tsx';
import { chosenIn, conflictsOf, decidedAgain } from './visit-conflict.ts';
import { VisitConflictView } from './visit-conflict.view.tsx';

const FORM = 'record-visit';
const params = z.object({ child: someId });
type Asked = PageRequest<z.infer<typeof params>, unknown, Typed>;

/** Records a visit to a child and to those who grow up with them: the form, its draft, and what is sent. */
export const recordVisitPages = (writing: Writing & Showing): readonly Page[] => [
  page<z.infer<typeof params>>({
    path: '/children/:child/visits/new',
    permission: 'visit:record',
    about: 'child',
    audit: 'visit.begun',
    params,
    handle: (asked) => begin(writing, asked),
  }),
  draftPage(
    { path: '/children/:child/visits/draft', permission: 'visit:record', about: 'child', params },
    draftOfChild(FORM),
  ),
  page<z.infer<typeof params>>({
    method: 'post',
    path: '/children/:child/visits/new',
    permission: 'visit:record',
    about: 'child',
    audit: 'visit.recorded',
    params,
    handle: (asked) => record(writing, asked),
  }),
];

const load = ({ registry }: Writing, { db, identity, params: { child } }: Asked): Promise<ChildOnForm[]> =>
  db.as(identity, (tx) => childrenOnForm(tx, registry, child, 'visits'));

async function begin(writing: Writing, asked: Asked): Promise<Answer> {
  const children = await load(writing, asked);
  const first = children[0];
  if (!first) return notFound;
  const draft = await asked.db.as(asked.identity, (tx) => readOwnDraft(tx, FORM, first.book));
  const typed = (draft?.words ?? {}) as Typed;
  const day = draft ? readVisitForm(typed, askedOf(asked, children), asked.today).day : undefined;
  const model = modelOf(writing, asked, children, { typed, faults: [], day });
  return render(RecordVisitView({ ...model, draft: { ...model.draft, keptAt: draft?.savedAt ?? null } }), {
    children: children.map(({ book }) => book),
  });
}

const draftPath = (child: Id) => `${childPath(child)}/visits/draft` as const;

function modelOf(
  { newId }: Writing,
  { house, csrf, today }: Asked,
  children: readonly ChildOnForm[],
  { typed, day, faults }: { typed: Typed; day: VisitRead['day'] | undefined; faults: readonly FieldFault[] },
): VisitFormModel {
  const first = children[0]?.book ?? newId();
  return {
    house,
    csrf,
    today,
    children,
    typed,
    day,
    faults,
    command: id(typedIn(typed, 'command')) ?? newId(),
    draft: { action: draftPath(first), keptAt: null },
  };
}

const askedOf = ({ today }: Asked, children: readonly ChildOnForm[]): AskedChild[] =>
  children.map(({ book, face }) => ({ book, called: calledOf(face, today) }));

async function record(writing: Writing & Showing, asked: Asked): Promise<Answer> {
  const children = await load(writing, asked);
  const first = children[0]?.book;
  if (!first) return notFound;
  const { typed } = asked.body;
  const chosen = chosenIn(typed);
  if (chosen.is === 'theirs') return throwMineAway(asked, first);
  const read = readVisitForm(typed, askedOf(asked, children), asked.today);
  const again = (faults: readonly FieldFault[]) => {
    const model = modelOf(writing, asked, children, { typed, day: read.day, faults });
    return refuse(422, RecordVisitView(model));
  };
  if (!read.visit) return again(read.faults);
  const books = children.map(({ book }) => book);
  const visit = { ...read.visit, children: decidedAgain(read.visit.children, books, typed, chosen) };
  const decided = decideRecordVisit(
    children,
    { ...visit, visitedBy: asked.person.name, worker: await workerSaid(asked) },
    { now: asked.now, today: asked.today, ids: idsFor(writing, typed, books.length) },
  );
  if (!decided.ok) return again([faultOfRefusal(decided.refusal, children)]);
  return write(writing, asked, children, decided.value, chosen.is === 'fault' ? chosen.faults : []);
}

async function throwMineAway({ db, identity }: Asked, child: Id): Promise<Answer> {
  await db.as(identity, (tx) => destroyDraft(tx, FORM, child));
  return redirect(childPath(child));
}

const workerSaid = async ({ db, identity, person }: Asked) =>
  (await db.as(identity, (tx) => workerOf(tx, person.email))) ?? notKnown;

/** The command's id is the act's: sending the form twice writes once. */
const idsFor = ({ newId }: Writing, typed: Typed, children: number) => ({
  act: id(typedIn(typed, 'command')) ?? newId(),
  entries: Array.from({ length: children }, newId),
});

async function write(
  writing: Writing & Showing,
  asked: Asked,
  children: readonly ChildOnForm[],
  act: Act,
  faults: readonly FieldFault[],
): Promise<Answer> {
  const first = children[0]?.book ?? act.id;
  const written = act.entries.map(({ book }) => book);
  const outcome = await writeForm(writing, asked, { form: FORM, about: first, book: first }, act);
  if (outcome.ok) return redirect(childPath(first), { children: written });
  const model = modelOf(writing, asked, children, { typed: asked.body.typed, day: undefined, faults });
  const conflicts = conflictsOf(
    await asked.db.as(asked.identity, (tx) => shownConflict(writing, tx, outcome.refusal)),
    children.map(({ book }) => book),
    act,
  );
  return refuse(409, VisitConflictView({ ...model, conflicts }), { children: written });
}

/** What cannot have been so, as a sentence beside the box that says so. */
function faultOfRefusal(refusal: VisitRefusal, children: readonly ChildOnForm[]): FieldFault {
  const at = (book: Id, text: string): FieldFault => ({
    field: field(
      'seen',
      children.findIndex((child) => child.book === book),
    ),
    text,
  });
  switch (refusal.code) {
    case 'nobody-visited':
    case 'no-such-child':
      return { field: field('seen', 0), text: 'Say whom the visit was to' };
    case 'in-the-future':
      return { field: 'day-day', text: 'The visit must not be in the future' };
    case 'seen-before-birth':
      return at(refusal.book, 'On that day the child was not yet born, as far as the record says');
    case 'already-born':
      return at(refusal.book, `The child was born on ${plainDay(refusal.bornOn)}, before this visit`);
    case 'seen-after-death':
      return at(refusal.book, `The child died on ${plainDay(refusal.diedOn)}, before this visit`);
    default:
      return unreachable(refusal);
  }
}
