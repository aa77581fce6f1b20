import { readFileSync } from 'node:fs';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { govFolders } from './gov.generated.ts';
import { Gov, govHtml } from './gov.tsx';

type Fixtures = {
  readonly fixtures: readonly { readonly name: string; readonly options: never; readonly html: string }[];
};

const fixturesOf = (folder: string): Fixtures['fixtures'] =>
  (
    JSON.parse(
      readFileSync(`node_modules/govuk-frontend/dist/govuk/components/${folder}/fixtures.json`, 'utf8'),
    ) as Fixtures
  ).fixtures;
/** Spaces between tags mean nothing. */
const plain = (html: string): string => html.replace(/>\s+/g, '>').replace(/\s+</g, '<').replace(/\s+/g, ' ').trim();

describe('the bridge to GOV.UK components', () => {
  test.each(Object.entries(govFolders))('renders %s as every official example does', (name, folder) => {
    const fixtures = fixturesOf(folder);
    expect(fixtures.length).toBeGreaterThan(0);
    for (const { name: example, options, html } of fixtures) {
      expect(plain(govHtml(name as keyof typeof govFolders, options)), example).toBe(plain(html));
    }
  });

  test('escapes text', () => {
    expect(renderToString(<Gov is="tag" text="<script>" />)).toContain('&lt;script&gt;');
  });

  test('checks the parameters', () => {
    // @ts-expect-error: a parameter that the component does not have
    renderToString(<Gov is="tag" texxt="x" />);
    // @ts-expect-error: a required parameter is missing
    renderToString(<Gov is="input" label={{ text: 'Name' }} />);
    // @ts-expect-error: a component that does not exist
    expect(() => renderToString(<Gov is="tagg" text="x" />)).toThrow();
  });
});
