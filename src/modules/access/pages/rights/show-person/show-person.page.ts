import { z } from 'zod';
import { type Id, id } from '../../../../../kernel/id.ts';
import { type Answer, notFound, redirect, refuse, render } from '../../../../../platform/http/answer.ts';
import { type Page, type PageRequest, page, type Typed } from '../../../../../platform/http/page.ts';
import type { Log } from '../../../../../platform/log/log.ts';
import { someId } from '../../../../../record/said.ts';
import type { FieldFault } from '../../../../../ui/error-summary.tsx';
import { typedIn } from '../../../../typed-form.ts';
import type { Writing } from '../../../../writing.ts';
import { decideEndInterest } from '../../../core/rights/decide-interest.ts';
import type { Rights } from '../../../core/rights/decide-rights.ts';
import { mayReset } from '../../../core/signing-in/may-reset.ts';
import { type Account, readAccounts } from '../../../store/rights/accounts.ts';
import {
  namedParts,
  rightsChanges,
  standingCovers,
  standingInterests,
  standingSamples,
} from '../../../store/rights/person-record.ts';
import { readRights, setRights } from '../../../store/rights/rights-store.ts';
import { writeInCouncil } from '../../../store/rights/write-in-council.ts';
import { forgetFactors } from '../../../store/signing-in/factors.ts';
import { offeredBy, showLink } from '../add-person/add-person.page.ts';
import { personPath } from '../list-people/list-people.view.tsx';
import { faultOfRights, whyNeeded } from '../rights-form.ts';
import { rolesTicked } from '../role-boxes.tsx';
import { ShowPersonView } from './show-person.view.tsx';

const params = z.object({ person: someId });
type Params = z.infer<typeof params>;
type Asked = PageRequest<Params, unknown, Typed>;
type Ticked = { readonly roles: Rights['roles']; readonly mayGrant: Rights['mayGrant']; readonly typed: Typed };

const post = (path: `/${string}`, audit: `${string}.${string}`, handle: (asked: Asked) => Promise<Answer>): Page =>
  page<Params>({ method: 'post', path, permission: 'people:manage', about: 'nobody', audit, params, handle });

/** One person: what they may do, and the forms that change it. There is no way to look as they look. */
export const showPersonPages = (writing: Writing, log: Log): readonly Page[] => [
  page<Params>({
    path: '/people/:person',
    permission: 'people:manage',
    about: 'nobody',
    audit: 'person.shown',
    params,
    handle: async (asked) => {
      const account = await accountOf(asked);
      return account ? render(await viewOf(writing, asked, account, { ...account, typed: {} }, [])) : notFound;
    },
  }),
  post('/people/:person/rights', 'person.rights-set', (asked) => changeRights(writing, asked)),
  post('/people/:person/account', 'person.account-set', (asked) => changeAccount(writing, asked)),
  post('/people/:person/link', 'person.link-made', (asked) => newLink(log, asked)),
  post('/people/:person/factors', 'person.factors-forgotten', (asked) => forgetTheirs(log, asked)),
  post('/people/:person/interests', 'interest.ended', (asked) => endInterest(writing, asked)),
];

const accountOf = async ({ db, params: { person } }: Asked): Promise<Account | undefined> =>
  (await readAccounts(db)).find((each) => each.person === person);

async function viewOf(
  { registry }: Writing,
  { db, identity, person, house, csrf }: Asked,
  account: Account,
  ticked: Ticked,
  faults: readonly FieldFault[],
) {
  const of = account.person;
  const told = await db.as(identity, async (tx) => ({
    changes: await rightsChanges(tx, registry, of),
    interests: await standingInterests(tx, registry, { person: of }),
    covers: await standingCovers(tx, [of]),
    samples: await standingSamples(tx, registry, of),
    parts: await namedParts(tx, of),
  }));
  const offered = await offeredBy(db, identity, person.id);
  const mayReset = await mayLetInAnew({ db, identity, person }, account);
  return ShowPersonView({
    house,
    csrf,
    account,
    isOneself: of === person.id,
    offered,
    mayReset,
    ...ticked,
    faults,
    ...told,
  });
}

async function changeRights(writing: Writing, asked: Asked): Promise<Answer> {
  const account = await accountOf(asked);
  if (!account) return notFound;
  const { typed } = asked.body;
  const ticked = { roles: rolesTicked(typed, 'roles'), mayGrant: rolesTicked(typed, 'passes-on'), typed };
  const again = async (faults: readonly FieldFault[]) =>
    refuse(422, await viewOf(writing, asked, account, ticked, faults));
  const faults = whyNeeded(typed);
  if (faults.length > 0) return again(faults);
  const refusal = await set(writing, asked, { ...rightsOf(account), roles: ticked.roles, mayGrant: ticked.mayGrant });
  return refusal ? again([refusal]) : redirect(personPath(account.person));
}

async function changeAccount(writing: Writing, asked: Asked): Promise<Answer> {
  const account = await accountOf(asked);
  if (!account) return notFound;
  const { typed } = asked.body;
  const again = async ({ text }: FieldFault) =>
    refuse(422, await viewOf(writing, asked, account, { ...account, typed: {} }, [{ field: 'why-account', text }]));
  const [fault] = whyNeeded(typed);
  if (fault) return again(fault);
  const refusal = await set(writing, asked, { ...rightsOf(account), active: typedIn(typed, 'does') === 'start' });
  return refusal ? again(refusal) : redirect(personPath(account.person));
}

const rightsOf = ({ person, name, email, roles, active, mayGrant }: Account): Rights => ({
  person,
  name,
  email,
  roles,
  active,
  mayGrant,
});

async function set(writing: Writing, asked: Asked, rights: Rights): Promise<FieldFault | undefined> {
  const { db, identity, now, today, person, body } = asked;
  const because = typedIn(body.typed, 'because');
  const outcome = await setRights(db, writing, { identity, by: person.id, now, today }, { rights, because });
  return outcome.ok ? undefined : faultOfRights(outcome.refusal);
}

/**
 * May they make it possible that somebody proves anew who they are? Nobody for whom they could not have let in, and nobody for
 * themselves: how one signs in oneself is changed in one's own account.
 */
async function mayLetInAnew(
  { db, identity, person }: Pick<Asked, 'db' | 'identity' | 'person'>,
  account: Account,
): Promise<boolean> {
  if (!account.active || account.person === person.id) return false;
  const everybody = await db.as(identity, readRights);
  return mayReset(
    everybody.find((each) => each.person === person.id),
    account,
  );
}

/** A link lets its holder in as that person. For whom it is stands in the operators' log: the access log has no place for it. */
async function newLink(log: Log, asked: Asked): Promise<Answer> {
  const account = await accountOf(asked);
  if (!account || !(await mayLetInAnew(asked, account))) return notFound;
  log('person.link-made', { by: asked.person.id, person: account.person });
  return showLink(asked, { id: account.person, name: account.name, email: account.email });
}

/** Whoever lost their second factor sets up a new one; their password alone is then asked, so nobody does this lightly. */
async function forgetTheirs(log: Log, asked: Asked): Promise<Answer> {
  const account = await accountOf(asked);
  if (!account || !(await mayLetInAnew(asked, account))) return notFound;
  await forgetFactors(asked.db, account.person);
  log('person.factors-forgotten', { by: asked.person.id, person: account.person });
  return redirect(personPath(account.person));
}

async function endInterest(writing: Writing, asked: Asked): Promise<Answer> {
  const account = await accountOf(asked);
  const entry = id(typedIn(asked.body.typed, 'interest'));
  if (!account || !entry) return notFound;
  const { typed } = asked.body;
  const again = async (text: string) =>
    refuse(422, await viewOf(writing, asked, account, { ...account, typed: {} }, [{ field: 'ended-0', text }]));
  if (whyNeeded(typed).length > 0) return again('Say why the interest no longer holds');
  const ended = await endInterestOf(writing, asked, entry, typedIn(typed, 'because'));
  if (ended === 'own-interest')
    return again('Somebody else ends your own interest: ask a manager or another administrator');
  return ended === 'done' ? redirect(personPath(account.person)) : notFound;
}

/** Ends an interest on behalf of whoever asks; the same from the child's page. */
export async function endInterestOf(
  writing: Writing,
  { db, identity, now, today, person }: Pick<Asked, 'db' | 'identity' | 'now' | 'today' | 'person'>,
  entry: Id,
  because: string,
): Promise<'done' | 'no-such-interest' | 'own-interest' | 'may-not-end'> {
  const commandId = writing.newId();
  const outcome = await writeInCouncil(db, writing, { identity, now, commandId }, async (tx, book) => {
    const by = (await readRights(tx)).find((each) => each.person === person.id);
    if (!by) throw new Error('Whoever is signed in has rights.');
    const standing = await standingInterests(tx, writing.registry, 'all');
    return decideEndInterest(standing, { entry, because }, { by, today, book, newId: writing.newId });
  });
  return outcome.ok ? 'done' : outcome.refusal.code;
}
