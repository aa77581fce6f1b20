/** For tests: notes as people of a children's service type them, with places planted in them in the ways in which places are typed. */

export type Chance = { pick<Item>(items: readonly Item[]): Item; whole(from: number, to: number): number };

const STREETS = [
  ...[
    'Saltpan Lane',
    'St Mary’s Road',
    'High Street',
    'Station Road',
    'Netmakers’ Row',
    'Cutter’s Lane',
    'Thorpe Hill',
  ],
  ...['Kingfisher Way', 'Lower Wharf Street', 'Park View', 'Queen Anne Crescent', 'Old Mill Close', 'The Avenue'],
  ...[
    'Wend Terrace',
    'Brannock Drive',
    'Great Western Court',
    'Orchard Gardens',
    'Quayside',
    'The Hollies',
    'Ffordd Pen-y-Bryn',
  ],
  ...['Bishop’s Square', 'Elm Grove', 'Linden Avenue', 'Iona Place', 'Oil Mill Lane', 'Mount Pleasant', 'Hollow Park'],
];
const HOUSES = ['Rose Cottage', 'The Old Vicarage', 'Ferry House', 'Willow Farm', 'Harbour Lodge', 'Ivy Bungalow'];
const TOWNS = ['Wherrymouth', 'Brannock', 'Thorpe-next-the-Sea', 'Northfield'];
const AREAS = ['WM', 'ZZ', 'OL', 'B', 'NR', 'SO', 'L', 'IP', 'CO', 'E'];
const LETTERS = [...'ABDEFGHJLNPQRSTUWXYZ'];

export type Place = { readonly line: string; readonly postcode: string; readonly phone: string };

export function anyPlace(chance: Chance): Place {
  const street = chance.pick(STREETS);
  const number = `${chance.whole(1, 240)}${chance.whole(1, 9) === 1 ? chance.pick(['a', 'b', 'c']) : ''}`;
  const flat = chance.whole(1, 6) === 1 ? `Flat ${chance.whole(1, 12)}, ` : '';
  const numbered = `${flat}${number} ${street}`;
  const line = chance.whole(1, 12) === 1 ? `${chance.pick(HOUSES)}, ${chance.pick(STREETS.slice(0, 4))}` : numbered;
  const outcode = `${chance.pick(AREAS)}${chance.whole(1, 29)}`;
  return {
    line: chance.whole(1, 3) === 1 ? `${line}, ${chance.pick(TOWNS)}` : line,
    postcode: `${outcode} ${chance.whole(0, 9)}${chance.pick(LETTERS)}${chance.pick(LETTERS)}`,
    phone: chance.pick([
      `07${chance.whole(100, 999)} ${chance.whole(100_000, 999_999)}`,
      `01${chance.whole(200, 999)} ${chance.whole(100_000, 999_999)}`,
      `020 ${chance.whole(3000, 8999)} ${chance.whole(1000, 9999)}`,
    ]),
  };
}

type Disguise = (text: string, chance: Chance) => string;
const CUT: Readonly<Record<string, readonly string[]>> = {
  Lane: ['Ln', 'La', 'ln.'],
  Road: ['Rd', 'rd.', 'RD'],
  Street: ['St', 'st.', 'Str'],
  Avenue: ['Ave', 'Av.', 'ave'],
  Close: ['Cl', 'Clo'],
  Drive: ['Dr', 'dr.'],
  Court: ['Ct', 'Crt'],
  Crescent: ['Cres', 'cresc.'],
  Gardens: ['Gdns', 'gdns.'],
  Terrace: ['Tce', 'Terr.'],
  Square: ['Sq', 'sq.'],
  Place: ['Pl', 'pl.'],
  Grove: ['Gr', 'gve'],
  Cottage: ['Cott.'],
  House: ['Hse'],
};
const cutShort: Disguise = (line, chance) =>
  line.replace(
    /\b(Lane|Road|Street|Avenue|Close|Drive|Court|Crescent|Gardens|Terrace|Square|Place|Grove|Cottage|House)\b/g,
    (word) => chance.pick(CUT[word] ?? [word]),
  );
const asScanned: Disguise = (text, chance) =>
  text.replace(/[01]/g, (figure) => (figure === '0' ? chance.pick(['0', 'O', 'o']) : chance.pick(['1', 'l', 'I'])));
const ofOneCase: Disguise = (text, chance) => (chance.whole(0, 1) ? text.toLowerCase() : text.toUpperCase());
const badlySpaced: Disguise = (text, chance) =>
  text.replace(/ /g, () => chance.pick(['  ', '\n', '\u00a0', ' ', ' , ']));
const asItIs: Disguise = (text) => text;

const OF_LINES: readonly Disguise[] = [
  ...[asItIs, asItIs, cutShort, ofOneCase, badlySpaced, asScanned],
  (line) => line.replaceAll(',', ''),
  (line) => line.replace(/(\d) /, '$1, '),
  (line) => line.replace(/(\d) ([A-Z])/, '$1$2'),
  (line) => line.replaceAll('’', ''),
  (line) => line.replaceAll('’', "'"),
  (line) => `no. ${line}`,
  (line, chance) => ofOneCase(cutShort(line, chance), chance),
  (line, chance) => badlySpaced(cutShort(line, chance), chance),
  (line) => line.replaceAll('St ', 'Saint '),
  (line) => line.replaceAll(' ', '-'),
];
const OF_POSTCODES: readonly Disguise[] = [
  ...[asItIs, asItIs, ofOneCase, badlySpaced, asScanned],
  (code) => code.replace(' ', ''),
  (code) => code.replace(' ', '-'),
  (code) => code.replace(' ', '.'),
  (code) => [...code].join(' '),
  (code, chance) => ofOneCase(code.replace(' ', ''), chance),
  (code) => code.replaceAll('O', '0').replaceAll('I', '1'),
];
const OF_NUMBERS: readonly Disguise[] = [
  ...[asItIs, asItIs, badlySpaced, asScanned],
  (number) => number.replaceAll(' ', ''),
  (number) => number.replaceAll(' ', '-'),
  (number) => number.replaceAll(' ', '.'),
  (number) => `(${number.slice(0, 5)})${number.slice(5)}`,
  (number) => `+44 ${number.slice(1)}`,
  (number) => `+44(0)${number.slice(1).replaceAll(' ', '')}`,
  (number) => `0044 ${number.slice(1)}`,
  (number) => number.replaceAll(' ', '').replace(/(.{4})(?=.)/g, '$1 '),
  (number) => [...number.replaceAll(' ', '')].join(' '),
];

export const DISGUISES = { line: OF_LINES, postcode: OF_POSTCODES, phone: OF_NUMBERS } as const;

/** The place as somebody types it. */
export const asTyped = (place: Place, what: keyof Place, chance: Chance): string =>
  chance.pick(DISGUISES[what])(place[what], chance);

const BEFORE = [
  'moved to',
  'staying at',
  'seen at',
  'post goes to',
  'she gave',
  'on',
  'via',
  'collected from',
  'c/o',
  'ring',
  'Tel:',
  'now',
  'address is',
  '(',
  '“',
  'from:',
];
const SENTENCES = [
  'Ayesha was seen alone for 20 minutes in the kitchen; she showed me 3 drawings.',
  'Dad rang at 14.30 and said that he would colour the room at the weekend.',
  'Mum apologised for the missed appointment on 12 March 2026 and was organised today.',
  'School rang: attendance 87.5 per cent, 4 late marks since 05/01/2026.',
  'He owes £140 rent and the landlord wants 2 weeks’ notice.',
  'Reg 44 visitor spoke to 5 children. Duty till 17:00, extension 4417.',
  'The health visitor weighed Zayn at 11.4 kg on the 50th centile.',
  'Sign-off by TM within 10 working days, section 47 and 17 both considered.',
  'Grandma’s flat is 2 streets away, close to the park, a long way from the road.',
  'UPN Z913204413001, council id WM104417; NHS number withheld here.',
  'Child arrangements order of 2024 (case ZW24P00417) is not being kept.',
  'He is at 22 High School, year 9, form 9B.',
];

/** A note of some sentences, with what is planted between two of them. */
export function noteAround(planted: string, chance: Chance): string {
  const some = () => Array.from({ length: chance.whole(1, 3) }, () => chance.pick(SENTENCES)).join(' ');
  const end = chance.pick(['.', ' at present.', ')', ', with her sister.', '\n', ' – not to be shared', '”']);
  return `${some()} Family ${chance.pick(BEFORE)} ${planted}${end} ${some()}`;
}

/** A note in which other places are named than anybody's protected one. */
export const noteOfOthers = (other: Place, chance: Chance): string =>
  noteAround(asTyped(other, chance.pick(['line', 'postcode', 'phone'] as const), chance), chance);
