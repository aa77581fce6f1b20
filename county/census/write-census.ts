import { GENERATOR_SOFTWARE } from '../../src/modules/returns/public.ts';
import type { InventedCensus, InventedChild, InventedEpisode } from './invented-census.ts';

export type WritingStyle = {
  /** How yes and no are spelt: both are in use. */
  readonly answers?: 'words' | 'digits';
  /** Who the header says wrote it: Sightline's generator unless a test plays another maker. */
  readonly software?: string;
};

/**
 * Writes an invented census as the XML of its year: `GenderCurrent` until 2024, `Sex` from 2025. It says that Sightline's
 * generator wrote it, so that no real database takes it.
 */
export function writeCensus(
  census: InventedCensus,
  { answers = 'words', software = GENERATOR_SOFTWARE }: WritingStyle = {},
): string {
  const style = { answers, year: census.year };
  const header = element('Header', [
    element('CollectionDetails', [
      value('Collection', 'CIN'),
      value('Year', String(census.year)),
      value('ReferenceDate', `${census.year}-03-31`),
    ]),
    element('Source', [
      value('SourceLevel', 'L'),
      value('LEA', '999'),
      value('SoftwareCode', software),
      value('Release', '1'),
      value('SerialNo', '001'),
      value('DateTime', `${census.year}-04-20T09:00:00`),
    ]),
  ]);
  const children = census.children.map((child) => childElement(child, style)).join('\n');
  return `<?xml version="1.0" encoding="utf-8"?>\n<Message>${header}<Children>\n${children}\n</Children></Message>\n`;
}

type Style = { readonly answers: 'words' | 'digits'; readonly year: number };

const element = (name: string, parts: readonly string[]): string => `<${name}>${parts.join('')}</${name}>`;
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const value = (name: string, text: string | undefined): string =>
  text === undefined ? '' : element(name, [escaped(text)]);
const answer = (name: string, is: boolean, { answers }: Style): string =>
  value(name, answers === 'words' ? String(is) : is ? '1' : '0');

const GENDERS = { M: '1', F: '2', U: '0' } as const;

function childElement(child: InventedChild, style: Style): string {
  return element('Child', [
    element('ChildIdentifiers', [
      value('LAchildID', child.id),
      value('UPN', child.upn),
      value('FormerUPN', child.formerUpn),
      value('UPNunknown', child.upnUnknown),
      value('PersonBirthDate', child.bornOn),
      value('ExpectedPersonBirthDate', child.expectedOn),
      style.year <= 2024 ? value('GenderCurrent', GENDERS[child.sex]) : value('Sex', child.sex),
      value('PersonDeathDate', child.diedOn),
    ]),
    element('ChildCharacteristics', [
      value('Ethnicity', child.ethnicity),
      child.disabilities.length === 0
        ? ''
        : element(
            'Disabilities',
            child.disabilities.map((code) => value('Disability', code)),
          ),
    ]),
    ...child.episodes.map((episode) => episodeElement(episode, style)),
  ]);
}

function episodeElement(episode: InventedEpisode, style: Style): string {
  return element('CINdetails', [
    value('CINreferralDate', episode.referredOn),
    value('ReferralSource', episode.source),
    value('PrimaryNeedCode', episode.need),
    value('CINclosureDate', episode.closedOn),
    value('ReasonForClosure', episode.closedBecause),
    value('DateOfInitialCPC', episode.conferenceOn),
    ...episode.assessments.map(assessmentElement),
    ...episode.needPlans.map((plan) =>
      element('CINPlanDates', [value('CINPlanStartDate', plan.begunOn), value('CINPlanEndDate', plan.endedOn)]),
    ),
    ...episode.enquiries.map((enquiry) =>
      element('Section47', [
        value('S47ActualStartDate', enquiry.begunOn),
        value('InitialCPCtarget', enquiry.targetOn),
        value('DateOfInitialCPC', enquiry.conferenceOn),
        answer('ICPCnotRequired', enquiry.conferenceNotRequired, style),
      ]),
    ),
    answer('ReferralNFA', episode.noFurtherAction, style),
    ...episode.plans.map(planElement),
  ]);
}

const assessmentElement = (assessment: InventedEpisode['assessments'][number]): string =>
  element('Assessments', [
    value('AssessmentActualStartDate', assessment.begunOn),
    value('AssessmentInternalReviewDate', assessment.reviewedOn),
    value('AssessmentAuthorisationDate', assessment.authorisedOn),
    assessment.factors.length === 0
      ? ''
      : element(
          'FactorsIdentifiedAtAssessment',
          assessment.factors.map((code) => value('AssessmentFactors', code)),
        ),
  ]);

const planElement = (plan: InventedEpisode['plans'][number]): string =>
  element('ChildProtectionPlans', [
    value('CPPstartDate', plan.begunOn),
    value('CPPendDate', plan.endedOn),
    value('InitialCategoryOfAbuse', plan.firstCategory),
    value('LatestCategoryOfAbuse', plan.latestCategory),
    value('NumberOfPreviousCPP', String(plan.plansBefore)),
    plan.reviewedOn.length === 0
      ? ''
      : element(
          'Reviews',
          plan.reviewedOn.map((day) => value('CPPreviewDate', day)),
        ),
  ]);
