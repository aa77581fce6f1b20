import type { FastifyInstance, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';

/** How the server stands in the network: where it listens, who stands before it, and how long it waits for whom. */
export type Serving = {
  /** The address that it listens on. */
  readonly listen: string;
  /** As people type it, `https://sightline.example.gov.uk`; undefined on a machine of its own. */
  readonly publicUrl: URL | undefined;
  /** Addresses and networks whose word about the reader's own address and TLS is believed. */
  readonly trustProxy: readonly string[];
  readonly limits: ServingLimits;
};

export type ServingLimits = {
  /** Seconds in which a whole request must have come; a census of a large council over a slow line takes minutes. */
  readonly requestSeconds: number;
  /** Seconds for which a connection may be silent while a request or an answer is under way. */
  readonly silentSeconds: number;
  /** Seconds for which a connection is kept for the next request. */
  readonly idleSeconds: number;
  /** All header lines of a request together, in bytes. */
  readonly headerBytes: number;
};

export const SAFE_LIMITS: ServingLimits = {
  requestSeconds: 600,
  silentSeconds: 120,
  idleSeconds: 60,
  headerBytes: 16_384,
};

/** On this machine alone, without a proxy. */
export const ON_THIS_MACHINE: Serving = {
  listen: '127.0.0.1',
  publicUrl: undefined,
  trustProxy: ['loopback'],
  limits: SAFE_LIMITS,
};

/** What the framework is told of it. */
export const serverOptions = ({
  trustProxy,
  limits,
}: Serving): Pick<FastifyServerOptions, 'trustProxy' | 'requestTimeout' | 'connectionTimeout' | 'keepAliveTimeout'> & {
  http: { maxHeaderSize: number; headersTimeout: number };
} => ({
  trustProxy: [...trustProxy],
  requestTimeout: limits.requestSeconds * 1000,
  connectionTimeout: limits.silentSeconds * 1000,
  keepAliveTimeout: limits.idleSeconds * 1000,
  http: { maxHeaderSize: limits.headerBytes, headersTimeout: Math.min(60, limits.requestSeconds) * 1000 },
});

/**
 * Lets nothing be read or sent but at the public address over TLS: a page that is asked for otherwise is sent there, and a form is
 * refused, for its words have been on the wire already. Whether a proxy lives is asked without.
 */
export function onlyAtPublicAddress(web: FastifyInstance, { publicUrl }: Serving): void {
  if (publicUrl?.protocol !== 'https:') return;
  web.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.url === '/health') return undefined;
    if (request.protocol === 'https' && request.host === publicUrl.host) return undefined;
    if (request.method !== 'GET')
      return reply.code(421).type('text/plain').send(`This is sent to ${publicUrl.origin} alone.`);
    // Behind a proxy that does not say that it speaks TLS this would go round in a circle for ever.
    if (request.host === publicUrl.host && request.headers['x-forwarded-proto'] === undefined)
      return reply
        .code(421)
        .type('text/plain')
        .send('The proxy before Sightline must say X-Forwarded-Proto, and be named in SIGHTLINE_TRUST_PROXY.');
    return reply.redirect(
      new URL(request.url, publicUrl).origin === publicUrl.origin
        ? `${publicUrl.origin}${request.url}`
        : publicUrl.href,
      308,
    );
  });
}
