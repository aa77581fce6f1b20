import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Identity } from '../database/database.ts';
import type { Answer } from './answer.ts';
import { keepLateForm, showStaleForm } from './kept-form.ts';
import { inOnePiece } from './last-check.ts';
import { type Page, type PageRequest, type Typed, wordsAreLookedAt } from './page.ts';
import { childOf, type Passed, passGate } from './pass-gate.ts';
import { type ReadForm, readForm, understand } from './read-form.ts';
import { htmlOf, type Visit, visitOf } from './visit.ts';
import {
  type AccessLine,
  askPath,
  type Content,
  type Leaving,
  SECOND_FACTOR,
  SIGN_IN,
  type WebOptions,
} from './web-options.ts';

/**
 * The slice, in order: who asks, may they, may they open this child, what is asked, the page's own answer, the line in the
 * access log, the last check, the answer.
 */
export async function servePage(
  options: WebOptions,
  page: Page,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const visit = await visitOf(options, request, reply);
  if (page.permission !== null) {
    if (!visit.person) {
      const late = await keepLateForm(options, page, request, visit);
      return late ? visit.send(403, late) : reply.redirect(signInAddress(request, visit), 303);
    }
    if (!options.may(visit.person, page.permission)) {
      await keep(options, page, visit, { outcome: 'not-permitted', children: childOf(paramsOf(request)) });
      return visit.send(403, options.notices.notAllowed(visit.house));
    }
  }
  const passed = await passGate(options, page, request.params, visit.person);
  if (passed.is !== 'open') return turnAway(options, page, visit, passed, reply);
  const form =
    page.method === 'post' ? await readForm(request, page.upload, options.uploads, visit.isOurForm) : NO_FORM;
  try {
    if (!form.ours) {
      const why = visit.fromOurPage ? 'another session' : 'another site';
      options.log('web.form-refused', { page: page.path, why, person: visit.person?.id });
      const stale = await showStaleForm(options, request, visit, form);
      return visit.send(403, stale ?? options.notices.staleForm(visit.house));
    }
    const asked = pageRequest(options, page, request, { visit, form, passed });
    const answer: Answer = asked ? await handled(options, page, asked, form.typed) : { is: 'not-found' };
    const kept = keep(options, page, visit, {
      outcome: outcomeOf(page, answer),
      children: answer.children ?? childOf(paramsOf(request)),
      relation: passed.opened?.relation ?? null,
      opening: passed.opening,
      what: answer.is === 'file' ? 'export' : null,
    });
    const leaving = {
      identity: identityOf(visit, passed),
      typed: typedIn(form.typed, request.query),
      passing: [visit.house.nonce, visit.csrf],
    };
    if (answer.is === 'file') await kept; // a file of the log has its own line in it, every time
    const [content] = await Promise.all([lookedAt(options, answer, leaving), kept]);
    return await send(options, visit, answer, reply, content);
  } finally {
    for (const upload of form.uploads) await upload.discard();
  }
}

const paramsOf = (request: FastifyRequest) => request.params as Readonly<Record<string, unknown>>;

/** Not opened: asked for a reason, or not found. A record that is hidden answers exactly as one that is not there. */
async function turnAway(
  options: WebOptions,
  page: Page,
  visit: Visit,
  passed: Exclude<Passed, { is: 'open' }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const children = passed.is === 'nobody' ? [] : [passed.child];
  await keep(options, page, visit, { outcome: passed.is === 'ask' ? 'not-permitted' : 'not-found', children });
  return passed.is === 'ask'
    ? reply.redirect(askPath(passed.child), 303)
    : visit.send(404, options.notices.notFound(visit.house));
}

const NO_FORM: ReadForm = { ours: true, typed: {}, uploads: [] };

/** Longer than any address of ours; as the way on from signing in, a browser could no longer ask for it. */
const LONGEST_WAY_ON = 2_000;

/** Where to go on after signing in; a form that was posted, or an address without end, starts again from the first page. */
function signInAddress({ method, url }: FastifyRequest, { entering }: Visit): string {
  if (entering) return SECOND_FACTOR;
  const way = encodeURIComponent(url);
  return method === 'GET' && url !== '/' && way.length <= LONGEST_WAY_ON ? `${SIGN_IN}?next=${way}` : SIGN_IN;
}

/** Puts together what the page is asked; undefined when path or query do not fit. */
function pageRequest(
  { clock, db }: WebOptions,
  page: Page,
  request: FastifyRequest,
  { visit, form, passed }: { visit: Visit; form: ReadForm; passed: Extract<Passed, { is: 'open' }> },
): PageRequest<unknown, unknown, unknown, unknown> | undefined {
  const params = page.params?.safeParse(request.params);
  const query = page.query?.safeParse(request.query);
  if (params?.success === false || query?.success === false) return undefined;
  return {
    params: params ? params.data : request.params,
    query: query ? query.data : request.query,
    body: understand(page.body, form.typed),
    upload: form.uploads[0],
    uploads: form.uploads,
    person: visit.person,
    entering: visit.entering,
    identity: identityOf(visit, passed),
    opened: passed.opened,
    now: clock.now(),
    today: clock.today(),
    db,
    csrf: visit.csrf,
    house: visit.house,
    url: request.url,
    from: request.ip,
    agent: request.headers['user-agent'] ?? '',
    origin: `${request.protocol}://${request.host}`,
  };
}

/** The page's own answer, once the house has looked at the words of the form. */
async function handled(
  { lookAtWords }: WebOptions,
  page: Page,
  asked: PageRequest<unknown, unknown, unknown, unknown>,
  typed: Typed,
): Promise<Answer> {
  if (lookAtWords && wordsAreLookedAt(page)) {
    const view = await lookAtWords({ ...asked, typed, meantForPlaces: page.meantForPlaces ?? [] });
    if (view) return { is: 'refused', status: 422, view };
  }
  return page.handle(asked as PageRequest<never, never, never, never>);
}

/** Who asks the database for this page, with the child whom the gate has opened. */
const identityOf = ({ person }: Visit, { opened, books }: Extract<Passed, { is: 'open' }>): Identity => ({
  person: person?.id ?? 'visitor',
  purpose: 'request',
  ...(opened ? { opened: { books, relation: opened.relation } } : {}),
});

/** All that somebody typed into a form or an address: they may be shown it again. */
const typedIn = (typed: Typed, query: unknown): string[] =>
  [...Object.values(typed), ...Object.values(query as Readonly<Record<string, unknown>>)]
    .flat()
    .filter((text) => typeof text === 'string');

function outcomeOf(page: Page, { is }: Answer): AccessLine['outcome'] {
  if (is === 'not-found' || is === 'refused') return is;
  return page.method === 'post' ? 'done' : 'shown';
}

type Kept = Pick<AccessLine, 'outcome' | 'children'> & Partial<Pick<AccessLine, 'relation' | 'opening' | 'what'>>;

async function keep(
  { clock, keepAccess }: WebOptions,
  page: Page,
  { person }: Visit,
  { relation = null, opening = null, what = null, ...kept }: Kept,
): Promise<void> {
  if (!person || typeof page.audit !== 'string') return;
  await keepAccess({ at: clock.now(), person: person.id, event: page.audit, relation, opening, what, ...kept });
}

/** What the answer carries, made and looked at while the line of the access log is on its way; null where it carries nothing. */
async function lookedAt(
  { lastCheck }: WebOptions,
  answer: Answer,
  leaving: Omit<Leaving, 'content'>,
): Promise<Content | null> {
  switch (answer.is) {
    case 'render':
    case 'refused':
      return lastCheck({ content: () => htmlOf(answer.view), ...leaving });
    case 'json':
      return lastCheck({ content: () => JSON.stringify(answer.value), type: 'application/json', ...leaving });
    case 'file': {
      const whole = await inOnePiece(answer.content);
      return lastCheck({ content: () => whole, type: answer.type, ...leaving });
    }
    default:
      return null;
  }
}

/** `content` is what the answer carries, as it may leave. */
async function send(
  options: WebOptions,
  visit: Visit,
  answer: Answer,
  reply: FastifyReply,
  content: Content | null,
): Promise<FastifyReply> {
  switch (answer.is) {
    case 'render':
    case 'refused':
      return reply
        .code(answer.status ?? 200)
        .type('text/html; charset=utf-8')
        .send(content);
    case 'not-found':
      return visit.send(404, options.notices.notFound(visit.house));
    case 'redirect':
      return reply.redirect(answer.to, 303);
    case 'json':
      return reply.type('application/json; charset=utf-8').send(content);
    case 'file':
      return reply
        .type(answer.type)
        .header('content-disposition', `attachment; filename="${answer.name.replace(/[^\w.-]+/g, '-')}"`)
        .send(content);
    case 'signed-in':
      if (visit.session) await options.endSession(visit.session);
      visit.startSession(answer.session);
      return reply.redirect(answer.to, 303);
    case 'signed-out':
      if (visit.session) await options.endSession(visit.session);
      visit.forgetSession();
      return reply.header('clear-site-data', '"storage"').redirect(answer.to, 303);
  }
}
