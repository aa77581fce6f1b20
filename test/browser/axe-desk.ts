import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { openGallery } from './gallery-page.ts';

/** What axe found: the rule, its sentence, and the element. */
export type AxeFinding = { readonly rule: string; readonly help: string; readonly html: string };

type Axe = {
  run(
    on: Document,
    options: object,
  ): Promise<{ violations: { id: string; help: string; nodes: { html: string }[] }[] }>;
};

/** A page of the browser in which axe stays loaded: loading it anew for each example took most of the sweep. */
export type AxeDesk = {
  /** Lays a whole document, as the browser has it after its scripts ran, before axe. */
  judge(document: string): Promise<AxeFinding[]>;
};

/** Opens it at that width (CSS pixels). `tags` are the rules that are asked for. */
export async function openAxeDesk(browser: Browser, width: number, tags: readonly string[]): Promise<AxeDesk> {
  const { page, show } = await openGallery(browser, width);
  await show('<!doctype html><html lang="en-GB"><title>Axe</title><body></body></html>');
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const judge = async (html: string): Promise<AxeFinding[]> => {
    await page.evaluate(layDocument, html);
    return page.evaluate(runAxe, [...tags]);
  };
  return { judge };
}

/** Runs in the page: puts the document in place of the last one, and waits for its style sheets. */
async function layDocument(html: string): Promise<void> {
  const laid = new DOMParser().parseFromString(html, 'text/html');
  for (const unshown of laid.querySelectorAll('noscript')) unshown.remove(); // a parser without scripts would show it
  for (const { name } of [...document.documentElement.attributes]) document.documentElement.removeAttribute(name);
  for (const { name, value } of [...laid.documentElement.attributes])
    document.documentElement.setAttribute(name, value);
  const kept = new Set(
    [...document.head.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map((link) => link.href),
  );
  document.title = laid.title;
  for (const meta of document.head.querySelectorAll('meta')) meta.remove();
  for (const meta of laid.head.querySelectorAll('meta')) document.head.append(meta);
  for (const link of laid.head.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')) {
    if (kept.has(new URL(link.getAttribute('href') ?? '', location.href).href)) continue;
    const loaded = new Promise((resolve) => {
      link.addEventListener('load', resolve);
      link.addEventListener('error', resolve);
    });
    document.head.append(link);
    await loaded;
  }
  document.body.replaceWith(laid.body);
  scrollTo(0, 0);
}

/** Runs in the page. */
async function runAxe(tags: string[]): Promise<AxeFinding[]> {
  const { axe } = window as unknown as { axe: Axe };
  const found = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
  return found.violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => ({ rule: id, help, html })));
}
