import type { Example } from '../src/ui/example.ts';
import { documentOf } from '../src/ui/layout.tsx';

/** What a reader reads of a page: tags out, white space joined. */
export const textOf = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;])/g, '$1');

/** The example whose name begins so, as a browser gets it. */
export function htmlOfExample(examples: readonly Example[], name: string, page?: string): string {
  const example = examples.find((each) => each.name.startsWith(name) && (page === undefined || each.page === page));
  if (!example) throw new Error(`no example ${page ?? ''} ${name}`);
  return documentOf(example.view());
}
