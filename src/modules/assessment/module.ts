import type { Manifest } from '../manifest.ts';
import { assessmentEntries } from './core/assessment.entry.ts';

export const assessment: Manifest = { name: 'assessment', entries: assessmentEntries };
