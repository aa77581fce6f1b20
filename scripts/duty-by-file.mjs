// Writes docs/duty-by-file.md from statute/ and from what files speak of, with what `npm run build` made.
import { writeFileSync } from 'node:fs';
import { dutyByFile } from '../dist/src/sight/duty-by-file.js';
import { readStatute } from '../dist/src/statute/read-statute.js';

writeFileSync(new URL('../docs/duty-by-file.md', import.meta.url), dutyByFile(readStatute()));
