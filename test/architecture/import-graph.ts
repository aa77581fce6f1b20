import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';

export type Import = { readonly from: string; readonly to: string };

/** Every TypeScript file of the product, as a path from the root with forward slashes. */
export function sourceFiles(root: string, folders: readonly string[] = ['src']): string[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => path.posix.join(folder, name.split(path.sep).join('/'))),
  );
}

/** Every import and re-export of a file. Relative ones become paths from the root; others stay as written. */
export function importsOf(root: string, file: string): Import[] {
  const parsed = parseSync(file, readFileSync(path.join(root, file), 'utf8'));
  if (parsed.errors.length > 0) throw new Error(`${file} does not parse: ${parsed.errors[0]?.message}`);
  const { staticImports, staticExports, dynamicImports } = parsed.module;
  const requests = [
    ...staticImports.map((each) => each.moduleRequest.value),
    ...staticExports.flatMap((each) => each.entries.map((entry) => entry.moduleRequest?.value)),
    ...dynamicImports.map((each) => dynamicTarget(root, file, each.moduleRequest)),
  ];
  return requests
    .filter((request): request is string => request !== undefined)
    .map((request) => ({
      from: file,
      to: request.startsWith('.') ? path.posix.join(path.posix.dirname(file), request) : request,
    }));
}

function dynamicTarget(root: string, file: string, at: { start: number; end: number }): string | undefined {
  const text = readFileSync(path.join(root, file), 'utf8').slice(at.start, at.end);
  return /^['"]([^'"]+)['"]$/.exec(text)?.[1];
}
