import type { Id } from '../../src/kernel/id.ts';
import type { Chance } from '../census/chance.ts';
import { DISTRICTS } from './county-plan.ts';
import { type Day, monthsAfter } from './days.ts';
import type { FamilyStory, Subject } from './family-story.ts';
import { type FamilyName, inventFamilyName, nameAdult, nameChild, type Sex } from './inventing-names.ts';
import { pickShare } from './shares.ts';

export type Child = Subject & {
  readonly number: string;
  readonly name: string;
  readonly sex: Sex;
  /** The day of birth; of a child not born on the present day, the day on which it is expected. */
  readonly bornOn: Day;
  readonly eighteen: Day;
  readonly upn: string | null;
  readonly ethnicity: string;
  readonly disabilities: readonly string[];
  /** The father, by number within the family: half-siblings have another. */
  readonly father: number;
  readonly twin: boolean;
  /** Written down already: a first entry opens the book, and says who the child is. */
  known: boolean;
  /** The birth is written down. */
  born: boolean;
};

/** Whether the people of a family are written down yet. */
export type KinTold = { done: boolean };

export type Family = {
  readonly number: number;
  readonly name: FamilyName;
  readonly district: string;
  readonly mother: string;
  readonly fathers: readonly string[];
  readonly children: readonly Child[];
  readonly kinTold: KinTold;
};

const SIZES = [1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5];
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';
const DISABILITIES = ['MOB', 'COMM', 'LD', 'HEAR', 'VIS', 'BEH', 'CON', 'AUT', 'AUT', 'INC'];

/** A family whose eldest child is of an age to be referred about `around`. */
export function inventFamily(story: FamilyStory, number: number, around: Day): Family {
  const { chance } = story;
  const name = inventFamilyName(chance);
  const fathers = Array.from({ length: chance.percent(30) ? 2 : 1 }, () =>
    nameAdult(chance, inventFather(chance, name), 'male'),
  );
  const size = chance.pick(SIZES);
  return {
    number,
    name,
    district: pickShare(chance, DISTRICTS),
    mother: nameAdult(chance, name, 'female'),
    fathers,
    kinTold: { done: false },
    children: inventChildren(story, number, { name, size, fathers: fathers.length, around }),
  };
}

const inventFather = (chance: Chance, name: FamilyName): FamilyName =>
  chance.percent(70) ? name : inventFamilyName(chance);

type Siblings = { readonly name: FamilyName; readonly size: number; readonly fathers: number; readonly around: Day };

function inventChildren(story: FamilyStory, family: number, { name, size, fathers, around }: Siblings): Child[] {
  const { chance } = story;
  const taken = new Set<string>();
  const children: Child[] = [];
  let bornOn = around - (chance.percent(6) ? -chance.whole(20, 130) : Math.floor(chance.next() * 365.25 * 16.6));
  for (let at = 0; at < size; at += 1) {
    const twin = at > 0 && chance.percent(4);
    if (at > 0 && !twin) bornOn += chance.whole(330, 1_500);
    const sex: Sex = chance.percent(51) ? 'male' : 'female';
    const father = fathers > 1 && at >= size / 2 ? 1 : 0;
    children.push({
      book: story.nextId(),
      kind: 'child',
      noted: [],
      number: `WM2${String(family * 6 + at).padStart(6, '0')}`,
      name: nameChild(chance, name, sex, taken),
      sex,
      bornOn,
      eighteen: monthsAfter(bornOn, 216),
      upn: chance.percent(90) ? inventUpn(chance) : null,
      ethnicity: chance.pick(name.origin.ethnicity),
      disabilities: chance.percent(12)
        ? [...new Set([chance.pick(DISABILITIES), chance.pick(DISABILITIES)])].sort()
        : [],
      father,
      twin,
      known: false,
      born: false,
    });
  }
  return children;
}

/** A pupil number of an authority that is on the list, with the letter that fits. */
function inventUpn(chance: Chance): string {
  const digits = `800${String(chance.whole(0, 999_999_999)).padStart(9, '0')}`;
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (i + 2), 0);
  return `${LETTERS[sum % 23]}${digits}`;
}

/** A thing of a child that has a thread of its own: an assessment, a plan. One for each child of an episode. */
export type ThreadOf = ReadonlyMap<Child, Id>;
export const threadsFor = (story: FamilyStory, children: readonly Child[]): ThreadOf =>
  new Map(children.map((child) => [child, story.nextId()]));
export const threadIn = (threads: ThreadOf, child: Child): Id => {
  const found = threads.get(child);
  if (found === undefined) throw new Error('a child without its thread');
  return found;
};
