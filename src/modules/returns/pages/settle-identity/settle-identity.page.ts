import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Id, id } from '../../../../kernel/id.ts';
import { type Answer, notFound, redirect, refuse, render } from '../../../../platform/http/answer.ts';
import { type Page, type PageRequest, page, type Typed } from '../../../../platform/http/page.ts';
import type { Act } from '../../../../record/entry.ts';
import { ownThread } from '../../../../record/own-thread.ts';
import type { RedactedEntry } from '../../../../record/redacted.ts';
import { notKnown, type Said, saidInWords, someId } from '../../../../record/said.ts';
import { readActs, readEntries } from '../../../../record/store/read-entries.ts';
import { momentInWords } from '../../../../ui/dates-in-words.ts';
import type { FieldFault } from '../../../../ui/error-summary.tsx';
import { draftPage } from '../../../draft-page.ts';
import { readOwnDraft } from '../../../own-draft.ts';
import { typedIn } from '../../../typed-form.ts';
import { writeForm } from '../../../write-form.ts';
import { derivedId } from '../../core/derived-id.ts';
import { decideIdentity, type IdentityRefusal } from '../../core/reconcile/decide-identity.ts';
import { readPair } from '../../store/book-pairs.ts';
import type { ReconcilePages } from '../reconcile-files/reconcile-files.page.ts';
import { pairPath, RECONCILE_PATH } from '../reconcile-files/reconcile-parts.tsx';
import { lastOf, readIdentityForm } from './settle-identity.form.ts';
import { type SettleIdentityModel, SettleIdentityView } from './settle-identity.view.tsx';

const FORM = 'settle-identity';
const PATH = `${RECONCILE_PATH}/identities/:one/:other` as const;
const params = z.object({ one: someId, other: someId });
type Asked = PageRequest<z.infer<typeof params>, unknown, Typed>;

/** A person decides whether two books under one council id are one child's: the page, its draft, and what is sent. */
export const settleIdentityPages = (house: ReconcilePages): readonly Page[] => [
  page<z.infer<typeof params>>({
    path: PATH,
    permission: 'reconcile:read',
    about: 'children',
    audit: 'identity.opened',
    params,
    handle: (asked) => begin(house, asked),
  }),
  draftPage({ path: `${PATH}/draft`, permission: 'reconcile:decide', about: 'children', params }, async (asked) => {
    const loaded = await load(house, asked);
    const back = `${RECONCILE_PATH}/identities` as const;
    return loaded && { form: FORM, about: draftOf(asked), book: asked.params.one, back };
  }),
  page<z.infer<typeof params>>({
    method: 'post',
    path: PATH,
    permission: 'reconcile:decide',
    about: 'children',
    audit: 'identity.decided',
    params,
    handle: (asked) => decide(house, asked),
  }),
];

type Loaded = NonNullable<Awaited<ReturnType<typeof readPair>>> & { readonly before: readonly string[] };

const load = (house: ReconcilePages, { db, identity, params: { one, other } }: Asked): Promise<Loaded | null> =>
  db.as(identity, async (tx) => {
    const found = one === other ? null : await readPair(tx, one, other);
    if (!found) return null;
    const about = ownThread(one, 'identity');
    const told = await readEntries(tx, { registry: house.registry, books: [one], knownAt: null, about });
    const names = await house.namesOf(tx);
    const ofPair = (await house.redacted(tx, told)).filter(({ data }) => (data as { with?: Id }).with === other);
    return { ...found, before: ofPair.map((entry) => lineOf(entry, names)).reverse() };
  });

const DECIDED: Readonly<Record<string, string>> = {
  'books-linked': 'one child',
  'books-unlinked': 'not one child after all: parted again',
  'books-found-different': 'two children',
};

function lineOf({ type, data, recordedAt, recordedBy }: RedactedEntry, names: ReadonlyMap<string, string>): string {
  const because = saidInWords((data as { because?: Said<string> }).because ?? notKnown, '');
  const why = because === '' ? '' : ` Because: ${because}`;
  const who = names.get(recordedBy) ?? recordedBy;
  return `${who}, ${momentInWords(recordedAt)}: ${DECIDED[type] ?? type.replaceAll('-', ' ')}.${why}`;
}

/** The same pair, whichever is named first. */
const draftOf = ({ params: { one, other } }: Asked): Id =>
  derivedId((text) => createHash('sha256').update(text).digest('hex'), FORM, ...[one, other].sort());

type Words = Partial<Pick<SettleIdentityModel, 'typed' | 'faults' | 'meanwhile'>>;

function modelOf(house: ReconcilePages, asked: Asked, loaded: Loaded, words: Words = {}): SettleIdentityModel {
  const { typed = {}, faults = [], meanwhile = [] } = words;
  const seen = [...loaded.lastSeen].map(([book, last]): [Id, Id | null] => {
    const carried = id(typedIn(typed, lastOf(book)));
    return [book, meanwhile.length === 0 && carried ? carried : last];
  });
  return {
    house: asked.house,
    csrf: asked.csrf,
    beside: loaded.beside,
    before: loaded.before,
    lastSeen: new Map(seen),
    mayDecide: house.may(asked.person, 'reconcile:decide'),
    command: id(typedIn(typed, 'command')) ?? house.newId(),
    typed,
    faults,
    meanwhile,
    draft: { action: `${pairPath(asked.params.one, asked.params.other)}/draft`, keptAt: null },
  };
}

const childrenOf = ({ params: { one, other } }: Asked): Id[] => [one, other];

async function begin(house: ReconcilePages, asked: Asked): Promise<Answer> {
  const loaded = await load(house, asked);
  if (!loaded) return notFound;
  const model = modelOf(house, asked, loaded);
  const children = childrenOf(asked);
  const draft = model.mayDecide && (await asked.db.as(asked.identity, (tx) => readOwnDraft(tx, FORM, draftOf(asked))));
  if (!draft) return render(SettleIdentityView(model), { children });
  const { decision = '', because = '' } = draft.words as Record<string, string>;
  const restored = { ...model, typed: { decision, because }, draft: { ...model.draft, keptAt: draft.savedAt } };
  return render(SettleIdentityView(restored), { children });
}

async function decide(house: ReconcilePages, asked: Asked): Promise<Answer> {
  const loaded = await load(house, asked);
  if (!loaded) return notFound;
  const { typed } = asked.body;
  const { one, other } = asked.params;
  const children = childrenOf(asked);
  const command = id(typedIn(typed, 'command')) ?? house.newId();
  const { db, identity } = asked;
  if ((await db.as(identity, (tx) => readActs(tx, house.registry, [command]))).length > 0)
    return redirect(pairPath(one, other), { children });
  const read = readIdentityForm(typed, [...loaded.lastSeen.keys()]);
  const again = (faults: readonly FieldFault[]) =>
    refuse(422, SettleIdentityView(modelOf(house, asked, loaded, { typed, faults })), { children });
  if (!read.command) return again(read.faults);
  const decided = decideIdentity(loaded.pair, read.command, { act: command, newId: house.newId });
  if (decided.ok) return write(house, asked, decided.value);
  if (decided.refusal.code === 'decided-already') return meanwhile(house, asked, loaded);
  return again([faultOfRefusal(decided.refusal)]);
}

async function write(house: ReconcilePages, asked: Asked, act: Act): Promise<Answer> {
  const { one, other } = asked.params;
  const outcome = await writeForm(house, asked, { form: FORM, about: draftOf(asked), book: one }, act);
  if (outcome.ok) return redirect(pairPath(one, other), { children: childrenOf(asked) });
  const fresh = await load(house, asked);
  return fresh ? meanwhile(house, asked, fresh) : notFound;
}

/** Somebody else has decided: what they decided is shown beside what was typed. */
const meanwhile = (house: ReconcilePages, asked: Asked, fresh: Loaded): Answer =>
  refuse(
    409,
    SettleIdentityView(
      modelOf(house, asked, fresh, {
        typed: { ...asked.body.typed, command: house.newId() },
        meanwhile: fresh.before.length > 0 ? fresh.before.slice(0, 1) : ['Their other books were decided about.'],
      }),
    ),
    { children: childrenOf(asked) },
  );

const faultOfRefusal = (refusal: Exclude<IdentityRefusal, { code: 'decided-already' }>): FieldFault => ({
  field: 'decision',
  text: {
    'not-linked-directly': 'They are one child through other books: part the books that were joined',
  }[refusal.code],
});
