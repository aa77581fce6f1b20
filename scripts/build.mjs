// Compiles the product into dist/, beside the stylesheet and scripts that pages load.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (...args) => execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
if (existsSync(new URL('generate-govuk-types.mjs', import.meta.url))) run('scripts/generate-govuk-types.mjs');
run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.json');
if (existsSync(new URL('assets.mjs', import.meta.url))) run('scripts/assets.mjs');
