import { z } from 'zod';
import { id } from '../../../../kernel/id.ts';
import { type Answer, notFound, redirect, refuse, render } from '../../../../platform/http/answer.ts';
import { type Page, type PageRequest, page, type Typed } from '../../../../platform/http/page.ts';
import { someId } from '../../../../record/said.ts';
import { readEntries } from '../../../../record/store/read-entries.ts';
import type { FieldFault } from '../../../../ui/error-summary.tsx';
import { childPath } from '../../../child-face.ts';
import { childrenOnForm } from '../../../child-on-form.ts';
import { draftOfChild, draftPage } from '../../../draft-page.ts';
import { readOwnDraft } from '../../../own-draft.ts';
import { typedIn } from '../../../typed-form.ts';
import { writeForm } from '../../../write-form.ts';
import type { Writing } from '../../../writing.ts';
import { decideProtection } from '../../core/decide-place.ts';
import type { PlacesOf } from '../../core/places-of-family.ts';
import { booksOfChildren } from '../../store/find-children.ts';
import { readPlaces } from '../../store/read-places.ts';
import { protectionFaults, unsafeIn } from './set-protection.form.ts';
import { type ProtectionFormModel, protectionPath, SetProtectionView } from './set-protection.view.tsx';

const FORM = 'set-protection';
const params = z.object({ child: someId, entry: someId });
type Params = z.infer<typeof params>;
type Asked = PageRequest<Params, unknown, Typed>;

/** Says that an address or a number is protected from now on, or no longer: the form, its draft, and what is sent. */
export const setProtectionPages = (writing: Writing): readonly Page[] => [
  page<Params>({
    path: '/children/:child/addresses/:entry/protection',
    permission: 'address:record',
    about: 'child',
    audit: 'place.protection-begun',
    params,
    handle: (asked) => begin(writing, asked),
  }),
  draftPage(
    {
      path: '/children/:child/addresses/:entry/protection/draft',
      permission: 'address:record',
      about: 'child',
      params,
    },
    async (asked) => {
      const draft = await draftOfChild(FORM)(asked);
      return draft && { ...draft, about: asked.params.entry };
    },
  ),
  page<Params>({
    method: 'post',
    path: '/children/:child/addresses/:entry/protection',
    permission: 'address:record',
    about: 'child',
    audit: 'place.protected',
    params,
    handle: (asked) => record(writing, asked),
  }),
];

type Known = Pick<ProtectionFormModel, 'face' | 'place' | 'lastSeen'> & { readonly person: PlacesOf };

/** The place, if it is the child's or that of an adult around them; null for any other entry. */
async function known({ registry }: Writing, { db, identity, params: { child, entry } }: Asked): Promise<Known | null> {
  return db.as(identity, async (tx) => {
    const [first] = await childrenOnForm(tx, registry, child, 'visits');
    const books = (await booksOfChildren(tx, [child])).map(({ book }) => book);
    if (!first) return null;
    const people = await readPlaces(tx, first.book, books);
    for (const person of people) {
      const place = person.places.find((each) => each.entry === entry);
      if (!place) continue;
      const thread = await readEntries(tx, { registry, books: [place.book], knownAt: null, about: entry });
      return { face: first.face, person, place, lastSeen: thread.at(-1)?.id ?? null };
    }
    return null;
  });
}

function modelOf(
  { newId }: Writing,
  { house, csrf, today }: Asked,
  found: Known,
  typed: Typed,
  faults: readonly FieldFault[],
) {
  const { face, place, person, lastSeen } = found;
  return {
    ...{ house, csrf, today, face, place, lastSeen, typed, faults },
    whose: person.isChild ? null : (person.name ?? 'An adult whose name is not known'),
    command: id(typedIn(typed, 'command')) ?? newId(),
    draft: { action: `${protectionPath(face.child, place.entry)}/draft`, keptAt: null },
  };
}

async function begin(writing: Writing, asked: Asked): Promise<Answer> {
  const found = await known(writing, asked);
  if (!found) return notFound;
  const draft = await asked.db.as(asked.identity, (tx) => readOwnDraft(tx, FORM, found.place.entry));
  // What stands now is what a restored draft is decided on.
  const { last: _last, ...typed } = (draft?.words ?? {}) as Record<string, string>;
  const model = modelOf(writing, asked, found, typed, []);
  return render(SetProtectionView({ ...model, draft: { ...model.draft, keptAt: draft?.savedAt ?? null } }), {
    children: [found.face.child],
  });
}

const MOVED = 'Somebody else said something of this protection while you wrote. Look at it again; your words are here';

async function record(writing: Writing, asked: Asked): Promise<Answer> {
  const found = await known(writing, asked);
  if (!found) return notFound;
  const { typed } = asked.body;
  const faults = protectionFaults(typed, found.place);
  if (faults.length > 0) return refuse(422, SetProtectionView(modelOf(writing, asked, found, typed, faults)));
  const { book, entry } = found.place;
  const set = {
    ...{ book, place: entry, on: asked.today, because: typedIn(typed, 'because'), unsafe: unsafeIn(typed) },
    isProtected: typedIn(typed, 'protected') === 'yes',
    lastSeen: id(typedIn(typed, 'last')) ?? null,
  };
  const { child } = found.face;
  const ids = { act: id(typedIn(typed, 'command')) ?? writing.newId(), protection: writing.newId() };
  const outcome = await writeForm(
    writing,
    asked,
    { form: FORM, about: entry, book: child },
    decideProtection(set, ids),
  );
  if (outcome.ok) return redirect(`${childPath(child)}#places`, { children: [child] });
  const { last: _last, ...words } = typed;
  return refuse(409, SetProtectionView(modelOf(writing, asked, found, words, [{ field: 'protected', text: MOVED }])));
}
