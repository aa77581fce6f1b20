import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { bareHouse } from './fault.ts';
import { sendView } from './visit.ts';
import type { WebOptions } from './web-options.ts';

const MINUTE = 60_000;
/** Stylesheets, scripts and the sign of life are not counted: nobody learns anything from them. */
const FREE = /^\/(assets\/|favicon\.ico$|health$)/;
/** A form is refused only at many times what hands can do: what somebody wrote is not lost to a limit. */
const FORMS = 4;

/** Counts what each asks for in a minute of the machine's clock, in the memory of this process. */
class Counted {
  private minute = 0;
  private counts = new Map<string, number>();

  next(who: string, at: number): number {
    const minute = Math.floor(at / MINUTE);
    if (minute !== this.minute) [this.minute, this.counts] = [minute, new Map()];
    const count = (this.counts.get(who) ?? 0) + 1;
    this.counts.set(who, count);
    return count;
  }
}

/**
 * A hook that gives one session, or one network address without a session, `perMinute` pages a minute: who takes a county away
 * page by page is slowed, and the log says so once a minute. `wall` is the machine's clock, in milliseconds.
 */
export function paced(options: WebOptions, perMinute: number, wall: () => number = Date.now) {
  const counted = new Counted();
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    if (FREE.test(request.url)) return undefined;
    const allowed = request.method === 'GET' ? perMinute : FORMS * perMinute;
    const count = counted.next(whoAsks(request), wall());
    if (count <= allowed) return undefined;
    if (count === allowed + 1) options.log('web.too-many', { status: 429 });
    reply.header('retry-after', '60');
    return sendView(reply, 429, options.notices.fault(await bareHouse(options, request.nonce), 429, 'too-many'));
  };
}

/** The session that they say they are in, or their address; hashed, since neither is to lie in memory as a list. */
function whoAsks({ headers, ip }: FastifyRequest): string {
  const session = /(?:^|;\s*)(?:__Host-)?sightline-session=([^;]+)/.exec(headers.cookie ?? '')?.[1];
  return createHash('sha256')
    .update(session ? `session ${session}` : `address ${ip}`)
    .digest('base64');
}
