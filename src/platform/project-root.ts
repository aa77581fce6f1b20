import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The folder that holds Sightline's package.json, whether this file runs from `src/` or from `dist/`. What is read at
 * run time (migrations, statute, stylesheets) is found from here. Throws when there is none above.
 */
export function projectRoot(): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'sightline') return folder;
    if (folder === path.dirname(folder)) throw new Error('Sightline cannot find its own package.json.');
  }
}
