import type { RedactedEntry } from '../record/redacted.ts';
import { isWithheld, notKnown } from '../record/said.ts';
import type { Reading } from './reading.ts';

/**
 * An entry in one line, by the module that owns its type, of what its reader may see. Where so much is withheld that no entry
 * of that type could be so, and of the record's own entries, the type alone tells it.
 */
export function inOneLine(reading: Reading, entry: RedactedEntry): string {
  const told = reading.moduleEntry(entry.type, entry.version);
  const isWhole = !isPartly(entry.data) || (told?.is.data.safeParse(asNotKnown(entry.data)).success ?? false);
  return told && isWhole ? told.tells(entry) : inPlainWords(entry.type);
}

/** Is something in it withheld? */
export const isPartly = (data: unknown): boolean =>
  isWithheld(data) || (typeof data === 'object' && data !== null && Object.values(data).some(isPartly));

/** The same shape for a schema, which knows no withholding. */
function asNotKnown(data: unknown): unknown {
  if (isWithheld(data)) return notKnown;
  if (Array.isArray(data)) return data.map(asNotKnown);
  const isPlain = typeof data === 'object' && data !== null && Object.getPrototypeOf(data) === Object.prototype;
  return isPlain ? Object.fromEntries(Object.entries(data).map(([field, each]) => [field, asNotKnown(each)])) : data;
}

const inPlainWords = (type: string): string => `${type.charAt(0).toUpperCase()}${type.slice(1).replaceAll('-', ' ')}.`;
