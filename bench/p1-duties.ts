import { type ClockDuty, dutySchema } from '../src/statute/duty.ts';
import { readStatute } from '../src/statute/read-statute.ts';
import { dutyById } from '../src/statute/statute.ts';

/** The three duties of P1, and thirty made of them. */

/** Every ten working days, and every twenty once three months of the plan have passed. */
export const VISITS = {
  first: 10,
  later: 20,
  afterMonths: 3,
} as const;

const visits = (id: string, first: number): ClockDuty => {
  const duty = dutySchema.parse({
    id,
    title: 'Visits under a protection plan',
    owes: 'the social worker',
    asks: 'Is the child seen as often as the plan asks?',
    shape: 'clock',
    ships: 'on',
    starts: [{ fact: 'plan.protection-begun', meets: 'child' }],
    meets: ['seen.alone', 'seen.with-others'],
    restarts: true,
    ends: [
      { fact: 'plan.protection-ended', in: 'thread' },
      { fact: 'closure.closed', in: 'episode' },
      { fact: 'closure.transferred', in: 'episode' },
      { fact: 'closure.died', in: 'episode' },
      { fact: 'born.died', in: 'child' },
    ],
    switches: [{ afterMonths: VISITS.afterMonths, limit: VISITS.later, count: 'working-days+' }],
    values: {
      '2010-01-01': {
        limit: first,
        count: 'working-days+',
        force: 'local',
        citation: 'invented for the bench',
        source: 'S39',
        confidence: 'V2',
      },
    },
    checked: { on: '2026-01-01', by: 'the bench', next: '2027-01-01' },
  });
  if (duty.shape !== 'clock') throw new Error('not a clock');
  return duty;
};

export const statute = await readStatute();

function clockById(id: string): ClockDuty {
  const duty = dutyById(statute, id);
  if (duty.shape !== 'clock') throw new Error(`${id} is not a clock`);
  return duty;
}

export const THREE: readonly ClockDuty[] = [
  clockById('referral-decision'),
  clockById('icpc-15wd'),
  visits('visit-with-switch', VISITS.first),
];

/** The three, ten times over, each with limits of its own so that no table is shared by all. */
export const THIRTY: readonly ClockDuty[] = Array.from({ length: 10 }, (_, more) =>
  THREE.map((duty) => ({
    ...duty,
    id: `${duty.id}-${more}`,
    values: Object.fromEntries(
      Object.entries(duty.values).map(([from, value]) => [
        from,
        value && { ...value, limit: value.limit === null ? null : value.limit + more },
      ]),
    ),
  })),
).flat();
