import { z } from 'zod';
import { id } from '../../../../kernel/id.ts';
import { type Answer, notFound, redirect, refuse, render } from '../../../../platform/http/answer.ts';
import { type Page, type PageRequest, page, type Typed } from '../../../../platform/http/page.ts';
import { someId } from '../../../../record/said.ts';
import type { FieldFault } from '../../../../ui/error-summary.tsx';
import { childPath } from '../../../child-face.ts';
import { childrenOnForm } from '../../../child-on-form.ts';
import { draftOfChild, draftPage } from '../../../draft-page.ts';
import { readOwnDraft } from '../../../own-draft.ts';
import { typedIn } from '../../../typed-form.ts';
import { writeForm } from '../../../write-form.ts';
import type { Writing } from '../../../writing.ts';
import { decidePlace } from '../../core/decide-place.ts';
import { booksOfChildren } from '../../store/find-children.ts';
import { peopleAround } from '../../store/read-places.ts';
import { type PlaceRead, readPlaceForm } from './record-place.form.ts';
import { type PlaceFormModel, RecordPlaceView } from './record-place.view.tsx';

const FORM = 'record-place';
const params = z.object({ child: someId });
type Params = z.infer<typeof params>;
type Asked = PageRequest<Params, unknown, Typed>;
type Known = Pick<PlaceFormModel, 'face' | 'people'>;

/** Records an address or a telephone number of a child, or of an adult around them: the form, its draft, and what is sent. */
export const recordPlacePages = (writing: Writing): readonly Page[] => [
  page<Params>({
    path: '/children/:child/addresses/new',
    permission: 'address:record',
    about: 'child',
    audit: 'place.begun',
    params,
    handle: (asked) => begin(writing, asked),
  }),
  draftPage(
    { path: '/children/:child/addresses/draft', permission: 'address:record', about: 'child', params },
    draftOfChild(FORM),
  ),
  page<Params>({
    method: 'post',
    path: '/children/:child/addresses/new',
    permission: 'address:record',
    about: 'child',
    audit: 'place.recorded',
    meantForPlaces: ['line', 'postcode', 'number'],
    params,
    handle: (asked) => record(writing, asked),
  }),
];

async function known({ registry }: Writing, { db, identity, params: { child } }: Asked): Promise<Known | null> {
  return db.as(identity, async (tx) => {
    const [first] = await childrenOnForm(tx, registry, child, 'visits');
    if (!first) return null;
    const books = (await booksOfChildren(tx, [child])).map(({ book }) => book);
    return { face: first.face, people: await peopleAround(tx, first.book, books) };
  });
}

type Filled = {
  readonly typed: Typed;
  readonly day: PlaceRead['day'] | undefined;
  readonly faults: readonly FieldFault[];
};

const modelOf = (
  { newId }: Writing,
  { house, csrf, today }: Asked,
  { face, people }: Known,
  filled: Filled,
): PlaceFormModel => ({
  ...{ house, csrf, today, face, people, ...filled },
  command: id(typedIn(filled.typed, 'command')) ?? newId(),
  draft: { action: `${childPath(face.child)}/addresses/draft`, keptAt: null },
});

async function begin(writing: Writing, asked: Asked): Promise<Answer> {
  const found = await known(writing, asked);
  if (!found) return notFound;
  const draft = await asked.db.as(asked.identity, (tx) => readOwnDraft(tx, FORM, found.face.child));
  const typed = (draft?.words ?? {}) as Typed;
  const day = draft ? readPlaceForm(typed, found.people, asked.today).day : undefined;
  const model = modelOf(writing, asked, found, { typed, day, faults: [] });
  return render(RecordPlaceView({ ...model, draft: { ...model.draft, keptAt: draft?.savedAt ?? null } }), {
    children: [found.face.child],
  });
}

async function record(writing: Writing, asked: Asked): Promise<Answer> {
  const found = await known(writing, asked);
  if (!found) return notFound;
  const { typed } = asked.body;
  const { day, faults, written } = readPlaceForm(typed, found.people, asked.today);
  if (!written) return refuse(422, RecordPlaceView(modelOf(writing, asked, found, { typed, day, faults })));
  const { newId } = writing;
  const { child } = found.face;
  const ids = { act: id(typedIn(typed, 'command')) ?? newId(), place: newId(), protection: newId() };
  await writeForm(writing, asked, { form: FORM, about: child, book: child }, decidePlace(written, ids));
  return redirect(`${childPath(child)}#places`, { children: [child] });
}
