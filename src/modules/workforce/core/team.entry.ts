import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { type EntryType, entryType } from '../../../record/entry.ts';
import { notAsked, said, shortText, someId } from '../../../record/said.ts';
import { observation } from '../../happening.ts';

/** What a team does. */
export const TEAM_KINDS = [
  'front-door',
  'assessment',
  'family-safeguarding',
  'child-in-need',
  'children-in-care',
  'leaving-care',
  'disabled-children',
  'fostering',
  'adoption',
  'early-help',
  'emergency-duty',
  'reviewing-officers',
  'other',
] as const;
export type TeamKind = (typeof TEAM_KINDS)[number];

/** A team is formed, or what is known of it has changed: the last one stands. */
export const teamFormed = defineEntry({
  type: 'team-formed',
  version: 2,
  books: ['team'],
  fields: {
    name: shortText,
    managedBy: said(someId),
    kind: said(z.enum(TEAM_KINDS)),
    /** The part of the county that it works for. */
    district: said(shortText),
  },
});

const { is: first } = defineEntry({
  type: 'team-formed',
  version: 1,
  books: ['team'],
  fields: { name: shortText, managedBy: said(someId) },
});

/** Before anybody asked what a team does and where. */
export const teamFormedFirst: EntryType = entryType({
  ...first,
  upcast: (data: object) => ({ ...data, kind: notAsked, district: notAsked }),
}) as EntryType;

export const teamEntry = observation(teamFormed, 'Team formed.');
