import { canonicalJson } from '../../../record/canonical-json.ts';
import type { SlotContent } from './deciding.ts';

/** What one source says beside another under the same key. */
export type Beside = {
  /** What both say, differently: both cannot be right. */
  readonly contradicts: readonly string[];
  /** What only this one says. */
  readonly adds: readonly string[];
};

/** The day of an entry, among the fields that may differ. */
export const THE_DAY = 'the day';
export const NOT_KNOWN = 'not known';

export const same = (a: unknown, b: unknown): boolean => b !== undefined && canonicalJson(a) === canonicalJson(b);

/** Every item of the first list stands in the second. */
const liesIn = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) && Array.isArray(b) && a.every((item) => b.includes(item));

/** Holds one source's words against another's. What one of them does not say contradicts nothing. */
export function beside(now: SlotContent, other: SlotContent): Beside {
  const contradicts: string[] = [];
  const adds: string[] = [];
  if (now.on !== null && now.on !== other.on) (other.on === null ? adds : contradicts).push(THE_DAY);
  for (const [field, value] of Object.entries(now.said)) {
    const before = other.said[field];
    if (value === undefined || value === NOT_KNOWN || same(value, before) || liesIn(value, before)) continue;
    const saysMore = before === undefined || before === NOT_KNOWN || liesIn(before, value);
    (saysMore ? adds : contradicts).push(field);
  }
  return { contradicts, adds };
}

/** `upnUnknownReason` is `upn unknown reason`. */
export const fieldInWords = (field: string): string => field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
