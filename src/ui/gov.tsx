import { createRequire } from 'node:module';
import path from 'node:path';
import nunjucks from 'nunjucks';
import type { VNode } from 'preact';
import { type GovComponents, govFolders } from './gov.generated.ts';

const packageFile = createRequire(import.meta.url).resolve('govuk-frontend/package.json');
const loader = new nunjucks.FileSystemLoader(path.join(path.dirname(packageFile), 'dist'));
const environment = new nunjucks.Environment(loader, { autoescape: true, trimBlocks: true, lstripBlocks: true });
const compiled = new Map<keyof GovComponents, nunjucks.Template>();

function templateOf(name: keyof GovComponents): nunjucks.Template {
  const known = compiled.get(name);
  if (known) return known;
  const macro = `govuk${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const source = `{% from "govuk/components/${govFolders[name]}/macro.njk" import ${macro} %}{{ ${macro}(params) }}`;
  const template = nunjucks.compile(source, environment);
  compiled.set(name, template);
  return template;
}

/** The official markup of one GOV.UK component, made by its official macro. Text parameters are escaped, `html` ones are not. */
export const govHtml = <Name extends keyof GovComponents>(name: Name, params: GovComponents[Name]): string =>
  templateOf(name).render({ params }).trim();

/**
 * A GOV.UK component in a page: `<Gov is="input" name="upn" label={{ text: '…' }} />`. Preact has no fragment of raw
 * HTML, so a wrapper with `display: contents` stands round it: `:first-child` and `+` selectors see the wrapper.
 */
export function Gov<Name extends keyof GovComponents>(props: { is: Name } & GovComponents[Name]): VNode {
  const { is: name, ...params } = props;
  const html = govHtml(name, params as unknown as GovComponents[Name]);
  return <div class="sl-contents" dangerouslySetInnerHTML={{ __html: html }} />;
}
