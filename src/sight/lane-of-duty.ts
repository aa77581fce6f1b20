import type { CompiledDuty } from './compile.ts';
import type { LaneName } from './lanes.ts';

const LANE_OF_KIND: Readonly<Record<string, LaneName>> = {
  seen: 'seen',
  assessment: 'assessed',
  health: 'assessed',
  plan: 'planned',
  conference: 'planned',
  review: 'planned',
  'core-group': 'planned',
  'care-plan': 'planned',
  'reviewing-officer': 'planned',
  education: 'planned',
  placement: 'placed',
  held: 'held',
  view: 'heard',
};

/** Facts that stand in another lane than the others of their kind. */
const LANE_OF_FACT: Readonly<Record<string, LaneName>> = {
  'education.school-place-found': 'placed',
  'leaving-care.needs-assessed': 'assessed',
  'leaving-care.plan-agreed': 'planned',
  'leaving-care.plan-reviewed': 'planned',
  'private-fostering.inspected': 'seen',
  'missing.interview-held': 'heard',
  'missing.interview-offered': 'heard',
};

const laneOfFact = (name: string): LaneName =>
  LANE_OF_FACT[name] ?? LANE_OF_KIND[name.slice(0, name.indexOf('.'))] ?? 'concern';

/**
 * The lane on which a duty's due day is drawn: that of what meets it; decisions and enquiries stand with the concern.
 */
export function laneOfDuty(duty: CompiledDuty): LaneName {
  if (duty.shape === 'state') return 'concern';
  const lanes = new Set(duty.duty.meets.map(laneOfFact));
  const [only] = lanes;
  return lanes.size === 1 && only ? only : 'concern';
}
