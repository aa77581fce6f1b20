import type { Chance } from '../census/chance.ts';
import type { CountyOf } from './county-plan.ts';
import type { Day } from './days.ts';

/** What is planted so many times in a county, counted while it is invented. */
export type Planted = { paragraphs: number; contacts: number };
export const nothingPlanted = (): Planted => ({ paragraphs: 0, contacts: 0 });

/** Twelve plans of the last year were made of one paragraph: it could be about anyone. */
export const SAME_PARAGRAPH =
  'The family will work with professionals. The child will be safe and will reach their potential. Home conditions will be monitored and the plan will be reviewed.';
const PARAGRAPHS = 12;

export function isSameParagraph(planted: Planted, county: CountyOf, on: Day): boolean {
  if (planted.paragraphs >= PARAGRAPHS || on > county.today || on < county.today - 365) return false;
  planted.paragraphs += 1;
  return true;
}

/** One man of three names, of whom eleven contacts tell, each of them about another child. */
const THREE_NAMES = ['Gary Malham', 'Gaz Mallam', 'Mr G. Mailham'];
const CONTACTS = 11;
const HIS_DISTRICT = 'Wherry Quay';

type Place = {
  readonly planted: Planted;
  readonly county: CountyOf;
  readonly story: { readonly chance: Chance };
  readonly family: { readonly district: string };
};

/** The words of a contact about that man; null once all eleven are told, and elsewhere. */
export function contactAboutHim({ planted, county, story, family }: Place, on: Day): string | null {
  if (planted.contacts >= CONTACTS || family.district !== HIS_DISTRICT || on < county.today - 420) return null;
  const name = THREE_NAMES[planted.contacts % THREE_NAMES.length];
  planted.contacts += 1;
  return story.chance.pick([
    `A man called ${name} waits in his car outside the school.`,
    `${name} has moved in with the mother. The children are told to call him Dad.`,
    `${name} gives the older ones vapes and lifts home.`,
  ]);
}
