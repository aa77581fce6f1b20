import { z } from 'zod';
import type { Statute } from './statute.ts';

const year = z.number().int().min(2009).max(2100);

/** The shape of a file under `statute/code-sets/`: codes of a return, each with the collection years in which it is valid. */
export const codeSetSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string().min(1),
  source: z.string().min(1),
  confidence: z.enum(['V', 'V2', 'K', 'U']),
  note: z.string().optional(),
  codes: z
    .array(
      z.strictObject({
        code: z.string().min(1),
        label: z.string().min(1),
        /** First and last collection year (the year in which the collection ends: 2026 is April 2025 to March 2026); absent when open. */
        from: year.optional(),
        until: year.optional(),
      }),
    )
    .min(1),
});
export type CodeSet = z.infer<typeof codeSetSchema>;

/**
 * How a code stands in a collection year: `valid`; `other-year` for one that the set has, but not in that year (it is
 * loaded and flagged); `no-year` for one that the set never had (it cannot be represented, and is set aside).
 */
export type CodeStanding = 'valid' | 'other-year' | 'no-year';

function codeSet(statute: Pick<Statute, 'codeSets'>, set: string): CodeSet {
  const found = statute.codeSets.get(set);
  if (!found) throw new Error(`the statute has no code set ${set}`);
  return found;
}

const holdsIn = (code: CodeSet['codes'][number], collectionYear: number): boolean =>
  (code.from ?? 0) <= collectionYear && collectionYear <= (code.until ?? Number.MAX_SAFE_INTEGER);

/** The codes of a set that are valid in a collection year, with their labels, in the order of the file. Throws for an unknown set. */
export function codesOf(
  statute: Pick<Statute, 'codeSets'>,
  set: string,
  collectionYear: number,
): ReadonlyMap<string, string> {
  return new Map(
    codeSet(statute, set)
      .codes.filter((code) => holdsIn(code, collectionYear))
      .map(({ code, label }) => [code, label]),
  );
}

/** How a code stands in a collection year. Codes are compared exactly; throws for an unknown set. */
export function codeStanding(
  statute: Pick<Statute, 'codeSets'>,
  set: string,
  code: string,
  collectionYear: number,
): CodeStanding {
  const lines = codeSet(statute, set).codes.filter((line) => line.code === code);
  if (lines.length === 0) return 'no-year';
  return lines.some((line) => holdsIn(line, collectionYear)) ? 'valid' : 'other-year';
}

/** The label of a code in whatever year it had one; undefined for a code of no year. For showing what an old file said. */
export const labelOf = (statute: Pick<Statute, 'codeSets'>, set: string, code: string): string | undefined =>
  codeSet(statute, set).codes.find((line) => line.code === code)?.label;
