export { CARE_ENDINGS, CARE_NEEDS, careEnded, careEntered, legalStatusChanged } from './core/care-period.entry.ts';
export {
  carePlanAgreed,
  careReviewDecisionsSent,
  careReviewHeld,
  careReviewRecordSent,
  REVIEW_PARTICIPATION,
  reviewDisputeRaised,
  reviewDisputeResolved,
  reviewingOfficerAppointed,
  reviewingOfficerSpokeToChild,
} from './core/care-review.entry.ts';
export {
  educationPlanBegun,
  educationPlanReviewed,
  schoolPlaceFound,
  schoolPlaceNeeded,
} from './core/education.entry.ts';
export {
  dentalChecked,
  healthAssessed,
  healthObserved,
  immunisationsRecorded,
  NO_SCORE_REASONS,
  strengthsAndDifficultiesRecorded,
} from './core/health.entry.ts';
export {
  adviserAppointed,
  adviserInTouch,
  adviserVisited,
  LEAVING_CARE_CATEGORIES,
  leaverAccommodationBegun,
  leaverDetained,
  leaverReleased,
  leavingCareEnded,
  leavingCareEntitled,
  leavingCareNeedsAssessed,
  pathwayPlanAgreed,
  pathwayPlanReviewed,
} from './core/leaving-care.entry.ts';
export { LEGAL_STATUSES, type LegalStatus } from './core/legal-status.ts';
export { childFound, childWentMissing, returnInterview } from './core/missing.entry.ts';
export {
  longTermFosteringAgreed,
  PLACEMENT_ENDINGS,
  PLACEMENT_PROVIDERS,
  placementBegun,
  placementEnded,
  placementMadePermanent,
  VISITING_RULES,
  type VisitingRule,
  visitingChanged,
} from './core/placement.entry.ts';
export {
  PLACEMENT_APPROVALS,
  placementApproved,
  placementNotified,
  placementPlanAgreed,
  temporaryApprovalEnded,
  temporaryApprovalExtended,
} from './core/placement-approval.entry.ts';
export { isTemporary, PLACEMENT_KINDS, type PlacementKind } from './core/placement-kind.ts';
export { adoptionReported, leaverObserved } from './core/reported-by-file.entry.ts';
