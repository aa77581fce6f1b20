import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseStatute, type StatuteFile } from './parse-statute.ts';
import type { Statute } from './statute.ts';

/**
 * Reads the law as data from a folder (that of this installation unless told). Throws one AggregateError that names
 * every fault of every file: the service does not start on a statute that it cannot read wholly.
 */
export function readStatute(folder: string = installedFolder()): Statute {
  const files = filesUnder(folder);
  const parsed = parseStatute(files);
  if (!parsed.ok) {
    const faults = parsed.refusal.map((fault) => new Error(fault));
    throw new AggregateError(faults, `The statute in ${folder} has faults:\n${parsed.refusal.join('\n')}`);
  }
  return { version: versionOf(files), ...parsed.value };
}

/** The folder `statute/` above this file, in the source tree or in what was built from it. */
export function installedFolder(): string {
  let here = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(here, 'statute', 'duties'))) {
    if (dirname(here) === here) throw new Error('there is no folder statute/ above the program');
    here = dirname(here);
  }
  return join(here, 'statute');
}

/** Every YAML file but the worked cases, which say nothing that is in force, in name order. */
function filesUnder(folder: string): readonly StatuteFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.yaml') && !name.startsWith('worked-cases/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}

function versionOf(files: readonly StatuteFile[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of files) hash.update(`${path}\n${text.replaceAll('\r\n', '\n')}\n`);
  return hash.digest('hex');
}
