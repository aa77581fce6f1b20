import { randomBytes } from 'node:crypto';
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { formToken, isFormToken } from './form-token.ts';
import type { House, SignedIn } from './page.ts';
import { SIGN_OUT, type WebOptions } from './web-options.ts';

/** Set at sign-in; of the session the database knows only a hash of it. */
const SESSION_COOKIE = 'sightline-session';
/** Binds the forms of somebody who is not signed in yet: nobody can be signed in as another by a foreign page. */
const VISITOR_COOKIE = 'sightline-visitor';

/** One request as the house sees it: who asks, and how to answer. */
export type Visit = {
  readonly person: SignedIn | undefined;
  readonly session: string | undefined;
  readonly house: House;
  readonly csrf: string;
  isOurForm(token: unknown): boolean;
  send(status: number, view: VNode): FastifyReply;
  startSession(session: string): void;
  forgetSession(): void;
};

/** Finds out who asks. Throws when the database cannot tell. */
export async function visitOf(options: WebOptions, request: FastifyRequest, reply: FastifyReply): Promise<Visit> {
  const session = request.cookies[SESSION_COOKIE];
  const [person, face] = await Promise.all([session ? options.personOf(session) : undefined, options.face()]);
  const secret = person && session ? session : visitorSecret(request, reply);
  const csrf = formToken(secret);
  const house: House = {
    ...face,
    nonce: request.nonce,
    person: person ? { name: person.name, role: options.roleOf(person) } : null,
    nav: person ? options.nav(person) : [],
    signOut: person ? { action: SIGN_OUT, csrf } : null,
  };
  return {
    person,
    session: person ? session : undefined,
    house,
    csrf,
    isOurForm: (token) => isFormToken(token, secret) && isOurOrigin(request),
    send: (status, view) => sendView(reply, status, view),
    startSession: (started) => {
      reply.setCookie(SESSION_COOKIE, started, cookieOptions(request));
      reply.clearCookie(VISITOR_COOKIE, cookieOptions(request));
    },
    forgetSession: () => reply.clearCookie(SESSION_COOKIE, cookieOptions(request)),
  };
}

export const sendView = (reply: FastifyReply, status: number, view: VNode): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').send(htmlOf(view));

export const htmlOf = (view: VNode): string => `<!doctype html>${renderToString(view)}`;

function visitorSecret(request: FastifyRequest, reply: FastifyReply): string {
  const known = request.cookies[VISITOR_COOKIE];
  if (known && /^[\w-]{32}$/.test(known)) return known;
  const fresh = randomBytes(24).toString('base64url');
  if (request.method === 'GET') reply.setCookie(VISITOR_COOKIE, fresh, cookieOptions(request));
  return fresh;
}

/** Lax: a link in a message still finds its reader signed in, and no foreign form is sent with the cookie. */
const cookieOptions = (request: FastifyRequest): CookieSerializeOptions => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax',
  secure: request.protocol === 'https',
});

/** A browser says where a form came from. An old one that does not say is held to the token alone. */
function isOurOrigin(request: FastifyRequest): boolean {
  const origin = request.headers.origin;
  if (origin === undefined) return true;
  const ours = `${request.protocol}://${request.host}`;
  return URL.canParse(origin) && URL.canParse(ours) && new URL(origin).host === new URL(ours).host;
}
