import { readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { projectRoot } from './chromium.ts';

/** Addresses of examples lead here; nothing leaves the browser. */
export const ORIGIN = 'http://sightline.test';

const TYPES: Record<string, string> = { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' };

/** One page of the browser in which examples are shown, one after the other, and what it complained of. */
export type GalleryPage = {
  readonly page: Page;
  readonly complaints: string[];
  show(document: string): Promise<void>;
  close(): Promise<void>;
};

/** A policy as strict as the real server's, so that a style or script that it would block is blocked here too. */
function policyFor(document: string): string {
  const nonce = /<script nonce="([^"]+)"/.exec(document)?.[1] ?? 'none';
  return `default-src 'self'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'`;
}

/** Opens a page of that width (CSS pixels). Every address is answered here: the example shown, or a built asset. */
export async function openGallery(browser: Browser, width: number): Promise<GalleryPage> {
  const complaints: string[] = [];
  const shown = { document: '' };
  const { server, address } = await answerItself(shown, complaints);
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    proxy: { server: address },
  });
  context.on('close', () => server.close());
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (fault) => complaints.push(fault.message));
  const show = async (document: string): Promise<void> => {
    shown.document = document;
    complaints.length = 0;
    await page.goto(`${ORIGIN}/`, { waitUntil: 'load' });
  };
  return { page, complaints, show, close: () => context.close() };
}

/**
 * The proxy that the page asks for everything. Answering by `context.route` switches the browser's cache off, and then
 * every example reads the style sheets and the script anew.
 */
async function answerItself(
  shown: { readonly document: string },
  complaints: string[],
): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    const { pathname, origin } = new URL(request.url ?? '', ORIGIN);
    if (origin !== ORIGIN) {
      complaints.push(`reached for ${origin}`);
      response.destroy();
    } else if (pathname === '/') {
      response.setHeader('content-security-policy', policyFor(shown.document));
      answer(response, 'text/html; charset=utf-8', 'no-store', shown.document);
    } else answerAsset(response, path.basename(pathname));
  });
  server.on('connect', ({ url }, socket) => {
    complaints.push(`reached for https://${url}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function answerAsset(response: ServerResponse, name: string): void {
  try {
    const content = readFileSync(path.join(projectRoot(), 'dist/public', name));
    answer(response, TYPES[path.extname(name)] ?? 'text/plain', 'max-age=3600', content);
  } catch {
    response.writeHead(404).end(); // which the console tells of
  }
}

function answer(response: ServerResponse, type: string, cache: string, content: string | Buffer): void {
  response.writeHead(200, { 'content-type': type, 'cache-control': cache }).end(content);
}
