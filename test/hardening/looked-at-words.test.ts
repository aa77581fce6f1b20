import { expect, test } from 'vitest';
import { pagesOf } from '../../src/app/web/pages.ts';
import type { Door } from '../../src/modules/access/pages/signing-in/door.ts';
import { wordsAreLookedAt } from '../../src/platform/http/page.ts';
import { readStatute } from '../../src/statute/read-statute.ts';
import { documentOf } from '../../src/ui/layout.tsx';
import { allExamples } from '../browser/all-examples.ts';

const pages = pagesOf(readStatute(), '/nowhere', {} as Door).filter(({ method }) => method === 'post');
const patternOf = (path: string): RegExp => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`);
const FORM = /<form [^>]*method="post"[^>]*action="([^"?]+)[^"]*"[^>]*>([\s\S]*?)<\/form>/g;

/** The form of an example that came too late: it could be any. */
const ANY_FORM = ['/visits'];

test('the words of every form with room for them are looked at before its page has them', async () => {
  const examples = await allExamples();
  const actions = new Set(
    examples.flatMap(({ view }) =>
      [...documentOf(view()).matchAll(FORM)].flatMap(([, action = '', inside = '']) =>
        inside.includes('<textarea') ? [action] : [],
      ),
    ),
  );
  const found = pages.filter(({ path }) => [...actions].some((action) => patternOf(path).test(action)));
  expect(found.length).toBeGreaterThan(12);
  expect(found.filter((page) => !wordsAreLookedAt(page)).map(({ path }) => path)).toEqual([]);
  const nowhere = [...actions].filter((action) => !pages.some(({ path }) => patternOf(path).test(action)));
  expect(nowhere).toEqual(ANY_FORM);
  for (const path of ['/children/:child/ask', '/openings/reviews/:opening', '/my-account/interests', '/people/new'])
    expect(found.map((page) => page.path)).toContain(path);
});
