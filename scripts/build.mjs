// Compiles the product into dist/, beside the stylesheet and scripts that pages load.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (...args) => execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
if (existsSync(new URL('generate-govuk-types.mjs', import.meta.url))) run('scripts/generate-govuk-types.mjs');
run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.json');
forgetWhatIsNoMore();
if (existsSync(new URL('assets.mjs', import.meta.url))) run('scripts/assets.mjs');

/** What was compiled from a file that is moved or gone would still run: a page would be shown twice, an old one beside the new. */
function forgetWhatIsNoMore() {
  for (const folder of ['src', 'county', 'bench', 'test']) {
    const compiled = path.join(root, 'dist', folder);
    if (!existsSync(compiled)) continue;
    for (const file of readdirSync(compiled, { recursive: true, encoding: 'utf8' })) {
      const source = path.join(root, folder, file).replace(/\.js$/, '');
      if (file.endsWith('.js') && !existsSync(`${source}.ts`) && !existsSync(`${source}.tsx`))
        rmSync(path.join(compiled, file));
    }
  }
}
