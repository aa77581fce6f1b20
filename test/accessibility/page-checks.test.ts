import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAxeDesk } from '../browser/axe-desk.ts';
import { launchChromium } from '../browser/chromium.ts';
import { type GalleryPage, openGallery } from '../browser/gallery-page.ts';
import { controlsWithoutFocus, overlappingWords, spillsSideways } from './page-checks.ts';

let browser: Browser;
let gallery: GalleryPage;
beforeAll(async () => {
  browser = await launchChromium();
  gallery = await openGallery(browser, 375);
});
afterAll(async () => {
  await browser?.close();
});

const shown = async (body: string): Promise<void> =>
  await gallery.show(`<!doctype html><html lang="en-GB"><title>Faulty on purpose</title><body>${body}</body></html>`);

describe('the checks of the gallery find what is wrong', () => {
  test('what axe finds, on one document after another', async () => {
    const desk = await openAxeDesk(browser, 375, ['wcag2a', 'wcag2aa']);
    const rulesIn = async (body: string) =>
      (
        await desk.judge(
          `<!doctype html><html lang="en-GB"><title>Faulty on purpose</title><body>${body}</body></html>`,
        )
      ).map(({ rule }) => rule);
    expect(
      await rulesIn('<main><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><p class="pale">Pale</p></main>'),
    ).toContain('image-alt');
    expect(await rulesIn('<main><h1>Well</h1></main>')).toEqual([]);
    expect(await rulesIn('<main><input type="text"></main>')).toEqual(['label']);
  });

  test('a part that is wider than the page', async () => {
    await shown('<table class="wide"><tr><td><svg width="900" height="9"></svg></table>');
    expect(await gallery.page.evaluate(spillsSideways)).toContain('table.wide');
    await shown('<p>Narrow</p>');
    expect(await gallery.page.evaluate(spillsSideways)).toEqual([]);
  });

  test('words of a drawing that touch', async () => {
    const drawing = (x: number) =>
      `<svg class="sl-sightline" width="300" height="40"><text x="10" y="20">nobody</text><text x="${x}" y="20">seen</text></svg>`;
    await shown(drawing(30));
    expect(await gallery.page.evaluate(overlappingWords)).toEqual(['nobody × seen']);
    await shown(drawing(200));
    expect(await gallery.page.evaluate(overlappingWords)).toEqual([]);
  });

  test('a control that the keyboard does not reach, and a link', async () => {
    await shown('<button tabindex="-1">Never</button><a href="/x">Link</a>');
    expect(await controlsWithoutFocus(gallery.page)).toEqual([expect.stringMatching(/^not reached: <button/)]);
  });

  test('a control that does not show that it has the focus', async () => {
    const hide = '<script nonce="a"></script><style nonce="a">a:focus { outline: none }</style>';
    await shown(`${hide}<a href="/x">Link</a>`);
    expect(await controlsWithoutFocus(gallery.page)).toEqual([expect.stringMatching(/^no visible focus: <a/)]);
    await shown('<a href="/x">Link</a>');
    expect(await controlsWithoutFocus(gallery.page)).toEqual([]);
  });

  test('a script that the policy forbids, and another origin', async () => {
    await shown('<script>document.title = "run"</script><img src="https://example.org/pixel.png" alt="">');
    await expect.poll(() => gallery.complaints.length).toBeGreaterThanOrEqual(2);
    expect(gallery.complaints.some((each) => each.includes('Content Security Policy'))).toBe(true);
  });
});
