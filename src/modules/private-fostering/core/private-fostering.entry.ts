import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { day, isSaid, said, shortText, words } from '../../../record/said.ts';
import { happeningOfPeriod } from '../../happening.ts';
import type { ModuleEntry } from '../../manifest.ts';

/** Somebody tells the council of an arrangement, planned or begun. The arrangement is the thread of all in this file. */
export const privateFosteringNotified = defineEntry({
  type: 'private-fostering-notified',
  version: 1,
  books: ['child'],
  fields: { by: said(shortText), plannedFrom: said(day) },
});

/** The council comes to know that a child is privately fostered: visits count from this day. */
export const privateFosteringKnown = defineEntry({
  type: 'private-fostering-known',
  version: 1,
  books: ['child'],
  fields: { begunOn: said(day) },
});

/** An officer visited the home, spoke to the carer and the household and saw the child, and wrote a report. */
export const privateFosteringInspected = defineEntry({
  type: 'private-fostering-inspected',
  version: 1,
  books: ['child'],
  fields: { childSeenAlone: said(z.boolean()), account: said(words) },
});

export const privateFosteringEnded = defineEntry({
  type: 'private-fostering-ended',
  version: 1,
  books: ['child'],
  fields: { because: said(words) },
});

export const privateFosteringEntries: readonly ModuleEntry[] = [
  happeningOfPeriod(privateFosteringNotified, 'private-fostering.notified', 'Private fostering. The council was told.'),
  happeningOfPeriod(privateFosteringKnown, 'private-fostering.aware', ({ begunOn }) =>
    isSaid(begunOn)
      ? 'Private fostering. The council learnt of an arrangement.'
      : 'Private fostering. The council learnt of an arrangement; when it began is not known.',
  ),
  happeningOfPeriod(
    privateFosteringInspected,
    'private-fostering.inspected',
    'Private fostering. The home, the carer and the child were seen.',
  ),
  happeningOfPeriod(privateFosteringEnded, 'private-fostering.ended', 'Private fostering. Ended.'),
];
