import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Id, id } from '../../kernel/id.ts';
import type { Answer } from './answer.ts';
import type { Page, PageRequest } from './page.ts';
import { type ReadForm, readForm, understand } from './read-form.ts';
import { type Visit, visitOf } from './visit.ts';
import { type AccessLine, SIGN_IN, type WebOptions } from './web-options.ts';

/** The slice, in order: who asks, may they, what is asked, the page's own answer, the line in the access log, the answer. */
export async function servePage(
  options: WebOptions,
  page: Page,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const visit = await visitOf(options, request, reply);
  if (page.permission !== null) {
    if (!visit.person) return reply.redirect(signInAddress(request), 303);
    if (!options.may(visit.person, page.permission)) {
      await keep(options, page, visit, 'not-permitted', childOf(request));
      return visit.send(403, options.notices.notAllowed(visit.house));
    }
  }
  const form =
    page.method === 'post' ? await readForm(request, page.upload, options.uploads, visit.isOurForm) : NO_FORM;
  try {
    if (!form.ours) return visit.send(403, options.notices.staleForm(visit.house));
    const asked = pageRequest(options, page, request, visit, form);
    const answer: Answer = asked
      ? await page.handle(asked as PageRequest<never, never, never, never>)
      : { is: 'not-found' };
    await keep(options, page, visit, outcomeOf(page, answer), answer.children ?? childOf(request));
    return await send(options, visit, answer, reply);
  } finally {
    for (const upload of form.uploads) await upload.discard();
  }
}

const NO_FORM: ReadForm = { ours: true, typed: {}, uploads: [] };

/** Where to go on after signing in; a form that was posted starts again from the first page. */
const signInAddress = (request: FastifyRequest): string =>
  request.method === 'GET' && request.url !== '/' ? `${SIGN_IN}?next=${encodeURIComponent(request.url)}` : SIGN_IN;

/** Puts together what the page is asked; undefined when path or query do not fit. */
function pageRequest(
  { clock, db }: WebOptions,
  page: Page,
  request: FastifyRequest,
  visit: Visit,
  form: ReadForm,
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
    identity: { person: visit.person?.id ?? 'visitor', purpose: 'request' },
    now: clock.now(),
    today: clock.today(),
    db,
    csrf: visit.csrf,
    house: visit.house,
    url: request.url,
    from: request.ip,
  };
}

function outcomeOf(page: Page, { is }: Answer): AccessLine['outcome'] {
  if (is === 'not-found' || is === 'refused') return is;
  return page.method === 'post' ? 'done' : 'shown';
}

async function keep(
  { clock, keepAccess }: WebOptions,
  page: Page,
  { person }: Visit,
  outcome: AccessLine['outcome'],
  children: readonly Id[],
): Promise<void> {
  if (!person || typeof page.audit !== 'string') return;
  await keepAccess({ at: clock.now(), person: person.id, event: page.audit, outcome, children });
}

function childOf(request: FastifyRequest): Id[] {
  const child = id(String((request.params as Record<string, unknown>).child ?? ''));
  return child ? [child] : [];
}

async function send(options: WebOptions, visit: Visit, answer: Answer, reply: FastifyReply): Promise<FastifyReply> {
  switch (answer.is) {
    case 'render':
      return visit.send(answer.status ?? 200, answer.view);
    case 'refused':
      return visit.send(answer.status, answer.view);
    case 'not-found':
      return visit.send(404, options.notices.notFound(visit.house));
    case 'redirect':
      return reply.redirect(answer.to, 303);
    case 'json':
      return reply.send(answer.value);
    case 'file':
      return reply
        .type(answer.type)
        .header('content-disposition', `attachment; filename="${answer.name.replace(/[^\w.-]+/g, '-')}"`)
        .send(answer.content);
    case 'signed-in':
      if (visit.session) await options.endSession(visit.session);
      visit.startSession(answer.session);
      return reply.redirect(answer.to, 303);
    case 'signed-out':
      if (visit.session) await options.endSession(visit.session);
      visit.forgetSession();
      return reply.redirect(answer.to, 303);
  }
}
