import type { Id } from '../../../../../kernel/id.ts';
import { id } from '../../../../../kernel/id.ts';
import { type Answer, refuse, render } from '../../../../../platform/http/answer.ts';
import { type Page, type PageRequest, page, type Typed } from '../../../../../platform/http/page.ts';
import type { FieldFault } from '../../../../../ui/error-summary.tsx';
import { typedIn } from '../../../../typed-form.ts';
import type { Writing } from '../../../../writing.ts';
import type { Role } from '../../../core/permission.ts';
import { email } from '../../../core/rights/email.ts';
import { readRights, setRights } from '../../../store/rights/rights-store.ts';
import { makeLink } from '../../../store/signing-in/one-time-link.ts';
import { faultOfRights, neededIn, whyNeeded } from '../rights-form.ts';
import { rolesTicked } from '../role-boxes.tsx';
import { AddPersonView, PasswordLinkView } from './add-person.view.tsx';

type Asked = PageRequest<unknown, unknown, Typed>;

/** Lets somebody in. */
export const addPersonPages = (writing: Writing): readonly Page[] => [
  page({
    path: '/people/new',
    permission: 'people:manage',
    about: 'nobody',
    audit: { none: 'an empty form' },
    handle: async (asked) => render(AddPersonView(await modelOf(writing, asked, {}, []))),
  }),
  page({
    method: 'post',
    path: '/people/new',
    permission: 'people:manage',
    about: 'nobody',
    audit: 'person.added',
    handle: (asked) => add(writing, asked),
  }),
];

const modelOf = async (
  { newId }: Writing,
  { db, identity, person, house, csrf }: Asked,
  typed: Typed,
  faults: readonly FieldFault[],
) => ({
  house,
  csrf,
  typed,
  faults,
  command: id(typedIn(typed, 'command')) ?? newId(),
  offered: await offeredBy(db, identity, person.id),
});

/** What somebody may pass on. */
export async function offeredBy(db: Asked['db'], identity: Asked['identity'], granter: Id): Promise<readonly Role[]> {
  const everybody = await db.as(identity, readRights);
  return everybody.find(({ person, active }) => person === granter && active)?.mayGrant ?? [];
}

async function add(writing: Writing, asked: Asked): Promise<Answer> {
  const { typed } = asked.body;
  const again = async (faults: readonly FieldFault[]) =>
    refuse(422, AddPersonView(await modelOf(writing, asked, typed, faults)));
  const address = email(typedIn(typed, 'email'));
  const faults = [
    ...neededIn(typed, 'name', 'Enter their name'),
    ...(address ? [] : [{ field: 'email', text: 'Enter an e-mail address, such as name@council.gov.uk' }]),
    ...(rolesTicked(typed, 'roles').length > 0 ? [] : [{ field: 'roles', text: 'Choose at least one role' }]),
    ...whyNeeded(typed),
  ];
  if (!address || faults.length > 0) return again(faults);
  // The id of the person is that of the command: the form sent twice adds one person.
  const person = id(typedIn(typed, 'command')) ?? writing.newId();
  const rights = {
    person,
    name: typedIn(typed, 'name'),
    email: address,
    roles: rolesTicked(typed, 'roles'),
    active: true,
    mayGrant: rolesTicked(typed, 'passes-on'),
  };
  const { identity, now, today, db } = asked;
  const because = typedIn(typed, 'because');
  const by = asked.person.id;
  const outcome = await setRights(db, writing, { identity, by, now, today }, { rights, because }, person);
  if (!outcome.ok) return again([faultOfRights(outcome.refusal)]);
  return showLink(asked, { id: person, name: rights.name, email: address });
}

/** Makes a link for somebody and shows it, once. */
export async function showLink(
  { db, identity, house, origin }: Pick<Asked, 'db' | 'identity' | 'house' | 'origin'>,
  person: { readonly id: Id; readonly name: string; readonly email: string },
): Promise<Answer> {
  const path = await db.as(identity, (tx) => makeLink(tx, person.id));
  return render(PasswordLinkView({ house, person, link: `${origin}${path}` }));
}
