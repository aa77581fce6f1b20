import type { Manifest } from '../manifest.ts';
import { concernEntries } from './core/concern.entry.ts';
import { decisionEntries } from './core/decision.entry.ts';
import { referralEntries } from './core/referral.entry.ts';

export const frontDoor: Manifest = {
  name: 'front-door',
  entries: [...concernEntries, ...referralEntries, ...decisionEntries],
};
