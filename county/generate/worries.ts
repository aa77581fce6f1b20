import type { Chance } from '../census/chance.ts';
import type { Route } from './episode-plan.ts';

/** Referral sources of the census, as often as they come. */
const SOURCES = [
  '6',
  '6',
  '6',
  '6',
  '2A',
  '2A',
  '2A',
  '2B',
  '3A',
  '3C',
  '3D',
  '3E',
  '3F',
  '4',
  '5A',
  '5B',
  '1A',
  '1B',
  '1C',
  '1D',
  '7',
  '8',
  '9',
  '10',
];
export const NOT_PROFESSIONAL = ['1A', '1B', '1C', '1D', '9', '10'];

export const inventSource = (chance: Chance): string => chance.pick(SOURCES);

const REFERRERS: Readonly<Record<string, string>> = {
  '1A': 'A member of the family',
  '1B': 'A neighbour',
  '1C': 'The child',
  '1D': 'Somebody who gave no address',
  '2A': 'The school',
  '2B': 'The education welfare service',
  '3A': 'The general practitioner',
  '3C': 'The school nurse',
  '3D': 'Another health worker',
  '3E': 'Wherrymouth General Hospital, emergency department',
  '3F': 'The midwife',
  '4': 'The housing office',
  '5A': 'A social worker of the council',
  '5B': 'The youth justice service',
  '6': 'Wherrymouth Police',
  '7': 'Another council',
  '8': 'A charity',
  '9': 'Not said who',
  '10': 'Nobody knows who',
};
export const referrerOf = (source: string): string => REFERRERS[source] ?? 'A professional';

const WHAT = [
  'Shouting heard through the wall for the third night',
  'Came to school without a coat and without breakfast',
  'Bruise on the upper arm, with two stories about it',
  'Left alone with a younger brother until after ten',
  'Father was violent to mother while the children were upstairs',
  'Mother has stopped taking her tablets and does not answer the door',
  'Missed the last three appointments at the clinic',
  'Out with older boys who buy the cigarettes',
  'Says that nobody is at home before seven',
  'House without heating; damp on the bedroom wall',
  'Drew a picture that worried the teacher',
  'Messages from a grown man on the telephone',
  'Wears the same clothes all week and falls asleep in class',
  'Parents both drunk at collection time',
  'Grandmother cannot go on, and says so',
  'Has hurt herself again, this time with a blade',
];
const WHO_ELSE = [
  'The younger ones were there.',
  'It has happened before.',
  'The child asked that nobody be told.',
  'The school has kept notes since September.',
  'An uncle is staying with them.',
  'They moved here in the summer.',
  'Help was offered and not wanted.',
  'The landlord wants them out.',
];
export const worryOf = (chance: Chance): string => `${chance.pick(WHAT)}. ${chance.pick(WHO_ELSE)}`;

const NEEDS = ['N1', 'N1', 'N1', 'N4', 'N5', 'N5', 'N2', 'N3', 'N6', 'N8'];
export const inventNeed = (chance: Chance, route: Route): string =>
  route === 'protection' || route === 'enquiry' ? 'N1' : chance.pick(NEEDS);

const FACTORS = ['3A', '3B', '4B', '5B', '6A', '1B', '2B', '16A', '17A', '18B', '19B', '20', '12A', '11A', '22A', '7A'];
export const inventFactors = (chance: Chance): string[] =>
  [...new Set(Array.from({ length: chance.whole(1, 4) }, () => chance.pick(FACTORS)))].sort();

const FOUND = [
  'Mother is worn out and asks for help with the mornings',
  'He is afraid of his stepfather and says so plainly',
  'The quarrels have stopped since the father moved out',
  'She is looked after well enough; the worry came from one bad week',
  'The home is not safe for a toddler, and both parents see it now',
  'Nobody had asked him before what he wanted',
  'The drinking is worse than they told us',
  'A grandmother holds this family together, and she is ill',
];
const THEREFORE = [
  'A plan is needed, for six months at least.',
  'Nothing more is needed from us.',
  'What changes next is agreed with the family.',
  'We look again when school begins.',
];
export const analysisOf = (chance: Chance): string => `${chance.pick(FOUND)}. ${chance.pick(THEREFORE)}`;

const CHANGES = [
  'breakfast at home on school days',
  'a bed of her own by the end of the month',
  'father comes to the group on Thursdays',
  'no more nights out without saying where',
  'mother sees the nurse every fortnight',
  'the stairs are made safe',
  'a carer in the house on three mornings',
  'back at school full time after half-term',
  'tablets are taken, and somebody sees it',
  'the uncle does not stay the night',
  'both parents read to him in the evening',
  'the debt is sorted out with the adviser',
];
export const changesOf = (chance: Chance, name: string): string => {
  const first = chance.whole(0, CHANGES.length - 1);
  const second = (first + chance.whole(1, CHANGES.length - 1)) % CHANGES.length;
  return `For ${name.split(' ')[0]}: ${CHANGES[first]}; ${CHANGES[second]}.`;
};

const SAID = [
  'I like it when it is quiet.',
  'Can I go to football again?',
  'I don’t want to talk about Friday.',
  'Mum cries in the bathroom.',
  'It is better now.',
  'I want to see my sister.',
  'Nobody asked me.',
  'When he goes out I hide my phone.',
  'The new school is all right.',
  'I am not hungry any more.',
];
export const saidBy = (chance: Chance): string => chance.pick(SAID);

export const NOT_SEEN_BECAUSE = [
  'Nobody came to the door.',
  'At an aunt’s, the mother said.',
  'Asleep upstairs.',
  'At school; the visit was at noon.',
];
