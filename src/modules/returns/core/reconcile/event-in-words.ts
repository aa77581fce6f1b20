import { type LocalDate, localDate } from '../../../../kernel/local-date.ts';
import type { FileKind } from '../../../../record/entry.ts';
import { KIND_IN_WORDS } from '../file-kind.ts';
import { fieldInWords } from '../said-elsewhere.ts';

/** How a day is written where the words are printed. */
export type DayInWords = (day: LocalDate) => string;

const GROUPS: Readonly<Record<string, string>> = {
  episode: 'Referral of',
  assessment: 'Assessment begun on',
  'need-plan': 'Child in need plan of',
  'section-47': 'Section 47 enquiry of',
  'protection-plan': 'Protection plan of',
  review: 'Review of',
  'pre-proceedings': 'Pre-proceedings of',
  care: 'Period of care begun on',
  placement: 'Placement begun on',
  'legal-status': 'Legal status from',
  missing: 'Absence from',
  worker: 'Worker from',
  'placed-for-adoption': 'Placement for adoption of',
  status: 'Legal status from',
  visiting: 'Rule for visits from',
  health: 'Health in the year to March',
  leaver: 'Care leaver in the year to March',
  adopters: 'Adoption decided on',
};

const OF_THE_CHILD: Readonly<Record<string, string>> = {
  child: 'Who the child is',
  described: 'What the child is like and needs',
};

/** `episode:2025-06-11/assessment:2025-06-13/completed` is “Assessment begun on 13 June 2025, completed”. */
export function eventInWords(
  { key, group }: { readonly key: string; readonly group: string },
  day: DayInWords,
): string {
  const slot = key.slice(group.length + 1).replace(/[-:]/g, ' ');
  const [name = '', ...rest] = (group.split('/').at(-1) ?? '').split(':');
  const ofChild = OF_THE_CHILD[name];
  if (ofChild) return slot === 'died' ? 'The child’s death' : ofChild;
  return `${groupOnDay(name, rest, day)}, ${slot}`;
}

/** `care`, `['before', '2024-04-01']`: a file that does not show the beginning says only before which day it was. */
function groupOnDay(name: string, rest: readonly string[], day: DayInWords): string {
  const said = (rest.at(-1) ?? '').replace(/#\d+$/, '');
  const date = localDate(said);
  const when = date ? day(date) : said;
  if (rest[0] === 'before') return `${(GROUPS[name] ?? name).replace(/ (on|of|from)$/, '')} before ${when}`;
  const plain = `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`;
  return when === '' ? plain : `${GROUPS[name] ?? `${plain} of`} ${when}`;
}

/** `the day` and `upnUnknownReason` in words. */
export const differingInWords = (field: string): string => FIELDS[field] ?? fieldInWords(field);

const FIELDS: Readonly<Record<string, string>> = {
  bornOn: 'day of birth',
  expectedOn: 'day on which the birth is expected',
  because: 'the reason',
  upn: 'pupil number',
  formerUpn: 'former pupil number',
};

/** A value as a reader meets it: a day, yes or no, words, a list of them. Null: it was not said. */
export function valueInWords(value: unknown, day: DayInWords): string {
  if (value === null || value === undefined) return 'not said';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value))
    return value.length === 0 ? 'none' : value.map((each) => valueInWords(each, day)).join(', ');
  if (typeof value === 'object') return 'not known';
  const text = String(value);
  const date = localDate(text);
  return date ? day(date) : text.replaceAll('-', ' ');
}

/** “census to 31 March 2026”, “Annex A of 31 March 2026”. */
export const sourceInWords = (
  { kind, until }: { readonly kind: FileKind; readonly until: LocalDate },
  day: DayInWords,
): string => `${KIND_IN_WORDS[kind].short} ${kind === 'annex-a' ? 'of' : 'to'} ${day(until)}`;
