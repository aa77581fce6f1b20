import type { Manifest } from '../manifest.ts';
import { childInNeedPlanEntries } from './core/child-in-need-plan.entry.ts';
import { childVisitedEntry } from './core/child-visited.entry.ts';
import { viewEntries } from './core/view.entry.ts';

export const childInNeed: Manifest = {
  name: 'child-in-need',
  entries: [...childInNeedPlanEntries, childVisitedEntry, ...viewEntries],
};
