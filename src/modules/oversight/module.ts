import type { Manifest } from '../manifest.ts';
import { policySetEntry } from './core/policy-set.entry.ts';

export const oversight: Manifest = { name: 'oversight', entries: [policySetEntry] };
