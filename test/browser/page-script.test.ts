import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { openGallery } from './gallery-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
});

/** Shows a page with the product's script; `answer` answers what the script asks for. */
async function withScript(body: string, asks: string, answer: (route: Route) => Promise<void>): Promise<Page> {
  const { page, show } = await openGallery(browser, 1280);
  await page.route(asks, answer);
  await show(
    `<!doctype html><html lang="en-GB"><title>Script</title><body class="govuk-frontend-supported"><script nonce="a"></script>${body}<script type="module" src="/assets/app.js"></script>`,
  );
  return page;
}

const FORM =
  '<form data-draft="/visits/draft"><input name="_csrf" type="hidden" value="t"><label>Words <input name="words"></label><p data-draft-said></p></form>';

describe('the script that every page loads', () => {
  test('keeps a half-written form, and says when', async () => {
    const posted: string[] = [];
    const page = await withScript(FORM, '**/visits/draft', async (route) => {
      posted.push(route.request().postData() ?? '');
      await route.fulfill({ json: { keptAt: '2026-07-01T11:05:00.000Z' } });
    });
    await page.getByLabel('Words').fill('I want to see Zayn');
    await page.getByText('Kept as a draft at 12.05pm.').waitFor();
    expect(posted).toEqual(['_csrf=t&words=I+want+to+see+Zayn']);
    await page.context().close();
  });

  test('says that nothing was kept, and tries again', async () => {
    let online = false;
    const page = await withScript(FORM, '**/visits/draft', async (route) =>
      online ? await route.fulfill({ json: { keptAt: '2026-07-01T08:00:00.000Z' } }) : await route.abort(),
    );
    await page.getByLabel('Words').fill('one');
    await page.getByText('Not kept: there is no connection.').waitFor();
    online = true;
    await page.getByLabel('Words').fill('two');
    await page.getByText('Kept as a draft at 9am.').waitFor();
    await page.context().close();
  });

  test('says that nobody is signed in any more rather than that it was kept', async () => {
    const page = await withScript(FORM, '**/visits/draft', async (route) => {
      await route.fulfill({ status: 302, headers: { location: '/sign-in' } });
    });
    await page.getByLabel('Words').fill('one');
    await page.getByText('Not kept: you have been signed out.').waitFor();
    await page.context().close();
  });

  test('follows long work until it is done', async () => {
    let asked = 0;
    const page = await withScript(
      '<div data-progress="/imports/1" data-progress-every="1000">Begun</div>',
      '**/imports/1',
      async (route) => {
        asked += 1;
        const done = asked === 2;
        await route.fulfill({
          contentType: 'text/html',
          body: `<div data-progress-part${done ? ' data-progress-done' : ''}>${done ? 'All 500 rows' : '250 rows'}</div>`,
        });
      },
    );
    await page.getByText('250 rows').waitFor();
    await page.getByText('All 500 rows').waitFor();
    await page.waitForTimeout(1300);
    expect(asked).toBe(2);
    await page.context().close();
  });
});
