/** The tables in which the census is read: a row is one line of one of them. */
export const CENSUS_TABLES = [
  'Header',
  'ChildIdentifiers',
  'ChildCharacteristics',
  'Disabilities',
  'CINdetails',
  'Assessments',
  'AssessmentFactorsList',
  'CINplanDates',
  'Section47',
  'ChildProtectionPlans',
  'Reviews',
  'PreProceedings',
] as const;
export type CensusTable = (typeof CENSUS_TABLES)[number];

/** `code:SET` is a code of that set of `statute/code-sets`; `one-of:A,B` one of a short list that no released census has yet. */
export type FieldIs = 'text' | 'date' | 'yes-or-no' | 'count' | `code:${string}` | `one-of:${string}`;

export type FieldPart = { readonly part: 'field'; readonly name: string; readonly is: FieldIs };
/** A wrapper that holds one field many times; each occurrence is a row. */
export type ListPart = {
  readonly part: 'list';
  readonly name: string;
  readonly item: string;
  readonly table: CensusTable;
  readonly is: FieldIs;
};
export type GroupPart = {
  readonly part: 'group';
  readonly name: string;
  readonly shape: GroupShape;
  readonly once?: true;
};
/** A group of elements in the order that the census fixes; with a table, each occurrence is a row. */
export type GroupShape = {
  readonly table: CensusTable | null;
  readonly parts: readonly (FieldPart | ListPart | GroupPart)[];
};

const field = (name: string, is: FieldIs): FieldPart => ({ part: 'field', name, is });
const date = (name: string): FieldPart => field(name, 'date');
const list = (name: string, item: string, table: CensusTable, is: FieldIs): ListPart => ({
  part: 'list',
  name,
  item,
  table,
  is,
});
const group = (name: string, table: CensusTable, ...parts: GroupShape['parts']): GroupPart => ({
  part: 'group',
  name,
  shape: { table, parts },
});

const assessments = group(
  'Assessments',
  'Assessments',
  date('AssessmentActualStartDate'),
  date('AssessmentInternalReviewDate'),
  date('AssessmentAuthorisationDate'),
  list('FactorsIdentifiedAtAssessment', 'AssessmentFactors', 'AssessmentFactorsList', 'code:cin-assessment-factor'),
);

const section47 = group(
  'Section47',
  'Section47',
  date('S47ActualStartDate'),
  date('InitialCPCtarget'),
  date('DateOfInitialCPC'),
  field('ICPCnotRequired', 'yes-or-no'),
);

const protectionPlans = group(
  'ChildProtectionPlans',
  'ChildProtectionPlans',
  date('CPPstartDate'),
  date('CPPendDate'),
  field('InitialCategoryOfAbuse', 'code:cin-abuse-category'),
  field('LatestCategoryOfAbuse', 'code:cin-abuse-category'),
  field('NumberOfPreviousCPP', 'count'),
  list('Reviews', 'CPPreviewDate', 'Reviews', 'date'),
);

/** Of the draft for 2026-27: read and kept, and flagged as of another year. */
const preProceedings = group(
  'PreProceedingsandFGDM',
  'PreProceedings',
  date('PPStartDate'),
  date('LBPSentDate'),
  field('FGDMMeetingOffer', 'yes-or-no'),
  field('FGDMMeetingFac', 'yes-or-no'),
  date('InitialPPMeetingDate'),
  field('ReviewMeetingsCount', 'count'),
  date('StepDecisionDate'),
  field('PPOutcome', 'one-of:A,B,C'),
  date('CourtAppDate'),
  date('LetterInitCPDate'),
);

const identifiers: GroupPart = {
  ...group(
    'ChildIdentifiers',
    'ChildIdentifiers',
    field('LAchildID', 'text'),
    field('UPN', 'text'),
    field('FormerUPN', 'text'),
    field('UPNunknown', 'code:cin-upn-unknown'),
    date('PersonBirthDate'),
    date('ExpectedPersonBirthDate'),
    field('GenderCurrent', 'code:cin-gender'),
    field('Sex', 'code:cin-sex'),
    date('PersonDeathDate'),
  ),
  once: true,
};

const characteristics: GroupPart = {
  ...group(
    'ChildCharacteristics',
    'ChildCharacteristics',
    field('Ethnicity', 'code:cin-ethnicity'),
    list('Disabilities', 'Disability', 'Disabilities', 'code:cin-disability'),
  ),
  once: true,
};

/** What one `Child` holds, from identity to the last review date. */
export const CHILD_SHAPE: GroupShape = {
  table: null,
  parts: [
    identifiers,
    characteristics,
    group(
      'CINdetails',
      'CINdetails',
      date('CINreferralDate'),
      field('ReferralSource', 'code:cin-referral-source'),
      field('PrimaryNeedCode', 'code:cin-primary-need'),
      date('CINclosureDate'),
      field('ReasonForClosure', 'code:cin-closure-reason'),
      date('DateOfInitialCPC'),
      assessments,
      group('CINPlanDates', 'CINplanDates', date('CINPlanStartDate'), date('CINPlanEndDate')),
      section47,
      field('ReferralNFA', 'yes-or-no'),
      protectionPlans,
      preProceedings,
    ),
  ],
};

/** Every group of the census by the name of its element. */
export const GROUPS_BY_NAME: ReadonlyMap<string, GroupPart> = new Map(
  groupsOf(CHILD_SHAPE).map((each) => [each.name, each]),
);
/** Every wrapper of a list by its name. */
export const LISTS_BY_NAME: ReadonlyMap<string, ListPart> = new Map(
  [CHILD_SHAPE, ...groupsOf(CHILD_SHAPE).map(({ shape }) => shape)].flatMap(({ parts }) =>
    parts.filter((part) => part.part === 'list').map((part) => [part.name, part] as const),
  ),
);
/** Every single element that some group of the census holds. */
export const FIELD_NAMES: ReadonlySet<string> = new Set(
  groupsOf(CHILD_SHAPE).flatMap(({ shape }) =>
    shape.parts.flatMap((part) => (part.part === 'field' ? [part.name] : part.part === 'list' ? [part.item] : [])),
  ),
);

function groupsOf(shape: GroupShape): GroupPart[] {
  return shape.parts.flatMap((part) => (part.part === 'group' ? [part, ...groupsOf(part.shape)] : []));
}
