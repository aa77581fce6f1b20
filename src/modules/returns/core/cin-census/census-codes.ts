import type { ClosureReason } from '../../../front-door/public.ts';
import type { Sex } from '../../../people/public.ts';
import type { AbuseCategory } from '../../../protection/public.ts';

/** What the codes of the census are called in the record. */
export const SEX_OF: Readonly<Record<string, Sex>> = { M: 'male', F: 'female', U: 'not known' };
/** `GenderCurrent`, asked until the census of 2024: 0 not known, 1 male, 2 female, 9 not specified. */
export const SEX_OF_GENDER: Readonly<Record<string, Sex>> = {
  '0': 'not known',
  '1': 'male',
  '2': 'female',
  '9': 'not known',
};

export const CLOSURE_OF: Readonly<Record<string, ClosureReason>> = {
  RC1: 'adopted',
  RC2: 'died',
  RC3: 'child-arrangements-order',
  RC4: 'special-guardianship-order',
  RC5: 'transferred-to-another-council',
  RC6: 'transferred-to-adult-services',
  RC7: 'services-ended',
  RC8: 'no-further-action-after-assessment',
  RC9: 'early-help-after-assessment',
};

export const ABUSE_OF: Readonly<Record<string, AbuseCategory>> = {
  NEG: 'neglect',
  PHY: 'physical',
  SAB: 'sexual',
  EMO: 'emotional',
  MUL: 'multiple',
};
