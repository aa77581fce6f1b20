import { randomBytes } from 'node:crypto';
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { formToken, isFormToken } from './form-token.ts';
import type { Entering, House, SignedIn } from './page.ts';
import { SIGN_OUT, type WebOptions } from './web-options.ts';

/** Set at sign-in; of the session the database knows only a hash of it. */
const SESSION = 'sightline-session';
/** Binds the forms of somebody who is not signed in yet: nobody can be signed in as another by a foreign page. */
const VISITOR = 'sightline-visitor';

/** Over TLS a browser holds a cookie called so to this host and to TLS: no neighbour of ours can plant one. */
const cookieName = (name: string, request: FastifyRequest): string =>
  request.protocol === 'https' ? `__Host-${name}` : name;

/** One request as the house sees it: who asks, and how to answer. */
export type Visit = {
  readonly person: SignedIn | undefined;
  /** Half-way through signing in: `person` is undefined, and nothing opens but what finishes it. */
  readonly entering: Entering | undefined;
  readonly session: string | undefined;
  readonly house: House;
  readonly csrf: string;
  isOurForm(token: unknown): boolean;
  /** Was it sent by a page of this house, as far as the browser says? */
  readonly fromOurPage: boolean;
  /** Makes sure that the form of this answer can be sent: the browser is given what binds it. */
  bindForm(): void;
  send(status: number, view: VNode): FastifyReply;
  startSession(session: string): void;
  forgetSession(): void;
};

/** Finds out who asks. Throws when the database cannot tell. */
export async function visitOf(options: WebOptions, request: FastifyRequest, reply: FastifyReply): Promise<Visit> {
  const session = request.cookies[cookieName(SESSION, request)];
  const [known, face] = await Promise.all([session ? options.personOf(session) : undefined, options.face()]);
  const entering = known && 'awaits' in known ? known : undefined;
  const person = entering ? undefined : known;
  const secret = known && session ? session : visitorSecret(request, reply);
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
    entering,
    session: known ? session : undefined,
    house,
    csrf,
    isOurForm: (token) => isFormToken(token, secret) && isOurOrigin(request),
    fromOurPage: isOurOrigin(request),
    bindForm: () => {
      if (!known) reply.setCookie(cookieName(VISITOR, request), secret, cookieOptions(request));
    },
    send: (status, view) => sendView(reply, status, view),
    startSession: (started) => {
      reply.setCookie(cookieName(SESSION, request), started, cookieOptions(request));
      reply.clearCookie(cookieName(VISITOR, request), cookieOptions(request));
    },
    forgetSession: () => reply.clearCookie(cookieName(SESSION, request), cookieOptions(request)),
  };
}

export const sendView = (reply: FastifyReply, status: number, view: VNode): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').send(htmlOf(view));

export const htmlOf = (view: VNode): string => `<!doctype html>${renderToString(view)}`;

function visitorSecret(request: FastifyRequest, reply: FastifyReply): string {
  const known = request.cookies[cookieName(VISITOR, request)];
  if (known && /^[\w-]{32}$/.test(known)) return known;
  const fresh = randomBytes(24).toString('base64url');
  if (request.method === 'GET') reply.setCookie(cookieName(VISITOR, request), fresh, cookieOptions(request));
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
