import { RULES_OF_NEED, RULES_OF_PROTECTION } from './rules-of-need.ts';
import { STATE_RULES } from './state-rules.ts';

/** The duties of which the manifest lists every clock and every check. */
export const coveredDuties: ReadonlySet<string> = new Set([
  ...[...RULES_OF_NEED, ...RULES_OF_PROTECTION].map(({ duty }) => duty),
  ...STATE_RULES.map(({ duty }) => duty),
  'assessment-overrun-reason',
]);

const SET_BY_NOBODY = 'No national number, and Wherrymouth has set none: it is judged nowhere.';

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
  'cp-review-measure': 'Its days are unsure: it ships switched off.',
  'dental-annual': NOT_YET_TOLD,
  'former-cla-custody-visit': NOT_YET_TOLD,
  'foster-assessment-8m': NOT_YET_TOLD,
  'foster-decision': NOT_YET_TOLD,
  'foster-irm-papers': NOT_YET_TOLD,
  'foster-notifiable': NOT_YET_TOLD,
  'foster-resignation': NOT_YET_TOLD,
  'foster-review-annual': NOT_YET_TOLD,
  'foster-review-first': NOT_YET_TOLD,
  'foster-review-views': NOT_YET_TOLD,
  'foster-supervision': NOT_YET_TOLD,
  'foster-supervision-signed': NOT_YET_TOLD,
  'foster-sw-allocated': NOT_YET_TOLD,
  'foster-tsd': NOT_YET_TOLD,
  'foster-unannounced': NOT_YET_TOLD,
  'iha-20wd': NOT_YET_TOLD,
  'missing-report-police': NOT_YET_TOLD,
  'pa-appointed': NOT_YET_TOLD,
  'pa-contact-8w': NOT_YET_TOLD,
  'pa-visit-accommodation': NOT_YET_TOLD,
  'pathway-assessment-3m': NOT_YET_TOLD,
  'pathway-plan': NOT_YET_TOLD,
  'pathway-review-6m': NOT_YET_TOLD,
  'pep-initiated': NOT_YET_TOLD,
  'pf-first-action-7wd': NOT_YET_TOLD,
  'pf-visit-year1': NOT_YET_TOLD,
  'rha-5plus': NOT_YET_TOLD,
  'rha-under5': NOT_YET_TOLD,
  'rhi-72h': NOT_YET_TOLD,
  'initial-assessment-7wd': 'It ended before the county’s first day.',
};
