import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import fstatic from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import { serveFault } from './fault.ts';
import { paced } from './pace.ts';
import { policyHeaders } from './policy-headers.ts';
import { servePage } from './serve-page.ts';
import { ON_THIS_MACHINE, onlyAtPublicAddress, serverOptions } from './serving.ts';
import { visitOf } from './visit.ts';
import type { WebOptions } from './web-options.ts';

/** The web server; nobody else needs to know its framework. */
export type Web = FastifyInstance;

/** The server, ready to listen. Throws a sentence when a page could never be opened or two have one address. */
export async function createWeb(options: WebOptions): Promise<Web> {
  checkPages(options);
  const web = Fastify({
    logger: false, // ours keeps no address of a page, and no name
    ...serverOptions(options.serving ?? ON_THIS_MACHINE),
    exposeHeadRoutes: false,
    bodyLimit: 1_048_576,
    routerOptions: { ignoreTrailingSlash: true },
    frameworkErrors: async (fault, request, reply) => {
      await policyHeaders(request, reply); // an address that cannot be read comes to no hook
      return serveFault(options, fault, request, reply);
    },
  });
  web.removeAllContentTypeParsers(); // forms only: no other site can send us JSON with somebody's cookie
  await web.register(cookie);
  await web.register(formbody);
  await web.register(multipart, { throwFileSizeLimit: false, limits: { files: 20, fields: 100, fieldSize: 65_536 } });
  await web.register(fstatic, {
    root: options.assets,
    prefix: '/assets/',
    index: false,
    cacheControl: true,
    maxAge: '10m',
  });
  web.addHook('onRequest', policyHeaders);
  if (options.pagesPerMinute) web.addHook('onRequest', paced(options, options.pagesPerMinute));
  onlyAtPublicAddress(web, options.serving ?? ON_THIS_MACHINE);
  web.get('/favicon.ico', (_request, reply) => reply.sendFile('favicon.svg'));
  web.get('/health', () => ({ ok: true }));
  for (const each of options.pages)
    web.route({
      method: (each.method ?? 'get').toUpperCase() as 'GET' | 'POST',
      url: each.path,
      handler: (request, reply) => servePage(options, each, request, reply),
    });
  web.setNotFoundHandler(async (request, reply) => {
    const visit = await visitOf(options, request, reply);
    return visit.send(404, options.notices.notFound(visit.house));
  });
  web.setErrorHandler((fault, request, reply) => serveFault(options, fault, request, reply));
  return web;
}

function checkPages({ pages, grantable }: WebOptions): void {
  const seen = new Set<string>();
  for (const { method = 'get', path, permission } of pages) {
    if (permission !== null && !grantable.has(permission))
      throw new Error(`The page ${path} needs the permission ${permission}, which no role has.`);
    if (seen.has(`${method} ${path}`)) throw new Error(`Two pages answer ${method} ${path}.`);
    seen.add(`${method} ${path}`);
  }
}
