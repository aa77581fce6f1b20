import type { Manifest } from '../manifest.ts';
import { teamEntry } from './core/team.entry.ts';
import { workerEntries } from './core/worker.entry.ts';

export const workforce: Manifest = {
  name: 'workforce',
  entries: [...workerEntries, teamEntry],
};
