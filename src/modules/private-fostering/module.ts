import type { Manifest } from '../manifest.ts';
import { privateFosteringEntries } from './core/private-fostering.entry.ts';

export const privateFostering: Manifest = { name: 'private-fostering', entries: privateFosteringEntries };
