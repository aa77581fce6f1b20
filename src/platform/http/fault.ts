import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { faultForLog } from '../log/log.ts';
import type { House } from './page.ts';
import { sendView } from './visit.ts';
import type { WebOptions } from './web-options.ts';

/** Answers what went wrong: a reference for the reader, and the same reference with the details in the log. */
export async function serveFault(
  options: WebOptions,
  fault: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const given = (fault as { statusCode?: number }).statusCode ?? 500;
  const status = given >= 400 && given < 500 ? given : 500;
  const reference = randomBytes(5).toString('hex');
  options.log('web.fault', {
    reference,
    status,
    page: `${request.method} ${request.routeOptions.url ?? '?'}`,
    ...faultForLog(fault),
  });
  return sendView(reply, status, options.notices.fault(await bareHouse(options, request.nonce), status, reference));
}

/** Nobody's page: the fault may be that nobody can be looked up. */
export async function bareHouse({ face }: WebOptions, nonce: string): Promise<House> {
  const known = await face().catch(
    () => ({ council: 'this council', colour: null, mark: 'real', trial: false }) as const,
  );
  return { ...known, nonce, person: null, nav: [], signOut: null };
}
