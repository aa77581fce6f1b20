import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
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

/** Opens a page of that width (CSS pixels) which answers every address itself: the example shown, or a built asset. */
export async function openGallery(browser: Browser, width: number): Promise<GalleryPage> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  });
  const complaints: string[] = [];
  const shown = { document: '' };
  await answerItself(context, shown, complaints);
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

async function answerItself(context: BrowserContext, shown: { document: string }, complaints: string[]): Promise<void> {
  const assets = path.join(projectRoot(), 'dist/public');
  await context.route('**', async (route) => {
    const { pathname, origin } = new URL(route.request().url());
    if (origin !== ORIGIN) {
      complaints.push(`reached for ${origin}`);
      return await route.abort();
    }
    if (pathname === '/') {
      const headers = { 'content-security-policy': policyFor(shown.document) };
      return await route.fulfill({ body: shown.document, contentType: 'text/html; charset=utf-8', headers });
    }
    const file = path.join(assets, path.basename(pathname));
    return await route.fulfill({ body: readFileSync(file), contentType: TYPES[path.extname(file)] ?? 'text/plain' });
  });
}
