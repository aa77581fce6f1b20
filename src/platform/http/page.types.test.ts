import { expect, test } from 'vitest';
import { z } from 'zod';
import { notFound } from './answer.ts';
import { page } from './page.ts';

/** Never run: the compiler is the test. Each line that it is told to expect an error on fails the build when there is none. */
function onlyCompiled(): void {
  const handle = async () => notFound;
  page({ path: '/a', permission: 'child:read', audit: 'child.opened', about: 'child', handle });
  page({ path: '/a', permission: 'child:read', audit: { none: 'shows the law alone' }, about: 'nobody', handle });
  // @ts-expect-error a page that does not say whose record it opens
  page({ path: '/a', permission: 'child:read', audit: 'child.opened', handle });
  // @ts-expect-error a page without a permission
  page({ path: '/a', audit: 'child.opened', about: 'nobody', handle });
  // @ts-expect-error a page without a line in the access log, or a reason
  page({ path: '/a', permission: 'child:read', about: 'nobody', handle });
  // @ts-expect-error a permission says thing:deed
  page({ path: '/a', permission: 'everything', audit: 'child.opened', about: 'nobody', handle });
  // @ts-expect-error no page keeps nothing without saying why
  page({ path: '/a', permission: 'child:read', audit: {}, about: 'nobody', handle });
  page({
    path: '/a',
    permission: 'child:read',
    about: 'nobody',
    audit: 'child.opened',
    body: z.object({ words: z.string() }),
    // @ts-expect-error what was typed is only a value once it was understood
    handle: async ({ body }) => (body.value.words === '' ? notFound : notFound),
  });
}

test('the compiler holds pages to permission and audit', () => {
  expect(onlyCompiled).toBeTypeOf('function');
});
