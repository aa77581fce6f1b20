import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import type { EntryType } from '../../../record/entry.ts';
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

const fieldsAtFirst = { name: shortText, managedBy: said(someId) };
const { is: atFirst } = defineEntry({ type: 'team-formed', version: 1, books: ['team'], fields: fieldsAtFirst });

/** A team is formed, or what is known of it has changed: the last one stands. */
export const teamFormed = defineEntry({
  type: 'team-formed',
  version: 2,
  books: ['team'],
  fields: {
    ...fieldsAtFirst,
    kind: said(z.enum(TEAM_KINDS)),
    /** The part of the county that it works for. */
    district: said(shortText),
  },
  // Nobody asked at first what a team does and where.
  was: { ...atFirst, upcast: (data: object) => ({ ...data, kind: notAsked, district: notAsked }) } as EntryType,
});

export const teamEntry = observation(teamFormed, 'Team formed.');
