import {
  addressUsed,
  adultRecorded,
  householdJoined,
  nameUsed,
  related,
  siblingRecorded,
} from '../../src/modules/people/public.ts';
import { type Day, dayOf, textOf } from './days.ts';
import type { Subject, Where } from './family-story.ts';
import type { Child } from './invented-family.ts';
import { type Episode, type Say, workerOn } from './told-episode.ts';

/** Since this day parents and households are written down as people of their own; before, they stood in the words. */
const PEOPLE_WRITTEN = dayOf('2022-04-01');

/** Who belongs to whom, as the assessment finds it: parents with books of their own, brothers and sisters, one roof. Once a family. */
export function tellKin(episode: Episode, on: Day): void {
  const { family, story, county } = episode;
  if (family.kinTold.done || on < PEOPLE_WRITTEN || on > Math.min(county.today, episode.plan.endsOn)) return;
  family.kinTold.done = true;
  const children = family.children.filter(({ known }) => known);
  story.wrote(workerOn(episode, on).book, on, ({ says }) => {
    const household = story.nextId();
    const mother = tellAdult(episode, says, on, family.mother, 'female');
    const fathers = family.fathers.map((name) => tellAdult(episode, says, on, name, 'male'));
    const moved = { household, address: `${story.chance.whole(1, 180)} ${story.chance.pick(STREETS)}` };
    says(mother, null, bookOf(mother, on), householdJoined, moved);
    for (const child of children) {
      says(child, null, bookOf(child, on), related, { to: mother.book, as: 'mother', parentalResponsibility: true });
      const father = fathers[child.father];
      if (father)
        says(child, null, bookOf(child, on), related, {
          to: father.book,
          as: 'father',
          parentalResponsibility: story.chance.percent(70),
        });
      says(child, null, bookOf(child, on), householdJoined, moved);
      tellAddress(episode, says, child, on, moved.address);
    }
    for (const child of children) tellSiblings(says, child, children, on);
  });
}

const STREETS = [
  'Quayside',
  'Netmakers’ Row',
  'Brannock Street',
  'Saltpan Lane',
  'Thorpe Hill',
  'Station Road',
  'Wend Terrace',
  'Cutter’s Lane',
];

const bookOf = ({ book }: Pick<Subject, 'book'>, on: Day): Where => ({ on, thread: book });

function tellAdult({ story }: Episode, says: Say, on: Day, name: string, sex: 'female' | 'male'): Subject {
  const adult: Subject = { book: story.nextId(), kind: 'adult', noted: [] };
  const known = story.chance.percent(12) ? [name.split(' ')[0] ?? name] : [];
  says(adult, null, bookOf(adult, on), adultRecorded, { name, sex, ...(known.length > 0 ? { aliases: known } : {}) });
  return adult;
}

/** A few live where nobody may find them: the address is kept, and never shown. */
function tellAddress({ story }: Episode, says: Say, child: Child, on: Day, line: string): void {
  const { chance } = story;
  if (chance.percent(30))
    says(child, null, bookOf(child, on), addressUsed, { line, protected: chance.percent(8), from: textOf(on) });
  if (chance.percent(3))
    says(child, null, bookOf(child, on), nameUsed, {
      name: `${child.name.split(' ')[0]} ${chance.pick(['Smith', 'Brown', 'Khan'])}`,
      kind: 'known-as',
    });
}

function tellSiblings(says: Say, child: Child, children: readonly Child[], on: Day): void {
  for (const other of children)
    if (other !== child)
      says(child, null, bookOf(child, on), siblingRecorded, {
        with: other.book,
        as: other.father === child.father ? 'sibling' : 'half-sibling',
      });
}
