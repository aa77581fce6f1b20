import type { Id } from '../kernel/id.ts';
import { addDays, addMonths, ageOn, type LocalDate } from '../kernel/local-date.ts';
import { countOf, shortDay } from '../ui/dates-in-words.ts';

/** Who a child is, as far as the record can say: what a heading, a row and a link are made of. */
export type ChildFace = {
  readonly child: Id;
  /** As the council numbers them; several when books were joined, none when nobody gave one. */
  readonly councilChildIds: readonly string[];
  readonly name: string | null;
  readonly bornOn: LocalDate | null;
  readonly expectedOn: LocalDate | null;
  readonly diedOn: LocalDate | null;
  readonly sex: 'female' | 'male' | 'not known' | null;
  /** Other children under the same council id whom nothing proves to be the same child. */
  readonly inDoubtWith: readonly Id[];
};

/** A birth may be late; after so many days it was rather not written down. */
const OVERDUE_BIRTH_DAYS = 28;

const monthsOn = (born: LocalDate, on: LocalDate): number => {
  let months = 0;
  while (months < 24 && addMonths(born, months + 1) <= on) months += 1;
  return months;
};

/** `8`, `7 months`, `unborn`, `age not known`: after a name, on that day. The age of a child who died stands still. */
export function ageInWords({ bornOn, expectedOn, diedOn }: ChildFace, on: LocalDate): string {
  const day = diedOn !== null && diedOn < on ? diedOn : on;
  if (bornOn !== null && bornOn <= day) {
    const years = ageOn(bornOn, day);
    return years >= 2 ? String(years) : countOf(monthsOn(bornOn, day), 'month');
  }
  if (bornOn !== null) return 'unborn';
  if (expectedOn === null) return 'age not known';
  return addDays(expectedOn, OVERDUE_BIRTH_DAYS) >= day ? 'unborn' : 'birth not recorded';
}

/** What a child is called where no name is held: by sex and age. */
function childOf(face: ChildFace, on: LocalDate): string {
  const age = ageInWords(face, on);
  if (age === 'unborn') return 'unborn child';
  const noun = face.sex === 'female' ? 'girl' : face.sex === 'male' ? 'boy' : 'child';
  const aged = /^\d+$/.test(age) ? `${noun} of ${age}` : `${noun}, ${age}`;
  return noun === 'child' ? `${aged}, sex not recorded` : aged;
}

/** Somebody who has grown up was a child in this record, and is not one today. */
const ageNow = (face: ChildFace, on: LocalDate): string => {
  const age = ageInWords(face, on);
  return face.diedOn === null && Number(age) >= 18 ? `now ${age}` : age;
};

/** `WM-104417`, or what stands for it. */
export const councilIdsOf = (face: ChildFace): string =>
  face.councilChildIds.length > 0 ? face.councilChildIds.join(' and ') : 'no council id';

/** The heading of a child's page and the text of every link to it: `Safiya Nowak-Rahman, 8`, or `104417, girl of 8`. */
export function headingOf(face: ChildFace, on: LocalDate): string {
  return face.name === null
    ? `${face.councilChildIds[0] ?? 'No council id'}, ${childOf(face, on)}`
    : `${face.name}, ${ageNow(face, on)}`;
}

/** `14 Feb 2018 (8 years 9 months)`, or when a birth is expected, or that nobody said. */
export function birthInWords(face: ChildFace, on: LocalDate): string {
  const { bornOn, expectedOn, diedOn } = face;
  if (bornOn === null)
    return expectedOn === null ? 'Not recorded' : `Not yet recorded; expected ${shortDay(expectedOn)}`;
  if (bornOn > on) return `Not yet born on this day; born ${shortDay(bornOn)}`;
  const day = diedOn !== null && diedOn < on ? diedOn : on;
  const years = ageOn(bornOn, day);
  const months = monthsOn(addMonths(bornOn, years * 12), day);
  const age = [years > 0 && countOf(years, 'year'), (months > 0 || years === 0) && countOf(months, 'month')];
  return `${shortDay(bornOn)} (${age.filter(Boolean).join(' ')})`;
}

/** Where a child's page is. */
export const childPath = (child: Id): `/children/${string}` => `/children/${child}`;
