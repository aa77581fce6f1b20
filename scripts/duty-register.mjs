// Writes docs/duty-register.md from statute/, with what `npm run build` made.
import { writeFileSync } from 'node:fs';
import { dutyRegister } from '../dist/src/statute/duty-register.js';
import { readStatute } from '../dist/src/statute/read-statute.js';

writeFileSync(new URL('../docs/duty-register.md', import.meta.url), dutyRegister(readStatute()));
