import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { renderToString } from 'preact-render-to-string';
import { beforeAll, describe, expect, test } from 'vitest';
import { allExamples } from '../browser/all-examples.ts';

const scripts = path.resolve(import.meta.dirname, '../../src/ui/browser');
let pages: { readonly name: string; readonly html: string }[] = [];
beforeAll(async () => {
  pages = (await allExamples()).map((example) => ({
    name: `${example.page}: ${example.name}`,
    html: renderToString(example.view()),
  }));
});

/** What of the page fits, page by page. */
const found = (pattern: RegExp): string[] =>
  pages.flatMap(({ name, html }) => [...html.matchAll(pattern)].map((hit) => `${name}: ${hit[0].slice(0, 120)}`));

const forms = (): string[] =>
  pages
    .filter(({ name }) => !name.startsWith('Parts: ')) // shown by themselves, with no session to be of
    .flatMap(({ html }) => html.match(/<form\b[\s\S]*?<\/form>/g) ?? []);
const beginnings = (found: readonly string[]): string[] => found.map((form) => form.slice(0, 160));

describe('every page of the gallery', () => {
  test('is looked at', () => {
    expect(pages.length).toBeGreaterThan(50);
    expect(forms().length).toBeGreaterThan(20);
  });

  test('loads and sends nothing from or to anywhere else', () => {
    const addresses = pages.flatMap(({ name, html }) =>
      [
        ...html.matchAll(
          /\s(?:src|srcset|action|formaction|poster|data|background|ping|cite|manifest|xlink:href)="([^"]*)"/g,
        ),
        ...html.matchAll(/<(?:link|use|image|base)\b[^>]*\shref="([^"]*)"/g),
      ].map((hit) => [name, hit[1] ?? '']),
    );
    expect(addresses.length).toBeGreaterThan(200);
    expect(
      addresses.filter(([, to]) => !/^(\/(?!\/)|\?|#|$)/.test(to ?? '') && !/^data:image\//.test(to ?? '')),
    ).toEqual([]);
    expect(found(/url\(\s*['"]?(?:https?:)?\/\/|@import/g)).toEqual([]);
    const leading = found(/<meta[^>]*http-equiv="refresh"[^>]*url=/g);
    expect(leading.filter((each) => !each.startsWith('Sign in: going to the council: '))).toEqual([]);
  });

  test('links to another place only where the law itself is kept, and tells it nothing', () => {
    const places = pages.flatMap(({ html }) =>
      [...html.matchAll(/<a\b[^>]*\shref="([a-z]+:[^"]*|\/\/[^"]*)"[^>]*>/g)].map((hit) => hit[1] ?? ''),
    );
    const hosts = new Set(places.map((to) => new URL(to).host));
    expect([...hosts].filter((host) => !/(^|\.)(gov\.uk|judiciary\.uk)$/.test(host))).toEqual([]);
    expect(found(/<a\b[^>]*target="_blank"(?![^>]*rel="[^"]*noopener)[^>]*>/g)).toEqual([]);
  });

  test('runs nothing that stands in the page without its nonce', () => {
    expect(found(/\son[a-z]+="/g)).toEqual([]);
    expect(found(/(?:href|src|action)="\s*(?:javascript|vbscript|data:text)/gi)).toEqual([]);
    expect(found(/\sstyle="/g)).toEqual([]);
    expect(found(/<(?:script|style)(?![^>]*\s(?:nonce|src)=)[^>]*>/g)).toEqual([]);
    expect(found(/<(?:object|embed|applet|iframe|frame|portal)\b/g)).toEqual([]);
  });

  test('has the token of the session in every form that writes', () => {
    const writing = forms().filter((form) => /method="post"/i.test(form));
    expect(writing.length).toBeGreaterThan(20);
    expect(beginnings(writing.filter((form) => !/name="_csrf"/.test(form)))).toEqual([]);
    const asking = forms().filter((form) => !/method="post"/i.test(form));
    expect(beginnings(asking.filter((form) => /name="_csrf"/.test(form)))).toEqual([]);
  });

  test('hides a password while it is typed, and lets a password manager fill it in', () => {
    const inputs = pages.flatMap(({ html }) => html.match(/<input\b[^>]*>/g) ?? []);
    const secret = inputs.filter(
      (input) => /(name|id)="[^"]*password[^"]*"/i.test(input) && !/type="hidden"/.test(input),
    );
    expect(secret.length).toBeGreaterThan(3);
    expect(secret.filter((input) => !/type="password"/.test(input))).toEqual([]);
    expect(secret.filter((input) => !/autocomplete="(current|new)-password"/.test(input))).toEqual([]);
    expect(secret.filter((input) => /maxlength|\svalue="[^"]|readonly/.test(input))).toEqual([]);
  });

  test('of somebody who is signed in lets them sign out', () => {
    const signedIn = pages.filter(({ html }) => /class="[^"]*sl-person/.test(html) || /action="\/sign-out"/.test(html));
    expect(signedIn.length).toBeGreaterThan(50);
    expect(signedIn.filter(({ html }) => !/<form[^>]*action="\/sign-out"[\s\S]*?_csrf/.test(html))).toEqual([]);
  });

  test('asks no question whose answer others could know', () => {
    expect(found(/mother[’']s maiden|secret question|security question|password hint|first pet/gi)).toEqual([]);
  });
});

describe('what runs in the browser', () => {
  const texts = readdirSync(scripts)
    .filter((file) => file.endsWith('.js'))
    .map((file) => [file, readFileSync(path.join(scripts, file), 'utf8')] as const);

  test.each(texts)('%s keeps nothing in the browser, builds no HTML from words and asks nobody else', (_, text) => {
    expect(text).not.toMatch(/localStorage|sessionStorage|indexedDB|document\.cookie|caches\.|serviceWorker/);
    expect(text).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|setTimeout\(['"]/,
    );
    expect(text).not.toMatch(/postMessage|onmessage|WebSocket|EventSource|XMLHttpRequest|sendBeacon|RTCPeer/);
    expect(text).not.toMatch(/https?:\/\/|mode: 'no-cors'|credentials: 'include'/);
    expect(text).not.toMatch(/window\.\w+ =|document\.(?!query|add|title|getElement)\w+ =|with \(/);
  });
});
