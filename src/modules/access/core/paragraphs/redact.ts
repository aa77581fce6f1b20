import type { Id } from '../../../../kernel/id.ts';
import { Protected } from '../../../../kernel/protected.ts';
import type { ReadEntry } from '../../../../record/as-of.ts';
import { isEntryOf } from '../../../../record/define-entry.ts';
import type { RedactedEntry } from '../../../../record/redacted.ts';
import { isSaid, WITHHELD_IN_WORDS, withheld } from '../../../../record/said.ts';
import { mayRead, type ParagraphAudience, type Reader } from './audience.ts';
import { audienceSet } from './audience-set.entry.ts';

/**
 * Entries as one reader may see them, judged now whatever day they are of. A paragraph outside whose audience the reader
 * stands reads as withheld, in every version of its entry, whether anything is written there or not. So does the reason of
 * a correction of such an entry, which may quote it, and why the audience was set.
 */
export function redact(
  entries: readonly ReadEntry[],
  audiences: readonly ParagraphAudience[],
  reader: Reader,
): RedactedEntry[] {
  const closed = audiences.filter((each) => !mayRead(each, reader));
  return entries.map((entry) => redactOne(entry, closed) as RedactedEntry);
}

function redactOne(entry: ReadEntry, closed: readonly ParagraphAudience[]): ReadEntry {
  const paths = [
    ...closed.filter(({ versions }) => versions.has(entry.id)).map((each) => pathIn(entry, each)),
    ...(isEntryOf(audienceSet, entry) && closed.some((each) => speaksOf(entry.data, each)) ? [['because']] : []),
  ];
  if (paths.length === 0) return entry;
  const data = paths.reduce<unknown>((left, path) => withoutPath(left, path) ?? withoutWriting(left), entry.data);
  return { ...entry, data, reason: entry.reason === null ? null : WITHHELD_IN_WORDS };
}

/** One reason is given for several paragraphs at once: whoever may not read all of them does not read it. */
const speaksOf = ({ entry }: { readonly entry: Id }, { versions }: ParagraphAudience): boolean => versions.has(entry);

/** Any place of a list. */
const ANY = Symbol('any place of a list');
type Step = string | typeof ANY;

/** In another version what stood first may stand third: there every place of the list is meant. */
const pathIn = ({ id }: ReadEntry, { entry, path }: ParagraphAudience): Step[] =>
  path.split('.').map((step) => (id !== entry && /^\d+$/.test(step) ? ANY : step));

/** The same data with what stands at that path withheld; undefined where the path leads nowhere. */
function withoutPath(data: unknown, [step, ...rest]: readonly Step[]): unknown {
  if (step === undefined) return withheld;
  if (!isSaid(data)) return data;
  if (step === ANY)
    return Array.isArray(data) ? data.map((each) => withoutPath(each, rest) ?? withoutWriting(each)) : undefined;
  if (typeof data !== 'object' || data === null) return undefined;
  const inside = (data as Record<string, unknown>)[step];
  const left = inside === undefined ? undefined : withoutPath(inside, rest);
  if (left === undefined) return undefined;
  return Array.isArray(data) ? data.map((each, at) => (String(at) === step ? left : each)) : { ...data, [step]: left };
}

/** Ids, days and moments. A postcode looks like a code, so codes are taken for writing. */
const NOT_WRITTEN = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\d(T[\d:.]+Z)?)$/;

/** A paragraph that is to be withheld is not where it was: then nothing that somebody wrote here is shown. */
function withoutWriting(data: unknown): unknown {
  if (typeof data === 'string') return NOT_WRITTEN.test(data) ? data : withheld;
  if (Array.isArray(data)) return data.map(withoutWriting);
  if (data instanceof Protected) return withheld;
  if (typeof data !== 'object' || data === null || !isSaid(data)) return data;
  return Object.fromEntries(Object.entries(data).map(([field, value]) => [field, withoutWriting(value)]));
}
