import { z } from 'zod';
import { type Answer, redirect, refuse, render } from '../../../../../platform/http/answer.ts';
import {
  type FieldFault,
  openPage,
  type Page,
  type PageRequest,
  page,
  type SignedIn,
} from '../../../../../platform/http/page.ts';
import { SECOND_FACTOR, SIGN_IN, SIGN_OUT } from '../../../../../platform/http/web-options.ts';
import { firstPageOf } from '../../../core/permission.ts';
import { signInWithPassword } from '../../../store/signing-in/sign-in.ts';
import type { Door } from '../door.ts';
import { keptField, letIn, originOf, ourPath, whyNot } from '../let-in.ts';
import { SignInView } from './sign-in.view.tsx';

export const BEFORE_SIGN_IN = { none: 'nobody is known before sign-in, and no child is shown' };

type Asked = PageRequest<unknown, unknown, unknown, SignedIn | undefined>;
type Carried = { readonly next: string; readonly kept: string };

/** The sign-in page, with what it carries on; also what another way of signing in answers when it refuses. */
export const showSignIn = (
  door: Pick<Door, 'provider'>,
  { house, csrf }: Pick<Asked, 'house' | 'csrf'>,
  { next, kept }: Carried,
  more: { email?: string; faults?: readonly FieldFault[] } = {},
) =>
  SignInView({
    house,
    csrf,
    next,
    kept: kept ? { is: 'carried', sealed: kept } : { is: 'none' },
    council: door.provider !== undefined,
    email: more.email ?? '',
    faults: more.faults ?? [],
  });

/** `/` leads a visitor to sign in, and everybody else to their first page. */
export const frontDoor = openPage({
  path: '/',
  audit: BEFORE_SIGN_IN,
  handle: async ({ person, entering }) =>
    redirect(person ? firstPageOf(person.roles) : entering ? SECOND_FACTOR : SIGN_IN),
});

const askToSignIn = (door: Door): Page =>
  openPage({
    path: SIGN_IN,
    audit: BEFORE_SIGN_IN,
    // `again` is for who is signed in and must show anew that it is they.
    query: z.object({ next: ourPath, again: z.literal('1').optional().catch(undefined) }),
    handle: async (request) =>
      request.person && !request.query.again
        ? redirect(firstPageOf(request.person.roles))
        : render(showSignIn(door, request, { next: request.query.next, kept: '' })),
  });

const signIn = (door: Door): Page =>
  openPage({
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
      kept: keptField,
    }),
    handle: async (request): Promise<Answer> => {
      const { body, db } = request;
      const email = String(body.typed.email ?? '');
      const carried = { next: ourPath.parse(body.typed.next), kept: keptField.parse(body.typed.kept) };
      if (!body.ok) return refuse(422, showSignIn(door, request, carried, { email, faults: body.faults }));
      const { password } = body.value;
      const outcome = await signInWithPassword(db, {
        email,
        password,
        origin: originOf(request),
        real: door.real,
        kept: carried.kept || null,
      });
      if (outcome.is === 'in') {
        door.log('sign-in.right', { way: 'password', person: outcome.person, awaits: outcome.awaits ?? 'nothing' });
        return letIn(outcome, carried.next, carried.kept !== '');
      }
      door.log(`sign-in.${outcome.is}`, { way: 'password' });
      const faults = [{ field: 'email', text: whyNot(outcome) }];
      return refuse(422, showSignIn(door, request, carried, { email, faults }));
    },
  });

const signOut = page({
  method: 'post',
  path: SIGN_OUT,
  permission: 'account:own',
  about: 'nobody',
  audit: 'person.signed-out',
  handle: async () => ({ is: 'signed-out', to: SIGN_IN }),
});

/** Signing in with a password, and out. */
export const signInPages = (door: Door): readonly Page[] => [frontDoor, askToSignIn(door), signIn(door), signOut];
