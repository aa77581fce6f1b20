/** Last words of the names of streets, with the ways in which they are cut short. */
const STREETS: Readonly<Record<string, readonly string[]>> = {
  street: ['st', 'str', 'strt'],
  road: ['rd'],
  lane: ['ln', 'la'],
  avenue: ['ave', 'av', 'avn'],
  close: ['cl', 'clo'],
  drive: ['dr', 'drv'],
  court: ['ct', 'crt'],
  crescent: ['cres', 'cresc', 'cr'],
  gardens: ['gdns', 'gdn', 'gds'],
  grove: ['gr', 'gve'],
  place: ['pl'],
  square: ['sq'],
  terrace: ['tce', 'ter', 'terr', 'trc'],
  park: ['pk'],
  row: [],
  hill: [],
  way: ['wy'],
  walk: ['wlk'],
  green: ['grn'],
  mews: [],
  rise: [],
  view: [],
  parade: ['pde'],
  quay: [],
  quayside: [],
  wharf: [],
  yard: ['yd'],
  gate: [],
  path: [],
  circus: [],
  mount: ['mt'],
  villas: [],
  buildings: ['bldgs', 'bldg'],
  boulevard: ['blvd'],
  estate: ['est'],
  common: [],
  broadway: [],
  esplanade: [],
  promenade: ['prom'],
};

/** Last words of the names of houses. */
const HOUSES: Readonly<Record<string, readonly string[]>> = {
  cottage: ['cott', 'ctg'],
  cottages: ['cotts'],
  house: ['hse', 'ho'],
  farm: [],
  farmhouse: [],
  lodge: [],
  barn: [],
  hall: [],
  villa: [],
  bungalow: [],
  manor: [],
  vicarage: [],
  mill: [],
  tower: [],
  heights: ['hts'],
};

const wordsOf = (kinds: Readonly<Record<string, readonly string[]>>): [string, string][] =>
  Object.entries(kinds).flatMap(([whole, cut]) => [whole, ...cut].map((word): [string, string] => [word, whole]));

/** The whole word for every last word of a street or house: `rd` is `road`, and `road` itself. */
export const LAST_WORDS: ReadonlyMap<string, string> = new Map([...wordsOf(HOUSES), ...wordsOf(STREETS)]);

/** First words that are cut short: whoever writes `Saint` means `St`. */
export const FIRST_WORDS: ReadonlyMap<string, string> = new Map([
  ['saint', 'st'],
  ['mount', 'mt'],
  ['great', 'gt'],
  ['upper', 'upr'],
  ['lower', 'lwr'],
]);

/** Words that stand before the number of a part of a house. */
export const PARTS_OF_HOUSES: ReadonlySet<string> = new Set(['flat', 'flt', 'apartment', 'apt', 'unit', 'room', 'rm']);
