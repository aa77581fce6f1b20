export {
  conferenceMinutesSent,
  conferenceReportShared,
  initialConferenceHeld,
  initialConferenceTargetSet,
  reviewConferenceHeld,
  transferInConferenceHeld,
  transferInNotified,
} from './core/conference.entry.ts';
export {
  ENQUIRY_OUTCOMES,
  section47Begun,
  section47Concluded,
  significantHarmSuspected,
  strategyDiscussionHeld,
} from './core/enquiry.entry.ts';
export {
  ABUSE_CATEGORIES,
  type AbuseCategory,
  coreGroupHeld,
  protectionPlanAgreed,
  protectionPlanCategoryChanged,
  protectionPlanEnded,
} from './core/protection-plan.entry.ts';
