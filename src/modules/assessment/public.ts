export {
  ASSESSED_BECAUSE,
  ASSESSMENT_KINDS,
  type AssessmentKind,
  assessmentBegun,
  assessmentCompleted,
  assessmentOverrunExplained,
  assessmentReviewed,
} from './core/assessment.entry.ts';
