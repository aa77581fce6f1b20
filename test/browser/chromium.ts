import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Root cannot use Chromium's sandbox; the rest keeps it quiet, small, and away from the network. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
];

/** Starts the browser for tests and pictures: `CHROMIUM_PATH` when it is set, else the one that npm brought. */
export async function launchChromium(): Promise<Browser> {
  const folder = process.env.CHROMIUM_PATH ? null : unpacked();
  return await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? path.join(folder ?? '', 'chromium'),
    args: FLAGS,
    // The package brings a font: a machine with none shows text all the same, and every machine shows the same text.
    env: { ...process.env, ...(folder && { FONTCONFIG_FILE: path.join(folder, 'fonts.conf') }) },
  });
}

/** The folder of the unpacked browser. It is unpacked once for a version, beside the project and not per test file. */
function unpacked(): string {
  const root = projectRoot();
  const packageFile = path.join(root, 'node_modules/@sparticuz/chromium/package.json');
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
  const folder = path.join(root, '.cache', `chromium-${version}`);
  if (existsSync(path.join(folder, 'chromium'))) return folder;
  const mine = `${folder}.${process.pid}`;
  mkdirSync(mine, { recursive: true });
  // The package unpacks into the temporary folder, which is the environment's to say: hence a process of its own.
  const script = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
  execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    env: { ...process.env, TMPDIR: mine },
  });
  writeFileSync(path.join(mine, 'fonts.conf'), fontsOf(folder));
  chmodSync(path.join(mine, 'chromium'), 0o755); // unpacked for its owner alone, and the next run may be somebody else's
  try {
    renameSync(mine, folder);
  } catch (fault) {
    if (!existsSync(path.join(folder, 'chromium'))) throw fault;
    rmSync(mine, { recursive: true }); // another process was faster
  }
  return folder;
}

/** The package's own font first, for the same letters everywhere; the machine's for scripts that it does not have. */
const fontsOf = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
  <alias binding="same"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;

/** The nearest folder above with a package.json: this file runs from `test/` and from `dist/test/`. */
export function projectRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return folder;
}
