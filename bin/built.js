import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** `npm ci` builds; an installation without install scripts builds on its first use. */
export async function built() {
  if (existsSync(new URL('../dist/public/app.js', import.meta.url))) return;
  const script = fileURLToPath(new URL('../scripts/build.mjs', import.meta.url));
  process.stderr.write('Building Sightline, once.\n');
  execFileSync(process.execPath, [script], { stdio: ['ignore', 2, 2] });
}
