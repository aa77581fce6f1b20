import { SUPERVISION_RULES, SUPERVISION_WEEKS } from '../generate/county-policies.ts';
import type { ClockRule } from './clock-rule.ts';
import { months, since, weeks, workingDays } from './counting-days.ts';

const ENDED = { is: 'carer ended', reach: 'thread' } as const;

/** What is owed to foster carers, and by them. */
export const RULES_OF_CARERS: readonly ClockRule[] = [
  {
    duty: 'foster-assessment-8m',
    starts: [{ is: 'carer assessment begun', reach: 'thread' }],
    meets: ['carer approved', 'carer decided', 'carer ended'],
    ends: [],
    due: months(8),
  },
  {
    duty: 'foster-decision',
    starts: [{ is: 'carer recommended', reach: 'thread' }],
    meets: ['carer decided'],
    ends: [{ is: 'carer ended', reach: 'child' }],
    due: workingDays(7),
  },
  {
    duty: 'foster-review-first',
    starts: [{ is: 'carer approved', reach: 'thread' }],
    meets: ['carer reviewed'],
    ends: [ENDED],
    due: months(12),
  },
  {
    duty: 'foster-review-annual',
    starts: [{ is: 'carer reviewed', reach: 'thread' }],
    meets: ['carer reviewed'],
    ends: [ENDED],
    again: true,
    due: months(12),
  },
  {
    duty: 'foster-unannounced',
    starts: [{ is: 'carer approved', reach: 'thread' }],
    meets: ['carer visited unannounced'],
    ends: [ENDED],
    again: true,
    due: months(12),
  },
  {
    duty: 'foster-supervision',
    starts: [{ is: 'carer approved', reach: 'child' }],
    meets: ['carer supervised'],
    ends: [ENDED],
    again: true,
    due: since(SUPERVISION_RULES, weeks(SUPERVISION_WEEKS)),
  },
  {
    duty: 'foster-resignation',
    starts: [{ is: 'carer resigned', reach: 'thread' }],
    meets: ['carer ended'],
    ends: [],
    due: ({ start }) => start.on + 28,
  },
];
