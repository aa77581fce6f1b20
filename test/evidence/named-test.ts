import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import quick from '../../vitest.config.ts';

export const root = path.resolve(import.meta.dirname, '../..');

/** What a pattern of vitest matches: only the signs that ours use. */
function matcher(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, words: string) => `(${words.replaceAll(',', '|')})`)
    .replaceAll('**/', '\u0000')
    .replaceAll('*', '[^/]*')
    .replaceAll('\u0000', '(.*/)?');
  return new RegExp(`^${source}$`);
}
const included = (quick.test?.include ?? []).map(matcher);
const excluded = (quick.test?.exclude ?? []).map(matcher);

/** Why this file shows nothing; undefined when `npm test` runs it and it holds tests. */
export function faultOfNamedTest(file: string): string | undefined {
  if (!existsSync(path.join(root, file))) return `${file} is not there`;
  if (!included.some((each) => each.test(file)) || excluded.some((each) => each.test(file)))
    return `${file} is not run by npm test`;
  const text = readFileSync(path.join(root, file), 'utf8');
  if (!/^\s*(test|it)(\.each|\.for)?\(/m.test(text) && !/^await \w+\(/m.test(text)) return `${file} holds no test`;
  if (/\b(test|it|describe)\.(skip|todo)\b/.test(text)) return `${file} leaves tests out`;
  return undefined;
}

/** What stands in a file of evidence. */
export const readEvidence = <Shape>(file: string): Shape =>
  JSON.parse(readFileSync(path.join(root, 'security', file), 'utf8')) as Shape;
