import type {
  CARE_ENDINGS,
  CARE_NEEDS,
  LegalStatus,
  PLACEMENT_PROVIDERS,
  PlacementKind,
  VisitingRule,
} from '../../looked-after/public.ts';
import { isTemporary } from '../../looked-after/public.ts';

/** What the codes of the looked-after return, which Annex A uses too, are called in the record. Texts are Annex A's coarser ones. */
export const CARE_NEED_OF: Readonly<Record<string, (typeof CARE_NEEDS)[number]>> = {
  N1: 'abuse-or-neglect',
  N2: 'child-disability',
  N3: 'parental-illness-or-disability',
  N4: 'family-in-acute-stress',
  N5: 'family-dysfunction',
  N6: 'socially-unacceptable-behaviour',
  N7: 'low-income',
  N8: 'absent-parenting',
};

export const LEGAL_STATUS_OF: Readonly<Record<string, LegalStatus>> = {
  C1: 'interim-care-order',
  C2: 'care-order',
  D1: 'other',
  E1: 'placement-order',
  V2: 'accommodated',
  V3: 'accommodated',
  V4: 'accommodated',
  L1: 'police-protection',
  L2: 'emergency-protection',
  L3: 'other',
  J1: 'remanded',
  J2: 'other',
  J3: 'other',
  'f) Detained on child protection grounds in LA accommodation': 'other',
  'f) Detained on child protection grounds in LA accomodation': 'other',
  'g) Youth justice legal statuses': 'other',
};

/** A series of short breaks: V3 records each, V4 the agreement. */
export const isShortBreaks = (code: string | null): boolean => code === 'V3' || code === 'V4';

export const PLACEMENT_OF: Readonly<Record<string, PlacementKind>> = {
  U1: 'foster-by-relative-long-term',
  U2: 'foster-by-relative-for-adoption',
  U3: 'foster-by-relative',
  U4: 'foster-long-term',
  U5: 'foster-for-adoption',
  U6: 'foster',
  A3: 'adoption-by-carer-with-consent',
  A4: 'adoption-with-consent',
  A5: 'adoption-by-carer-with-order',
  A6: 'adoption-with-order',
  H5: 'semi-independent',
  K1: 'secure-home',
  K2: 'childrens-home',
  K3: 'supported-accommodation',
  P1: 'with-parents',
  P2: 'independent-living',
  P3: 'residential-employment',
  R1: 'residential-care-home',
  R2: 'health-provision',
  R3: 'family-centre',
  R5: 'youth-custody',
  S1: 'residential-school',
  T0: 'temporary',
  T1: 'temporary-hospital',
  T2: 'temporary-child-holiday',
  T3: 'temporary-carer-holiday',
  T4: 'temporary-other',
  Z1: 'other',
  Z11: 'other',
  Z12: 'other',
  Z13: 'other',
  Z14: 'other',
  'a) Foster placement': 'foster-not-said-by-whom',
  'b) Placed for adoption': 'adoption',
};

export const PROVIDER_OF: Readonly<Record<string, (typeof PLACEMENT_PROVIDERS)[number]>> = {
  PR0: 'parents',
  PR1: 'own-council',
  PR2: 'another-council',
  PR3: 'other-public',
  PR4: 'private',
  PR5: 'voluntary',
};

export const CARE_ENDING_OF: Readonly<Record<string, (typeof CARE_ENDINGS)[number]>> = {
  E11: 'adopted',
  E12: 'adopted-consent-dispensed',
  E13: 'left-to-relatives-without-responsibility',
  E14: 'remand-ended',
  E15: 'found-to-be-adult',
  E16: 'moved-abroad',
  E17: 'stayed-with-carers-at-eighteen',
  E2: 'died',
  E3: 'moved-to-another-council',
  E4A: 'returned-home-planned',
  E4B: 'returned-home-unplanned',
  E41: 'child-arrangements-order',
  E43: 'guardianship-by-former-foster-carer',
  E44: 'guardianship-by-somebody-else',
  E45: 'guardianship-by-former-foster-relative',
  E46: 'guardianship-by-former-foster-carer',
  E47: 'guardianship-by-other-relative',
  E48: 'guardianship-by-somebody-else',
  E5: 'independent-living-with-support',
  E6: 'independent-living-without-support',
  E7: 'adult-social-care',
  E8: 'other',
  E9: 'custody',
  'a) Adopted': 'adopted',
  'd) Returned home to live with parents or relatives': 'returned-home',
  'g) Special Guardianship Orders': 'guardianship',
  'h) Moved into independent living': 'independent-living',
};

/** Placements with relatives or friends: the file does not say whether their approval is only a temporary one (regulation 24). */
const MAY_BE_TEMPORARILY_APPROVED: ReadonlySet<PlacementKind> = new Set([
  'foster-by-relative',
  'foster-not-said-by-whom',
]);

/**
 * Which part of regulation 28 governs the visits to a placement, by legal status and kind of placement; undefined where the
 * file cannot tell, or where a few days away leave it as it was.
 */
export function visitingRuleOf(statusCode: string | null, kind: PlacementKind | undefined): VisitingRule | undefined {
  if (isShortBreaks(statusCode)) return 'short-breaks';
  if (kind === undefined || isTemporary(kind) || statusCode === null) return undefined;
  if (kind !== 'with-parents') return MAY_BE_TEMPORARILY_APPROVED.has(kind) ? undefined : 'ordinary';
  const status = LEGAL_STATUS_OF[statusCode];
  if (status === 'interim-care-order') return 'temporary-or-interim-order';
  return status === 'care-order' || status === 'placement-order' ? 'parent-care-order' : undefined;
}
