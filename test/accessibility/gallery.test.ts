import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentOf } from '../../src/ui/layout.tsx';
import { uiExamples as examples } from '../../src/ui/ui-examples.ts';
import { launchChromium } from '../browser/chromium.ts';
import { type GalleryPage, openGallery } from '../browser/gallery-page.ts';
import { controlsWithoutFocus, overlappingWords, spillsSideways } from './page-checks.ts';

/** WCAG 2.2 at level AA, which the law asks for, and axe's own good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
});

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return found.violations.map(
    ({ id, help, nodes }) => `${id} (${help}): ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}

test('there are examples, each with a name of its own', () => {
  const names = examples.map(({ page, name }) => `${page}: ${name}`);
  expect(names.length).toBeGreaterThan(5);
  expect(new Set(names).size).toBe(names.length);
});

describe.each([1280, 375])('at %i pixels', (width) => {
  let gallery: GalleryPage;
  beforeAll(async () => {
    gallery = await openGallery(browser, width);
  });
  afterAll(async () => {
    await gallery?.close();
  });

  test.each(examples)('$page: $name', async ({ view }) => {
    const { page, complaints, show } = gallery;
    await show(documentOf(view()));
    expect.soft(await violations(page), 'axe').toEqual([]);
    expect.soft(await page.evaluate(spillsSideways), 'wider than the page').toEqual([]);
    expect.soft(await page.evaluate(overlappingWords), 'words of a drawing that touch').toEqual([]);
    expect
      .soft(await controlsWithoutFocus(page), 'controls that the keyboard does not reach, or that do not show it')
      .toEqual([]);
    expect(complaints, 'the console').toEqual([]);
  });
});
