import type { CompiledDuty } from './compile.ts';
import type { LaneName } from './lanes.ts';

const LANE_OF_KIND: Readonly<Record<string, LaneName>> = {
  seen: 'seen',
  assessment: 'assessed',
  plan: 'planned',
  conference: 'planned',
  review: 'planned',
  'core-group': 'planned',
  held: 'held',
  view: 'heard',
};

/** The lane on which a duty's due day is drawn: that of what meets it; decisions and enquiries stand with the concern. */
export function laneOfDuty(duty: CompiledDuty): LaneName {
  if (duty.shape === 'state') return 'concern';
  const lanes = new Set(duty.duty.meets.map((name) => LANE_OF_KIND[name.slice(0, name.indexOf('.'))] ?? 'concern'));
  const [only] = lanes;
  return lanes.size === 1 && only ? only : 'concern';
}
