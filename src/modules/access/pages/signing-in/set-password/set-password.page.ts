import { z } from 'zod';
import { type Answer, redirect, refuse, render } from '../../../../../platform/http/answer.ts';
import { type FieldFault, openPage, type Page, type SignedIn } from '../../../../../platform/http/page.ts';
import { SIGN_IN } from '../../../../../platform/http/web-options.ts';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { rolesInWords } from '../../../core/permission.ts';
import { faultOfPassword } from '../../../core/signing-in/password-rule.ts';
import { isCommonPassword } from '../../../store/signing-in/common-passwords.ts';
import { personOfLink, usePasswordLink } from '../../../store/signing-in/one-time-link.ts';
import { signInWithPassword } from '../../../store/signing-in/sign-in.ts';
import type { Door } from '../door.ts';
import { letIn, originOf } from '../let-in.ts';
import { SetPasswordView, SpentLinkView } from './set-password.view.tsx';

const PATH = '/set-password/:link';
const params = z.object({ link: z.string().regex(/^[\w-]{20,80}$/) });
const BEFORE_SIGN_IN = { none: 'whoever holds the link is not signed in yet, and no child is shown' };

type Asked = { readonly house: HousePage; readonly csrf: string; readonly params: { readonly link: string } };

const show = ({ house, csrf, params: { link } }: Asked, person: SignedIn, faults: readonly FieldFault[] = []) =>
  SetPasswordView({
    house,
    csrf,
    action: `/set-password/${link}`,
    name: person.name,
    email: person.email,
    roles: rolesInWords(person.roles),
    holdsTwoRoles: person.roles.includes('administrator') && person.roles.length > 1,
    faults,
  });

const spent = ({ house }: Asked): Answer => render(SpentLinkView({ house }), { status: 404 });

const showSetPassword = openPage({
  path: PATH,
  audit: BEFORE_SIGN_IN,
  params,
  handle: async (request) => {
    const person = await personOfLink(request.db, request.params.link);
    return person ? render(show(request, person)) : spent(request);
  },
});

const setPasswordOfLink = (door: Door): Page =>
  openPage({
    method: 'post',
    path: PATH,
    audit: BEFORE_SIGN_IN,
    params,
    body: z.object({ password: z.string().catch('') }),
    handle: async (request): Promise<Answer> => {
      const { db, body } = request;
      const person = await personOfLink(db, request.params.link);
      if (!person || !body.ok) return spent(request);
      const { password } = body.value;
      const text = faultOfPassword(password, person, isCommonPassword);
      if (text !== undefined) return refuse(422, show(request, person, [{ field: 'password', text }]));
      if (!(await usePasswordLink(db, request.params.link, password))) return spent(request);
      door.log('password.set', { person: person.id });
      const origin = originOf(request);
      const outcome = await signInWithPassword(db, { email: person.email, password, origin, real: door.real });
      return outcome.is === 'in' ? letIn(outcome, '', false) : redirect(SIGN_IN);
    },
  });

/** Choosing a password by a link that works once. */
export const setPasswordPages = (door: Door): readonly Page[] => [showSetPassword, setPasswordOfLink(door)];
