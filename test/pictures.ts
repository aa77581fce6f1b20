import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { documentOf } from '../src/ui/layout.tsx';
import { allExamples } from './browser/all-examples.ts';
import { launchChromium, projectRoot } from './browser/chromium.ts';
import { openGallery } from './browser/gallery-page.ts';

/** `npm run pictures`: every state of every page as a PNG, at the widths of a desk and of a phone, and an index of them. */
const WIDTHS = [1280, 375] as const;
const wanted = process.argv.slice(2).join(' ').toLowerCase();
const folder = path.join(projectRoot(), 'pictures');

const nameOf = (page: string, name: string): string =>
  `${page} ${name}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const examples = await allExamples();
const chosen = examples.filter(({ page, name }) => `${page} ${name}`.toLowerCase().includes(wanted));
if (wanted === '') rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const browser = await launchChromium();
for (const width of WIDTHS) {
  const gallery = await openGallery(browser, width);
  for (const { page, name, view } of chosen) {
    await gallery.show(documentOf(view()));
    await gallery.page.screenshot({ path: path.join(folder, `${nameOf(page, name)}-${width}.png`), fullPage: true });
    for (const complaint of gallery.complaints) console.error(`${page}, ${name}, ${width}: ${complaint}`);
  }
  await gallery.close();
}
await browser.close();

const figures = chosen.map(({ page, name }) => {
  const images = WIDTHS.map(
    (width) => `<img src="${nameOf(page, name)}-${width}.png" alt="${width} pixels wide" width="${width / 2}">`,
  );
  return `<h2>${page}: ${name}</h2><p>${images.join(' ')}</p>`;
});
writeFileSync(
  path.join(folder, 'index.html'),
  `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Sightline in pictures</title><style>body{font-family:sans-serif}img{border:1px solid #b1b4b6;vertical-align:top}</style><h1>Sightline in pictures</h1>${figures.join('\n')}</html>\n`,
);
console.log(`${chosen.length * WIDTHS.length} pictures in ${path.relative(process.cwd(), folder) || '.'}`);
