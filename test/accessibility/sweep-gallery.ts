import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentOf } from '../../src/ui/layout.tsx';
import { allExamples } from '../browser/all-examples.ts';
import { launchChromium } from '../browser/chromium.ts';
import { type GalleryPage, openGallery } from '../browser/gallery-page.ts';
import { controlsWithoutFocus, overlappingWords, spillsSideways } from './page-checks.ts';

/** WCAG 2.2 at level AA, which the law asks for, and axe's own good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violations(page: Page): Promise<string[]> {
  // Legacy mode spares a second page for each sweep; it leaves out frames of other origins, of which there are none.
  const found = await new AxeBuilder({ page }).setLegacyMode(true).withTags(TAGS).analyze();
  return found.violations.map(
    ({ id, help, nodes }) => `${id} (${help}): ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}

/** Defines the tests of every example of every page at that width: one browser and one page for all of them. */
export async function sweepGallery(width: number): Promise<void> {
  const examples = await allExamples();
  let browser: Browser;
  let gallery: GalleryPage;
  beforeAll(async () => {
    browser = await launchChromium();
    gallery = await openGallery(browser, width);
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
      expect.soft(await violations(page), 'axe').toEqual([]);
      expect.soft(await page.evaluate(spillsSideways), 'wider than the page').toEqual([]);
      expect.soft(await page.evaluate(overlappingWords), 'words of a drawing that touch').toEqual([]);
      expect.soft(await controlsWithoutFocus(page), 'not reached by keyboard, or without a visible focus').toEqual([]);
      expect(complaints, 'the console').toEqual([]);
    });
  });
}
