import { z } from 'zod';
import { type Answer, notFound, refuse, render } from '../../../../../platform/http/answer.ts';
import { type FieldFault, type Page, type PageRequest, page } from '../../../../../platform/http/page.ts';
import { faultOfPassword } from '../../../core/signing-in/password-rule.ts';
import { changePassword, hasPassword } from '../../../store/signing-in/change-password.ts';
import { isCommonPassword } from '../../../store/signing-in/common-passwords.ts';
import type { Door } from '../door.ts';
import { tooMany } from '../let-in.ts';
import { MY_ACCOUNT, MY_PASSWORD } from '../my-account/my-account-paths.ts';
import { ChangePasswordView } from './change-password.view.tsx';

const OWN = {
  path: MY_PASSWORD,
  permission: 'account:own',
  about: 'nobody',
  audit: { none: 'one’s own account, and no child is shown' },
} as const;
type Typed = { readonly 'present-password': string; readonly password: string };
type Asked<Body = unknown> = PageRequest<unknown, unknown, Body>;

const show = ({ house, csrf, person }: Asked, faults: readonly FieldFault[] = []) =>
  ChangePasswordView({ house, csrf, name: person.name, email: person.email, action: MY_PASSWORD, faults });

/** Changing one's own password. Not found for who has none here. */
export const changePasswordPages = (door: Door): readonly Page[] => [
  page({
    ...OWN,
    handle: async (asked) => ((await hasPassword(asked.db, asked.person)) ? render(show(asked)) : notFound),
  }),
  page({
    ...OWN,
    method: 'post',
    body: z.object({ 'present-password': z.string().max(200).catch(''), password: z.string().catch('') }),
    handle: (asked) => change(door, asked),
  }),
];

const NOTHING: Typed = { 'present-password': '', password: '' };

async function change(door: Door, asked: Asked<Typed>): Promise<Answer> {
  const { db, person, body } = asked;
  const { 'present-password': present, password } = body.ok ? body.value : NOTHING;
  const wrong = faultOfPassword(password, person, isCommonPassword);
  const faults: FieldFault[] = [
    ...(present === '' ? [{ field: 'present-password', text: 'Enter your present password' }] : []),
    ...(wrong === undefined ? [] : [{ field: 'password', text: wrong }]),
  ];
  if (faults.length > 0) return refuse(422, show(asked, faults));
  const outcome = await changePassword(db, door.keys, person, { present, next: password });
  door.log(`password.${outcome.is}`, { person: person.id });
  switch (outcome.is) {
    case 'changed':
      return { is: 'signed-in', session: outcome.session, to: MY_ACCOUNT };
    case 'wrong':
      return refuse(422, show(asked, [{ field: 'present-password', text: 'This is not your present password' }]));
    case 'too-many':
      return refuse(422, show(asked, [{ field: 'present-password', text: tooMany(outcome.until) }]));
  }
}
