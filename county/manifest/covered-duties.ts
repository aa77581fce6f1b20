import { CLOCK_RULES } from './manifest-of-county.ts';
import { STATE_RULES } from './state-rules.ts';

/** The duties of which the manifest lists every clock and every check. */
export const coveredDuties: ReadonlySet<string> = new Set([
  ...CLOCK_RULES.map(({ duty }) => duty),
  ...STATE_RULES.map(({ duty }) => duty),
  'assessment-overrun-reason',
]);

const SET_BY_NOBODY = 'No national number, and Wherrymouth has set none: it is judged nowhere.';

const UNSURE = 'Its value is unsure: it ships switched off.';
const NOT_YET_TOLD = 'The county has no such history yet.';

/** Duties that the manifest leaves out, and why. */
export const notCovered: Readonly<Record<string, string>> = {
  'allocate-social-worker': 'Its failing days are the spans without a worker, which are compared day by day.',
  'allocate-within-limit': SET_BY_NOBODY,
  'assessment-review-point': SET_BY_NOBODY,
  'early-help-assessment': SET_BY_NOBODY,
  'mash-contact-triage': SET_BY_NOBODY,
  'strategy-discussion-held': SET_BY_NOBODY,
  's47-complete': SET_BY_NOBODY,
  'icpc-report-shared': SET_BY_NOBODY,
  'cp-review-after-birth': SET_BY_NOBODY,
  'cp-review-measure': UNSURE,
  'cease-cla-approval': UNSURE,
  'remand-detention-plan': UNSURE,
  'missing-report-police': SET_BY_NOBODY,
  'cla-review-ltf-meeting': NOT_YET_TOLD,
  'visit-ltf-6m': NOT_YET_TOLD,
  'emergency-foster-6wd': NOT_YET_TOLD,
  'iro-dispute-20wd': NOT_YET_TOLD,
  'short-break-regime': NOT_YET_TOLD,
  'short-break-review': NOT_YET_TOLD,
  'short-break-visit': NOT_YET_TOLD,
  'temp-placement-caps-carer-holiday': NOT_YET_TOLD,
  'temp-placement-caps-hospital': NOT_YET_TOLD,
  'visit-other-arrangements': NOT_YET_TOLD,
  'visit-parent-preassessment': NOT_YET_TOLD,
  'visit-rule-known': NOT_YET_TOLD,

  'former-cla-custody-visit': NOT_YET_TOLD,
  'foster-irm-papers': NOT_YET_TOLD,
  'foster-notifiable': NOT_YET_TOLD,
  'foster-tsd': NOT_YET_TOLD,
  'pa-appointed': NOT_YET_TOLD,
  'pa-contact-8w': NOT_YET_TOLD,
  'pa-visit-accommodation': NOT_YET_TOLD,
  'pathway-assessment-3m': NOT_YET_TOLD,
  'pathway-plan': NOT_YET_TOLD,
  'pathway-review-6m': NOT_YET_TOLD,
  'initial-assessment-7wd': 'It ended before the county’s first day.',
};
