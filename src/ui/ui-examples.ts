import type { Example } from './example.ts';
import { examples as sightline } from './sightline/sightline.examples.tsx';
import { examples as parts } from './ui-parts.examples.tsx';

/** The parts of the user interface in use: for the gallery, the pictures and the accessibility sweep. */
export const uiExamples: readonly Example[] = [...parts, ...sightline];
