import { expect, test } from 'vitest';
import { fieldsOf } from '../../src/platform/http/kept-form.ts';
import { documentOf } from '../../src/ui/layout.tsx';
import { allExamples } from '../browser/all-examples.ts';

test('no box for a password or a one-time code has a name under which a late form would be kept', async () => {
  const boxes = (await allExamples()).flatMap(({ view }) => documentOf(view()).match(/<input [^>]*>/g) ?? []);
  const secret = boxes.filter((box) => /type="password"|autocomplete="(one-time-code|[a-z]+-password)"/.test(box));
  const names = new Set(secret.map((box) => / name="([^"]*)"/.exec(box)?.[1] ?? ''));
  expect([...names].sort()).toEqual(['code', 'password', 'present-password']);
  expect([...names].filter((name) => fieldsOf({ [name]: 'x' }).length > 0)).toEqual([]);
});
