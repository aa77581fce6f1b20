/** What may point to a record being read without need. The list is closed: the queue has words for each. */
export const SNOOPING_KINDS = [
  'own-family',
  'same-address',
  'same-postcode',
  'same-surname',
  'without-work',
  'returned',
  'out-of-hours',
  'formerly-theirs',
  'household',
  'many-at-once',
] as const;
export type SnoopingKind = (typeof SNOOPING_KINDS)[number];

/** One kind with what was counted and the lines of the access log that show it. Numbers only: no name, no place. */
export type Finding = {
  readonly kind: SnoopingKind;
  /** How much it weighs: `ALERT_AT` together make an alert. */
  readonly points: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly lines: readonly number[];
};

/** From this sum of points somebody is asked to look. */
export const ALERT_AT = 4;

type Counts = Finding['counts'];

const many = (count: number | undefined, one: string, more = `${one}s`): string =>
  `${(count ?? 0).toLocaleString('en-GB')} ${count === 1 ? one : more}`;

const WORDS: Readonly<Record<SnoopingKind, (counts: Counts) => string>> = {
  'own-family': () =>
    'The child is known to this person outside work, or belongs to the family of a child whom they declared.',
  'same-address': () => 'The child lives or lived at this person’s own address.',
  'same-postcode': () => 'The child lives or lived in this person’s own postcode.',
  'same-surname': ({ bearing, children }) =>
    `This person shares a surname with the child’s family. It is rare: ${many(bearing, 'child', 'children')} of ${many(children, 'child', 'children')} in the record ${bearing === 1 ? 'has' : 'have'} it.`,
  'without-work': ({ views, reason }) =>
    `Opened ${many(views, 'time')}, ${reason === 0 ? 'never with a reason' : `${many(reason, 'time')} with a reason`}, and nothing was written about the child or the family.`,
  returned: ({ days }) => `Opened on ${many(days, 'different day')}.`,
  'out-of-hours': ({ days, elsewhere, others }) =>
    `Opened at night or at a weekend on ${many(days, 'day')}. Of this person’s ${many(others, 'other view')}, ${(elsewhere ?? 0).toLocaleString('en-GB')} were at such hours.`,
  'formerly-theirs': ({ days }) =>
    `The child was in this person’s work before. Opened again ${many(days, 'day')} after the last time.`,
  household: ({ opened, family }) =>
    `Opened ${many(opened, 'child', 'children')} of a family in which ${many(family, 'child', 'children')} are known.`,
  'many-at-once': ({ children, usual }) =>
    `Opened ${many(children, 'child', 'children')} by own choice within an hour, of whom nothing was written. The most in an hour of another day: ${usual ?? 0}.`,
};

/** The evidence of one finding as a sentence or two. */
export const findingInWords = ({ kind, counts }: Pick<Finding, 'kind' | 'counts'>): string => WORDS[kind](counts);
