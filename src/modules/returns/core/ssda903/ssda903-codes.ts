import type { NO_SCORE_REASONS, PLACEMENT_ENDINGS, REVIEW_PARTICIPATION } from '../../../looked-after/public.ts';
import type { Sex } from '../../../people/public.ts';

/** What the codes of the looked-after return are called in the record, beside those that Annex A has too. */
export const SEX_OF_903: Readonly<Record<string, Sex>> = {
  '1': 'male',
  '2': 'female',
  M: 'male',
  F: 'female',
  U: 'not known',
};

export const CHANGE_OF_PLACEMENT: Readonly<Record<string, (typeof PLACEMENT_ENDINGS)[number]>> = {
  CARPL: 'care-plan',
  CLOSE: 'provision-closed',
  ALLEG: 'allegation',
  STAND: 'standards-of-care',
  APPRR: 'approval-removed',
  CREQB: 'carer-asked-behaviour',
  CREQO: 'carer-asked-other',
  CHILD: 'child-asked',
  LAREQ: 'council-asked',
  PLACE: 'status-only',
  CUSTOD: 'custody',
  OTHER: 'other',
};

export const TOOK_PART: Readonly<Record<string, (typeof REVIEW_PARTICIPATION)[number]>> = {
  PN0: 'under-four',
  PN1: 'spoke-for-self',
  PN2: 'spoke-through-advocate',
  PN3: 'attended-with-symbols',
  PN4: 'attended-without-speaking',
  PN5: 'absent-advocate-spoke',
  PN6: 'absent-views-sent',
  PN7: 'absent-no-views',
};

export const NO_SCORE_BECAUSE: Readonly<Record<string, (typeof NO_SCORE_REASONS)[number]>> = {
  SDQ1: 'child-too-young-or-old',
  SDQ2: 'carer-refused',
  SDQ3: 'child-severely-disabled',
  SDQ4: 'other',
  SDQ5: 'child-refused',
};

export const IN_TOUCH_OF = {
  YES: 'yes',
  NO: 'no',
  DIED: 'died',
  REFU: 'refused',
  NREQ: 'no-help-needed',
  RHOM: 'returned-home',
} as const;

/** The digit of an activity; F and P before it are full and part time. */
export const ACTIVITY_OF = {
  '1': 'higher-education',
  '2': 'other-education',
  '3': 'training-or-employment',
  '4': 'apprenticeship',
  '5': 'training-or-employment',
} as const;
export const NO_ACTIVITY_OF = {
  G4: 'none-for-illness-or-disability',
  G5: 'none-for-another-reason',
  G6: 'none-for-pregnancy-or-parenting',
} as const;

export const PREVIOUS_PERMANENCE_OF = {
  P1: 'adoption',
  P2: 'special-guardianship',
  P3: 'child-arrangements-order',
  P4: 'kind-not-known',
  Z1: 'none',
} as const;
