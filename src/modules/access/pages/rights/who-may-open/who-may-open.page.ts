import { z } from 'zod';
import { type Id, id } from '../../../../../kernel/id.ts';
import type { Result } from '../../../../../kernel/result.ts';
import { type Answer, notFound, redirect, refuse, render } from '../../../../../platform/http/answer.ts';
import { type Page, type PageRequest, page, type Typed } from '../../../../../platform/http/page.ts';
import type { Act } from '../../../../../record/entry.ts';
import { notKnown, someId } from '../../../../../record/said.ts';
import { append } from '../../../../../record/store/append.ts';
import type { FieldFault } from '../../../../../ui/error-summary.tsx';
import { childrenOnForm } from '../../../../child-on-form.ts';
import { typedIn } from '../../../../typed-form.ts';
import type { Writing } from '../../../../writing.ts';
import { mayDo, type Permission } from '../../../core/permission.ts';
import { decideEndRelation, decideNameRelation } from '../../../core/rights/decide-named-relation.ts';
import { decideLift, decideRestrict } from '../../../core/rights/decide-restriction.ts';
import { namedPartsOf, peopleWhoMayOpen, personToName, restrictionOf } from '../../../store/rights/child-access.ts';
import { declareInterest } from '../../../store/rights/declare-interest.ts';
import { standingInterests } from '../../../store/rights/person-record.ts';
import { readRights } from '../../../store/rights/rights-store.ts';
import { endInterestOf } from '../show-person/show-person.page.ts';
import { refusalOfNaming, refusalOfRestricting } from './refusals-in-words.ts';
import { type Read, readKnowing, readNaming, readRestricting } from './who-may-open.form.ts';
import { WhoMayOpenView, whoMayOpenPath } from './who-may-open.view.tsx';

const params = z.object({ child: someId });
type Params = z.infer<typeof params>;
type Asked = PageRequest<Params, unknown, Typed>;
type Handler = (writing: Writing, asked: Asked) => Promise<Answer>;

/** Who may open a child's record, and why; who is named, who knows the child, and to whom it is restricted. */
export const whoMayOpenPages = (writing: Writing): readonly Page[] => {
  const post = (path: string, permission: Permission, audit: `${string}.${string}`, handle: Handler): Page =>
    page<Params>({
      method: 'post',
      path: `/children/:child/people-who-may-see${path}`,
      permission,
      about: 'child',
      audit,
      params,
      handle: (asked) => handle(writing, asked),
    });
  return [
    page<Params>({
      path: '/children/:child/people-who-may-see',
      permission: 'log:read',
      about: 'child',
      audit: 'child.access-shown',
      params,
      handle: async (asked) => render(await viewOf(writing, asked, {}, [])),
    }),
    post('/parts', 'relation:manage', 'relation.named', namePart),
    post('/parts/end', 'relation:manage', 'relation.ended', endPart),
    post('/interests', 'relation:manage', 'interest.declared', declareFor),
    post('/interests/end', 'relation:manage', 'interest.ended', endInterest),
    post('/restriction', 'restriction:set', 'restriction.set', restrict),
    post('/restriction/lift', 'restriction:set', 'restriction.lifted', lift),
  ];
};

/** The gate has opened the child before any of these is asked. */
function openedOf({ opened }: Asked) {
  if (!opened) throw new Error('The gate opens a child before its page is asked.');
  return opened;
}

async function viewOf({ registry }: Writing, asked: Asked, typed: Typed, faults: readonly FieldFault[]) {
  const { db, identity, person, house, csrf, today } = asked;
  const { child, books } = openedOf(asked);
  const mayManage = mayDo(person.roles, 'relation:manage');
  const told = await db.as(identity, async (tx) => {
    const [shown] = await childrenOnForm(tx, registry, child, 'holding');
    if (!shown) throw new Error('A child that was opened has a record.');
    const everybody = await readRights(tx);
    const names = new Map(everybody.map((each) => [each.person, each.name]));
    const interests = mayManage ? await standingInterests(tx, registry, { children: books }) : null;
    return {
      face: shown.face,
      choices: everybody.filter(({ active, roles }) => active && mayDo(roles, 'child:read')),
      interests: interests?.map((each) => ({ ...each, name: names.get(each.person) ?? 'Somebody' })) ?? null,
      people: await peopleWhoMayOpen(tx, child),
      parts: await namedPartsOf(tx, books),
      restriction: await restrictionOf(tx, books),
    };
  });
  const mayRestrict = mayDo(person.roles, 'restriction:set');
  return WhoMayOpenView({ house, csrf, today, mayManage, mayRestrict, typed, faults, ...told });
}

const here = (asked: Asked): Answer => redirect(whoMayOpenPath(openedOf(asked)));
const again = async (writing: Writing, asked: Asked, faults: readonly FieldFault[]): Promise<Answer> =>
  refuse(422, await viewOf(writing, asked, asked.body.typed, faults));

/** Writes in the child's book what was decided, or shows why it was not. */
async function write<Refusal>(
  writing: Writing,
  asked: Asked,
  decided: Result<Act, Refusal>,
  fault: (refusal: Refusal) => FieldFault,
): Promise<Answer> {
  if (!decided.ok) return again(writing, asked, [fault(decided.refusal)]);
  const { db, identity, now } = asked;
  const { registry, projections } = writing;
  const context = { identity, now: () => now, registry, projections, commandId: decided.value.id };
  const written = await append(db, context, [decided.value]);
  if (!written.ok) throw new Error('Nothing was decided on that could have moved.');
  return here(asked);
}

/** Reads a form, or shows what is wrong with it. */
async function read<Command>(
  writing: Writing,
  asked: Asked,
  form: Read<Command>,
  go: (command: Command) => Promise<Answer>,
): Promise<Answer> {
  return form.ok ? go(form.command) : again(writing, asked, form.faults);
}

const givenOf = (writing: Writing, asked: Asked) => ({
  today: asked.today,
  book: openedOf(asked).child,
  newId: writing.newId,
});

const namePart: Handler = (writing, asked) =>
  read(writing, asked, readNaming(asked.body.typed), async (command) => {
    const { child, books } = openedOf(asked);
    const [named, standing] = await asked.db.as(asked.identity, async (tx) => [
      await personToName(tx, child, command.person),
      await namedPartsOf(tx, books),
    ]);
    const decided = decideNameRelation(named ? [named] : [], standing, command, givenOf(writing, asked));
    return write(writing, asked, decided, refusalOfNaming);
  });

async function endPart(writing: Writing, asked: Asked): Promise<Answer> {
  const entry = id(typedIn(asked.body.typed, 'part'));
  const standing = await asked.db.as(asked.identity, (tx) => namedPartsOf(tx, openedOf(asked).books));
  const part = standing.find((each) => each.entry === entry);
  if (!part) return here(asked);
  const given = { ...givenOf(writing, asked), book: part.book };
  const decided = decideEndRelation(standing, { entry: part.entry, because: notKnown }, given);
  return decided.ok ? write(writing, asked, decided, () => ({ field: 'parts', text: '' })) : here(asked);
}

const declareFor: Handler = (writing, asked) =>
  read(writing, asked, readKnowing(asked.body.typed), async (command) => {
    const { db, identity, now, today, person } = asked;
    const by = { identity, by: person.id, now, today };
    const declared = { ...command, child: openedOf(asked).child, numberTyped: null };
    const outcome = await declareInterest(db, writing, by, declared);
    if (outcome.ok) return command.person === person.id ? redirect('/my-account/interests') : here(asked);
    return again(writing, asked, [{ field: 'who-knows', text: 'Choose somebody who has an account' }]);
  });

async function endInterest(writing: Writing, asked: Asked): Promise<Answer> {
  const { typed } = asked.body;
  const entry = id(typedIn(typed, 'interest')) as Id | undefined;
  const { books } = openedOf(asked);
  const own = await asked.db.as(asked.identity, (tx) => standingInterests(tx, writing.registry, { children: books }));
  const at = own.findIndex((each) => each.entry === entry);
  if (!entry || at < 0) return notFound;
  const because = typedIn(typed, 'because');
  if (because === '') return again(writing, asked, [{ field: `ended-${at}`, text: 'Say why it no longer holds' }]);
  const ended = await endInterestOf(writing, asked, entry, because);
  return ended === 'done' ? here(asked) : notFound;
}

async function restrict(writing: Writing, asked: Asked): Promise<Answer> {
  const everybody = await asked.db.as(asked.identity, readRights);
  const { relation } = openedOf(asked);
  return read(writing, asked, readRestricting(asked.body.typed, everybody), async (command) => {
    const holdsTheChild = relation === 'allocated' || relation === 'manager';
    const decided = decideRestrict(everybody, command, { holdsTheChild }, givenOf(writing, asked));
    return write(writing, asked, decided, refusalOfRestricting);
  });
}

async function lift(writing: Writing, asked: Asked): Promise<Answer> {
  const because = typedIn(asked.body.typed, 'why-lifted');
  if (because === '') return again(writing, asked, [{ field: 'why-lifted', text: 'Say why it is lifted' }]);
  const standing = await asked.db.as(asked.identity, (tx) => restrictionOf(tx, openedOf(asked).books));
  const given = givenOf(writing, asked);
  const decided = decideLift(standing?.entry ?? null, because, { ...given, book: standing?.book ?? given.book });
  return decided.ok ? write(writing, asked, decided, () => ({ field: 'why-lifted', text: '' })) : here(asked);
}
