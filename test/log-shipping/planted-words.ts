/** What must never stand in a line of the log, however it got into a fault, a form, an address or a header. */
export const PLANTED = {
  name: 'Zebedee Quillfeather-Oyelaran',
  plainName: 'xanthe mapplebeck',
  address: '17 Thistledown Close, Wherrymouth',
  postcode: 'WQ7 3ZX',
  upn: 'Z832100417006',
  phone: '07700 900468',
  email: 'zebedee.q@quillfeather.example',
  council: 'WHM-0048213',
  password: 'Correct-Horse-99!',
  birth: '2014-11-09',
} as const;

export const planted = Object.values(PLANTED);

const compact = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Which of it stands in a text: the whole, whatever its case and what lies between, or any word of four letters or digits and more. */
export function plantedIn(text: string): string[] {
  const [plain, dense] = [text.toLowerCase(), compact(text)];
  const words = planted.flatMap((each) => each.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return [
    ...planted.filter((each) => dense.includes(compact(each))),
    ...[...new Set(words)].filter((word) => word.length >= 4 && !HARMLESS.has(word) && plain.includes(word)),
  ];
}

/** Words that the log has for itself. */
const HARMLESS = new Set(['close', 'example', 'horse', 'correct', '2014']);
