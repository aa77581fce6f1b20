/** What a column holds. `code:SET` is a text of that set of `statute/code-sets`; `age`, which the council works out, is never used. */
export type AnnexColumnIs = 'id' | 'text' | 'date' | 'count' | 'age' | 'yes-or-no' | `code:${string}`;
export type AnnexColumn = {
  readonly heading: string;
  readonly is: AnnexColumnIs;
  /** Without it the row says nothing that can be represented. */
  readonly needed: boolean;
};
export type AnnexList = {
  /** 1 to 11: the sheet is called `List 1`. */
  readonly number: number;
  readonly title: string;
  /** Adopters are rows of nobody in particular: they have no child. */
  readonly about: 'child' | 'adopter';
  readonly columns: readonly AnnexColumn[];
};

const column =
  (is: AnnexColumnIs, needed = false) =>
  (heading: string): AnnexColumn => ({ heading, is, needed });
const id = column('id', true);
/** The day of the event that the row is about. */
const day = column('date', true);
const date = column('date');
const text = column('text');
const count = column('count');
const age = column('age');
const yesOrNo = column('yes-or-no');
const code = (set: string, heading: string): AnnexColumn => column(`code:annex-a-${set}`)(heading);

/** Headings of other years' workbooks, folded, and the column that each of them is. */
export const OTHER_HEADINGS: Readonly<Record<string, string>> = {
  sex: 'Gender',
  age: 'Age of Child (Years)',
  'age at period end': 'Age of Child (Years)',
};

/** A heading without case, quotation marks and signs: `Date of Referral` is `Date of referral`. */
export const foldedHeading = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/['’‘"“”]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const child = [
  id('Child Unique ID'),
  code('sex', 'Gender'),
  code('ethnicity', 'Ethnicity'),
  date('Date of Birth'),
  age('Age of Child (Years)'),
];
const team = [text('Allocated Team'), text('Allocated Worker')];
const disabled = yesOrNo('Does the Child have a Disability');

const list = (number: number, title: string, ...columns: readonly AnnexColumn[]): AnnexList => ({
  number,
  title,
  about: 'child',
  columns,
});

/** The eleven lists of Annex A, with their columns in order. */
export const ANNEX_LISTS: readonly AnnexList[] = [
  list(1, 'Contacts', ...child, day('Date of Contact'), code('contact-source', 'Contact Source')),
  list(
    2,
    'Early help assessments',
    ...child,
    day('Assessment start date'),
    date('Assessment completion date'),
    text('Organisation completing assessment'),
  ),
  list(
    3,
    'Referrals',
    ...child,
    day('Date of referral'),
    code('contact-source', 'Referral Source'),
    yesOrNo('Referral NFA?'),
    count('Number of Referrals in Last 12 Months'),
    ...team,
  ),
  list(
    4,
    'Assessments',
    ...child,
    disabled,
    day('Continuous Assessment Start Date'),
    yesOrNo('Child Seen During Continuous Assessment'),
    date('Continuous Assessment Date of Authorisation'),
    yesOrNo("Was the child assessed as requiring LA children's social care support?"),
    ...team,
  ),
  list(
    5,
    'Section 47 enquiries and ICPC outcomes',
    ...child,
    disabled,
    day('Strategy discussion initiating Section 47 Enquiry Start Date'),
    yesOrNo('Was an Initial Child Protection Conference deemed unnecessary?'),
    date('Date of Initial Child Protection Conference'),
    yesOrNo('Did the Initial Child Protection Conference Result in a Child Protection Plan'),
    count('Number of Section 47 Enquiries in the last 12 months'),
    count('Number of ICPCs in the last 12 months'),
    ...team,
  ),
  list(
    6,
    'Children in need',
    ...child,
    disabled,
    date('CIN Start Date'),
    code('need', 'Primary Need Code'),
    date('Date Child Was Last Seen'),
    date('CIN Closure Date'),
    code('closure-reason', 'Reason for Closure'),
    code('case-status', 'Case Status'),
    ...team,
  ),
  list(
    7,
    'Child protection',
    ...child,
    disabled,
    day('Child Protection Plan Start Date'),
    code('abuse', 'Initial Category of Abuse'),
    code('abuse', 'Latest Category of Abuse'),
    date('Date of the Last Statutory Visit'),
    yesOrNo('Was the Child Seen Alone?'),
    date('Date of latest review conference'),
    date('Child Protection Plan End Date'),
    yesOrNo('Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)'),
    count('Number of Previous Child Protection Plans'),
    ...team,
  ),
  list(
    8,
    'Children in care',
    ...child,
    yesOrNo('Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)'),
    disabled,
    day('Date Started to be Looked After'),
    code('need', "Child's Category of Need"),
    yesOrNo('Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)'),
    date('Start date of current legal status'),
    code('legal-status', "Child's Legal Status"),
    date('Date of Latest Statutory Review'),
    date('Date of Last Social Work Visit'),
    code('permanence-plan', 'What is the permanence plan for this child?'),
    date('Date of Last IRO Visit / Contact to the Child'),
    date('Date of Last Health Assessment'),
    date('Date of Last Dental Check'),
    count('Number of Placements in the Last 12 months'),
    date('Date Ceased to be Looked After'),
    code('reason-ceased', 'Reason Ceased to be Looked After'),
    date('Start Date of Most Recent Placement'),
    code('placement', 'Placement Type'),
    code('placement-provider', 'Placement Provider'),
    text('Placement postcode'),
    text('URN of Placement'),
    code('placement-location', 'Placement Location'),
    text('LA of Placement'),
    count("Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months"),
    count("Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months"),
    yesOrNo('Was the child offered a Return Interview after their last missing episode (Y/N)?'),
    yesOrNo('Did the child accept a Return Interview after their last missing episode (Y/N)?'),
    ...team,
  ),
  list(
    9,
    'Leaving care services',
    ...child,
    yesOrNo('Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)'),
    disabled,
    ...team,
    text('Allocated Personal Advisor'),
    code('eligibility', 'Eligibility Category'),
    date('Latest Pathway Plan Review Date'),
    code('in-touch', 'LA in Touch'),
    date('Latest Date of Contact'),
    code('accommodation', 'Type of Accommodation'),
    code('suitability', 'Suitability of Accommodation'),
    code('activity', 'Activity Status'),
  ),
  list(
    10,
    'Adoption',
    id('Child Unique ID'),
    text('Family identifier'),
    code('sex', 'Gender'),
    code('ethnicity', 'Ethnicity'),
    date('Date of Birth'),
    age('Age of Child (Years)'),
    disabled,
    day('Date the Child Entered Care'),
    date('Date of Decision that Child Should be Placed for Adoption'),
    date('Date of Placement Order'),
    date('Date of Matching Child and Prospective Adopters'),
    date('Date Placed for Adoption'),
    date('Date of Adoption Order'),
    date('Date of Decision that Child Should No Longer be Placed for Adoption'),
    code('adoption-reversed', 'Reason Why Child No Longer Placed for Adoption'),
    date('Date the child was placed for fostering in FFA or concurrent planning placement'),
  ),
  {
    ...list(
      11,
      'Adopters',
      id('Individual adopter identifier'),
      text('Family identifier'),
      code('sex', 'Gender'),
      code('ethnicity', 'Ethnicity'),
      yesOrNo('Disability'),
      yesOrNo('Is the (prospective) adopter fostering for adoption?'),
      day('Date enquiry received'),
      date('Date Stage 1 started'),
      date('Date Stage 1 ended'),
      date('Date Stage 2 started'),
      date('Date Stage 2 ended'),
      date('Date application submitted'),
      date('Date application approved'),
      date('Date adopter matched with child(ren)'),
      date('Date child/children placed with adopter(s)'),
      count('No. of children placed'),
      date('Date of Adoption Order'),
      date('Date of leaving adoption process'),
      code('adopter-left', 'Reason for leaving adoption process'),
    ),
    about: 'adopter',
  },
];
