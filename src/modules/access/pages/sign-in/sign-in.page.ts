import { z } from 'zod';
import { type Answer, redirect, refuse, render } from '../../../../platform/http/answer.ts';
import { type FieldFault, openPage, type PageRequest, page, type SignedIn } from '../../../../platform/http/page.ts';
import { SIGN_IN, SIGN_OUT } from '../../../../platform/http/web-options.ts';
import { firstPageOf } from '../../core/permission.ts';
import { signInWithPassword } from '../../store/sign-in.ts';
import { SignInView } from './sign-in.view.tsx';

const BEFORE_SIGN_IN = { none: 'nobody is known before sign-in, and no child is shown' };

/** An address inside this house, never one to which a foreign link would like to send somebody. */
const ourPath = z
  .string()
  .regex(/^\/(?![/\\])[\w\-./?=&%:]*$/)
  .catch('');

type Asked = Pick<PageRequest<unknown, unknown, unknown, SignedIn | undefined>, 'house' | 'csrf'>;

const show = ({ house, csrf }: Asked, next: string, email = '', faults: readonly FieldFault[] = []) =>
  SignInView({ house, csrf, next, email, faults });

/** `/` leads a visitor to sign in, and everybody else to their first page. */
export const frontDoor = openPage({
  path: '/',
  audit: BEFORE_SIGN_IN,
  handle: async ({ person }) => redirect(person ? firstPageOf(person.roles) : SIGN_IN),
});

export const showSignIn = openPage({
  path: SIGN_IN,
  audit: BEFORE_SIGN_IN,
  query: z.object({ next: ourPath }),
  handle: async (request) =>
    request.person ? redirect(firstPageOf(request.person.roles)) : render(show(request, request.query.next)),
});

export const signIn = openPage({
  method: 'post',
  path: SIGN_IN,
  audit: BEFORE_SIGN_IN,
  body: z.object({
    email: z
      .string('Enter your e-mail address')
      .trim()
      .min(1, 'Enter your e-mail address')
      .max(254, 'Enter an e-mail address'),
    password: z.string('Enter your password').min(1, 'Enter your password').max(200, 'Password is too long'),
    next: ourPath,
  }),
  handle: async (request): Promise<Answer> => {
    const { body, db, from } = request;
    const typedEmail = String(body.typed.email ?? '');
    if (!body.ok) return refuse(422, show(request, ourPath.parse(body.typed.next), typedEmail, body.faults));
    const { email, password, next } = body.value;
    const outcome = await signInWithPassword(db, { email, password, from });
    if (outcome.is === 'in') return { is: 'signed-in', session: outcome.session, to: next || '/' };
    const text =
      outcome.is === 'wrong'
        ? 'The e-mail address or the password is not right'
        : 'There were too many wrong passwords. Wait 15 minutes, then try again';
    return refuse(422, show(request, next, typedEmail, [{ field: 'email', text }]));
  },
});

export const signOut = page({
  method: 'post',
  path: SIGN_OUT,
  permission: 'account:own',
  about: 'nobody',
  audit: 'person.signed-out',
  handle: async () => ({ is: 'signed-out', to: SIGN_IN }),
});
