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
  reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  if (!request.url.startsWith('/assets/')) reply.header('cache-control', 'no-store');
  if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000');
}
