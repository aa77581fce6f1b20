import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentOf } from '../../src/ui/layout.tsx';
import { allExamples } from '../browser/all-examples.ts';
import { type AxeDesk, openAxeDesk } from '../browser/axe-desk.ts';
import { launchChromium } from '../browser/chromium.ts';
import { type GalleryPage, openGallery } from '../browser/gallery-page.ts';
import { controlsWithoutFocus, overlappingWords, spillsSideways } from './page-checks.ts';

/** WCAG 2.2 at level AA, which the law asks for, and axe's own good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * The one thing that we let be: GOV.UK's script says on a radio that opens a question whether it is open. ARIA has no
 * such state for radios; GOV.UK keeps it because people who listen to the page are helped by it.
 */
const isOpeningRadio = (rule: string, html: string): boolean =>
  rule === 'aria-allowed-attr' && /^<input class="govuk-radios__input"[^>]*aria-controls="conditional-/.test(html);

async function violations(desk: AxeDesk, { page }: GalleryPage): Promise<string[]> {
  // `page.content()` would first make a second world of scripts in each new document, which costs as much as showing it.
  const found = await desk.judge(await page.evaluate(() => `<!doctype html>${document.documentElement.outerHTML}`));
  return found
    .filter(({ rule, html }) => !isOpeningRadio(rule, html))
    .map(({ rule, help, html }) => `${rule} (${help}): ${html.slice(0, 200)}`);
}

/** Defines the tests of every example of every page at that width: one browser for all of them. What axe judges turns on width the least. */
export async function sweepGallery(
  width: number,
  axeOn: 'every example' | 'the first of each page' = 'every example',
): Promise<void> {
  const examples = await allExamples();
  const firsts = examples.filter((each, at) => examples.findIndex(({ page }) => page === each.page) === at);
  const judged = new Set((axeOn === 'every example' ? examples : firsts).map(({ view }) => view));
  let browser: Browser;
  let gallery: GalleryPage;
  let desk: AxeDesk;
  beforeAll(async () => {
    browser = await launchChromium();
    gallery = await openGallery(browser, width);
    desk = await openAxeDesk(browser, width, TAGS);
  });
  afterAll(async () => {
    await browser?.close();
  });

  describe(`every example, ${width} pixels wide`, () => {
    test('has a name of its own', () => {
      const names = examples.map(({ page, name }) => `${page}: ${name}`);
      expect(names.length).toBeGreaterThan(10);
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    });

    test.each(examples)('$page: $name', async ({ view }) => {
      const { page, complaints, show } = gallery;
      await show(documentOf(view()));
      if (judged.has(view)) expect.soft(await violations(desk, gallery), 'axe').toEqual([]);
      expect.soft(await page.evaluate(spillsSideways), 'wider than the page').toEqual([]);
      expect.soft(await page.evaluate(overlappingWords), 'words of a drawing that touch').toEqual([]);
      expect.soft(await controlsWithoutFocus(page), 'not reached by keyboard, or without a visible focus').toEqual([]);
      expect(complaints, 'the console').toEqual([]);
    });
  });
}
