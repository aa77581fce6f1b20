import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Lets this answer's own inline script and style run; made anew for each. */
    nonce: string;
  }
}

/** What the browser may do with an answer: nothing from elsewhere, nothing inline without the nonce, nothing kept. */
export async function policyHeaders(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  request.nonce = randomBytes(16).toString('base64');
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${request.nonce}'`,
    `style-src 'self' 'nonce-${request.nonce}'`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  reply.header('content-security-policy', directives.join('; '));
  reply.headers(FIXED);
  if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
}

/** The same on every answer. An asset that is there says itself how long it may be kept. */
const FIXED = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'referrer-policy': 'same-origin', // with `no-referrer` a browser would not say where our own forms come from
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
} as const;
