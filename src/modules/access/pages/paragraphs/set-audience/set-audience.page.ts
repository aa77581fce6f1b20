import { z } from 'zod';
import { type Id, id } from '../../../../../kernel/id.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { type Answer, notFound, redirect, refuse, render } from '../../../../../platform/http/answer.ts';
import { type Page, type PageRequest, page, type Typed } from '../../../../../platform/http/page.ts';
import type { Act } from '../../../../../record/entry.ts';
import { someId } from '../../../../../record/said.ts';
import { readActs } from '../../../../../record/store/read-entries.ts';
import type { FieldFault } from '../../../../../ui/error-summary.tsx';
import { childPath } from '../../../../child-face.ts';
import { draftPage } from '../../../../draft-page.ts';
import { readOwnDraft } from '../../../../own-draft.ts';
import { typedIn } from '../../../../typed-form.ts';
import { writeForm } from '../../../../write-form.ts';
import { decideSetAudience } from '../../../core/paragraphs/decide-set-audience.ts';
import { listPeople } from '../../../store/person-store.ts';
import { type AudienceHouse, type EntryToKeep, loadEntryToKeep } from './entry-to-keep.ts';
import { readAudienceForm, typedOf, whoBox } from './set-audience.form.ts';
import { audiencePath, type SetAudienceModel, SetAudienceView } from './set-audience.view.tsx';

const FORM = 'set-audience';
const PATH = '/children/:child/entries/:entry/audience';
const params = z.object({ child: someId, entry: someId });
type Asked = PageRequest<z.infer<typeof params>, unknown, Typed>;
const common = { permission: 'audience:set', about: 'child', params } as const;

/** Says who may read the paragraphs of one entry: the form, its draft, and what is sent. */
export const setAudiencePages = (house: AudienceHouse): readonly Page[] => [
  page<z.infer<typeof params>>({
    ...common,
    path: PATH,
    audit: 'audience.opened',
    handle: (asked) => begin(house, asked),
  }),
  draftPage({ ...common, path: `${PATH}/draft` }, async (asked) => {
    const loaded = await load(house, asked);
    if (!loaded) return null;
    const { entry, child } = loaded;
    return { form: FORM, about: entry.id, book: entry.book, back: childPath(child) };
  }),
  page<z.infer<typeof params>>({
    ...common,
    method: 'post',
    path: PATH,
    audit: 'audience.set',
    handle: (asked) => record(house, asked),
  }),
];

type Loaded = EntryToKeep & { readonly child: Id; readonly people: ReadonlyMap<string, Id> };

/** The entry, when it stands in a book of the child whom the gate opened. */
function load(house: AudienceHouse, { db, identity, opened, today, params: { entry } }: Asked): Promise<Loaded | null> {
  if (!opened) return Promise.resolve(null);
  return db.as(identity, async (tx) => {
    const found = await loadEntryToKeep(tx, house, { entry, books: opened.books, child: opened.child, today });
    return found && { ...found, child: opened.child, people: await peopleByEmail(tx) };
  });
}

const peopleByEmail = async (tx: Tx): Promise<ReadonlyMap<string, Id>> =>
  new Map((await listPeople(tx)).map((person) => [person.email.toLowerCase(), person.id]));

type Words = Partial<Pick<SetAudienceModel, 'typed' | 'faults' | 'isOvertaken'>>;

function modelOf(house: AudienceHouse, asked: Asked, loaded: Loaded, words: Words = {}): SetAudienceModel {
  const { entry, child, heading, tells, paragraphs, standsInLists, lastSeen, people, twins } = loaded;
  const emailOf = new Map([...people].map(([email, person]) => [person as string, email]));
  const { typed, faults = [], isOvertaken = false } = words;
  const stands = typedOf(
    paragraphs.map(({ audience }) => audience),
    (person) => emailOf.get(person) ?? person,
  );
  return {
    ...{ house: asked.house, csrf: asked.csrf, child, heading, entry: entry.id, tells, standsInLists, lastSeen },
    twins: twins.length,
    paragraphs: paragraphs.map(({ path, text }) => ({ path, text })),
    command: id(typedIn(typed ?? {}, 'command')) ?? house.newId(),
    typed: typed ?? stands,
    faults,
    isOvertaken,
    draft: { action: `${audiencePath({ child, entry: entry.id })}/draft`, keptAt: null },
  };
}

async function begin(house: AudienceHouse, asked: Asked): Promise<Answer> {
  const loaded = await load(house, asked);
  if (!loaded) return notFound;
  const children = { children: [loaded.child] };
  const draft = await asked.db.as(asked.identity, (tx) => readOwnDraft(tx, FORM, loaded.entry.id));
  if (!draft) return render(SetAudienceView(modelOf(house, asked, loaded)), children);
  // What stands now is what a restored draft is decided on.
  const { last: _, ...typed } = draft.words as Record<string, string>;
  const model = modelOf(house, asked, loaded, { typed });
  return render(SetAudienceView({ ...model, draft: { ...model.draft, keptAt: draft.savedAt } }), children);
}

async function record(house: AudienceHouse, asked: Asked): Promise<Answer> {
  const loaded = await load(house, asked);
  if (!loaded) return notFound;
  const { typed } = asked.body;
  const { child, paragraphs, people } = loaded;
  const act = id(typedIn(typed, 'command')) ?? house.newId();
  const { db, identity } = asked;
  if ((await db.as(identity, (tx) => readActs(tx, house.registry, [act]))).length > 0)
    return redirect(childPath(child));
  const again = (faults: readonly FieldFault[]): Answer =>
    refuse(422, SetAudienceView(modelOf(house, asked, loaded, { typed, faults })), { children: [child] });
  const read = readAudienceForm(
    typed,
    paragraphs.map(({ path }) => path),
    (email) => people.get(email.toLowerCase()),
  );
  if (!read.command) return again(read.faults);
  const decided = decideSetAudience(loaded, paragraphs, read.command, {
    ...{ today: asked.today, act, newId: house.newId },
  });
  if (decided.ok) return write(house, asked, loaded, decided.value);
  // Nobody is offered the boxes of what they may not read: whoever sends them has made the form up.
  if (decided.refusal.code === 'not-readable') return notFound;
  const first = paragraphs.findIndex(({ isReadable }) => isReadable);
  return again([{ field: whoBox(first), text: 'Nothing was changed: choose who may read it' }]);
}

async function write(house: AudienceHouse, asked: Asked, loaded: Loaded, act: Act): Promise<Answer> {
  const { id: about, book } = loaded.entry;
  const outcome = await writeForm(house, asked, { form: FORM, about, book }, act);
  const children = { children: [loaded.child] };
  if (outcome.ok) return redirect(childPath(loaded.child), children);
  const fresh = (await load(house, asked)) ?? loaded;
  const { last: _, command: __, ...mine } = asked.body.typed;
  return refuse(409, SetAudienceView(modelOf(house, asked, fresh, { typed: mine, isOvertaken: true })), children);
}
