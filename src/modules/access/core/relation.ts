/** What somebody is to a child, as the record tells it. The first of this order that holds is the one that the log keeps. */
export const RELATIONS = [
  'allocated',
  'manager',
  'cover',
  'named',
  'team',
  'conference-chair',
  'reviewing-officer',
  'legal',
  'supervising',
  'duty',
  'family',
  'sample',
  'accountable',
  'data-quality',
  'reason',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** Each relation as the access log and the child’s page say it. */
export const RELATION_IN_WORDS: Readonly<Record<Relation, string>> = {
  allocated: 'The child’s own worker',
  manager: 'Manager of the child’s team',
  cover: 'Stands in for the child’s worker or manager',
  team: 'In the team of the child’s worker',
  'conference-chair': 'Chairs the child’s conferences',
  'reviewing-officer': 'The child’s independent reviewing officer',
  legal: 'Advises on the child in law',
  supervising: 'Supervises the child’s carers',
  named: 'Named on the restricted record',
  duty: 'On duty for children whom nobody holds',
  family: 'Works with a brother or sister',
  sample: 'The file was drawn for an audit or inspection',
  accountable: 'Answers for every child',
  'data-quality': 'Keeps the county’s data right',
  reason: 'Opened with a reason',
};

/** A relation by its name; undefined for any other text. */
export const relation = (text: string): Relation | undefined => RELATIONS.find((each) => each === text);
