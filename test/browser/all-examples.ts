import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Example } from '../../src/ui/example.ts';

/** `src`, or `dist/src` for the compiled program. */
const source = path.resolve(import.meta.dirname, '../../src');

/**
 * The examples of every `*.examples.tsx` in the product, page by page. They are found and not listed, so that none can
 * be forgotten.
 */
export async function allExamples(): Promise<Example[]> {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.examples\.(tsx|js)$/.test(file))
    .sort();
  const modules = await Promise.all(
    files.map(
      (file) => import(pathToFileURL(path.join(source, file)).href) as Promise<{ examples?: readonly Example[] }>,
    ),
  );
  return modules.flatMap(({ examples }, index) => {
    if (!examples || examples.length === 0) throw new Error(`${files[index]} exports no examples`);
    return [...examples];
  });
}
