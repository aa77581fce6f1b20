import type { Manifest } from '../manifest.ts';
import { holdingEntries } from './core/holding.entry.ts';

export const allocation: Manifest = { name: 'allocation', entries: holdingEntries };
