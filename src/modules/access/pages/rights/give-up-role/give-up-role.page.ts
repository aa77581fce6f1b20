import { z } from 'zod';
import { type Answer, redirect, refuse, render } from '../../../../../platform/http/answer.ts';
import { type Page, type PageRequest, page, type Typed } from '../../../../../platform/http/page.ts';
import type { FieldFault } from '../../../../../ui/error-summary.tsx';
import { typedIn } from '../../../../typed-form.ts';
import type { Writing } from '../../../../writing.ts';
import { type Role, role } from '../../../core/permission.ts';
import { refusalOfRights } from '../../../core/rights/rights-in-words.ts';
import { readRights, setRights } from '../../../store/rights/rights-store.ts';
import { MY_ACCOUNT, MY_ROLES } from '../../signing-in/my-account/my-account-paths.ts';
import { whyNeeded } from '../rights-form.ts';
import { GiveUpRoleView } from './give-up-role.view.tsx';

const OWN = { permission: 'account:own', about: 'nobody' } as const;
type Query = { readonly still: string };
type Asked = PageRequest<unknown, unknown, Typed>;

/** What one may do oneself, and the form that gives a role up: no administrator need be asked for that. */
export const giveUpRolePages = (writing: Writing): readonly Page[] => [
  page<unknown, Query>({
    ...OWN,
    path: MY_ROLES,
    audit: { none: 'one’s own roles, and no child is shown' },
    query: z.object({ still: z.string().catch('') }),
    handle: async (asked) => render(viewOf(asked, {}, [], asked.query.still === 'administrator')),
  }),
  page({
    ...OWN,
    method: 'post',
    path: MY_ROLES,
    audit: 'role.given-up',
    handle: (asked) => giveUp(writing, asked),
  }),
];

const viewOf = (
  { person, house, csrf }: Pick<Asked, 'person' | 'house' | 'csrf'>,
  typed: Typed,
  faults: readonly FieldFault[],
  stillAdministrator = false,
) =>
  GiveUpRoleView({
    house,
    csrf,
    roles: person.roles.flatMap((each) => role(each) ?? []),
    typed,
    faults,
    stillAdministrator,
  });

async function giveUp(writing: Writing, asked: Asked): Promise<Answer> {
  const { db, identity, now, today, person, body } = asked;
  const { typed } = body;
  const again = (faults: readonly FieldFault[]) => refuse(422, viewOf(asked, typed, faults));
  const given = role(typedIn(typed, 'role'));
  const before = (await db.as(identity, readRights)).find((each) => each.person === person.id);
  if (!before) throw new Error('Whoever is signed in has rights.');
  const choose =
    given && before.roles.includes(given) ? [] : [{ field: 'role', text: 'Choose the role that you give up' }];
  const faults = [...choose, ...whyNeeded(typed)];
  if (faults.length > 0) return again(faults);
  const roles: Role[] = before.roles.filter((each) => each !== given);
  const mayGrant = roles.includes('administrator') ? before.mayGrant : [];
  const because = typedIn(typed, 'because');
  const rights = { ...before, roles, mayGrant };
  const outcome = await setRights(db, writing, { identity, by: person.id, now, today }, { rights, because });
  return outcome.ok ? redirect(MY_ACCOUNT) : again([{ field: 'role', text: refusalOfRights(outcome.refusal) }]);
}
