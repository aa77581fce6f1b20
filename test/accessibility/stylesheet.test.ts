import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { documentOf } from '../../src/ui/layout.tsx';
import { allExamples } from '../browser/all-examples.ts';
import { projectRoot } from '../browser/chromium.ts';

const stylesheet = readFileSync(path.join(projectRoot(), 'src/ui/sightline.css'), 'utf8').replace(/\/\*.*?\*\//gs, '');
const defined = new Set([...stylesheet.matchAll(/\.(sl-[a-z0-9_-]+)/g)].map(([, name]) => name));
const documents = (await allExamples()).map(({ view }) => documentOf(view()));
const used = new Set(
  documents.flatMap((html) => [...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' '))),
);

test('the style sheet holds what pages use, and nothing else', () => {
  expect([...defined].filter((name) => name && !used.has(name)).sort()).toEqual([]);
});

test('pages use no name of ours that the style sheet does not know', () => {
  const known = (name: string): boolean =>
    defined.has(name) || (name.includes('--') && defined.has(name.split('--')[0] ?? ''));
  expect([...used].filter((name) => name.startsWith('sl-') && !known(name)).sort()).toEqual([]);
});

test('no page has a style of its own, an address of another origin, or the font and crown of gov.uk', () => {
  const built = readFileSync(path.join(projectRoot(), 'dist/public/govuk.css'), 'utf8');
  expect(built).not.toMatch(/GDS Transport|crest|@font-face|url\(/);
  expect(documents.filter((html) => / style="/.test(html))).toEqual([]);
  const loaded = documents.flatMap(
    (html) =>
      [...html.matchAll(/(?:src|rel="stylesheet" href)="([^"]*)"/g)]
        .map(([, to = '']) => to)
        .filter((to) => !to.startsWith('data:image/png;base64,')), // a picture that stands in the page itself
  );
  expect([...new Set(loaded)].sort()).toEqual([
    '/assets/app.js',
    '/assets/govuk.css',
    '/assets/passkey.js',
    '/assets/sightline.css',
  ]);
});
