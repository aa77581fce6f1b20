import { z } from 'zod';
import { addMonths } from '../../../kernel/local-date.ts';
import { defineEntry } from '../../../record/define-entry.ts';
import { day, isSaid, said, shortText } from '../../../record/said.ts';
import { factOn } from '../../draft-fact.ts';
import { moduleEntry } from '../../manifest.ts';

export const SEXES = ['female', 'male', 'not known'] as const;
export type Sex = (typeof SEXES)[number];

/**
 * Who a child is, as far as somebody said. The first one opens the child's book; a later one adds what has become
 * known since (a birth, a name), and leaves standing whatever it does not say. A mistake is corrected instead.
 */
export const childRecorded = defineEntry({
  type: 'child-recorded',
  version: 1,
  books: ['child'],
  fields: {
    councilChildId: said(shortText),
    name: said(shortText),
    bornOn: said(day),
    /** The day on which an unborn child is expected. */
    expectedOn: said(day),
    sex: said(z.enum(SEXES)),
    upn: said(shortText),
    formerUpn: said(shortText),
    /** Why there is no pupil number: a code of the census. */
    upnUnknownReason: said(shortText),
  },
});

/** Birthdays at which the law changes what a child is owed: foreseen as soon as the day of birth is known. */
const BIRTHDAYS = [
  ['age.five', 5],
  ['age.sixteen', 16],
  ['age.eighteen', 18],
] as const;

export const childRecordedEntry = moduleEntry({
  is: childRecorded.is,
  yields: ['born.born', 'born.expected', ...BIRTHDAYS.map(([name]) => name)],
  facts: (entry) => {
    const { bornOn, expectedOn } = entry.data;
    return [
      ...(isSaid(bornOn) ? [factOn(entry, 'born.born', bornOn)] : []),
      ...(isSaid(bornOn) ? BIRTHDAYS.map(([name, years]) => factOn(entry, name, addMonths(bornOn, 12 * years))) : []),
      ...(isSaid(expectedOn) ? [factOn(entry, 'born.expected', expectedOn)] : []),
    ];
  },
  tells: ({ data }) => {
    if (isSaid(data.bornOn)) return 'Who the child is: recorded.';
    return isSaid(data.expectedOn)
      ? 'Who the child is: recorded before birth.'
      : 'Who the child is: recorded. No birth date was given.';
  },
});
