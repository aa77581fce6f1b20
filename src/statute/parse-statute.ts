import { parse as parseYaml, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { accepted, type Result, refused } from '../kernel/result.ts';
import type { Calendar } from '../kernel/working-days.ts';
import { calendarFrom, calendarSchema } from './calendar-file.ts';
import { faultsOfDuty } from './check-duty.ts';
import { type CodeSet, codeSetSchema } from './code-set.ts';
import { type Duty, dutySchema } from './duty.ts';
import type { Statute } from './statute.ts';

/** A file of `statute/`, by its path inside that folder, with `/` between the parts. */
export type StatuteFile = { readonly path: string; readonly text: string };

const sourcesSchema = z.record(z.string().regex(/^S[0-9]+[a-z]?$/), z.string().min(1));

type Parsed = {
  duties: { duty: Duty; area: string; path: string }[];
  calendars: Map<string, Calendar>;
  codeSets: Map<string, CodeSet>;
  sources: Map<string, string>;
  faults: string[];
};

/**
 * Reads the texts of a statute. Answers the statute (without its version, which is a hash of the bytes), or every
 * fault in every file, one sentence each: a person mends them all at once.
 */
export function parseStatute(files: readonly StatuteFile[]): Result<Omit<Statute, 'version'>, readonly string[]> {
  const parsed: Parsed = { duties: [], calendars: new Map(), codeSets: new Map(), sources: new Map(), faults: [] };
  for (const file of files) readFile(file, parsed);
  crossCheck(parsed);
  if (parsed.faults.length > 0) return refused(parsed.faults);
  const duties = parsed.duties.sort((a, b) => (a.duty.id < b.duty.id ? -1 : 1));
  return accepted({
    duties: duties.map(({ duty }) => duty),
    areas: new Map(duties.map(({ duty, area }) => [duty.id, area])),
    calendars: parsed.calendars,
    codeSets: parsed.codeSets,
    sources: parsed.sources,
  });
}

function readFile(file: StatuteFile, parsed: Parsed): void {
  const [folder, area] = file.path.split('/');
  if (file.path === 'sources.yaml') {
    const sources = shaped(file, sourcesSchema, parsed.faults);
    for (const [key, title] of Object.entries(sources ?? {})) parsed.sources.set(key, title);
  } else if (folder === 'duties' && area) {
    const duty = shaped(file, dutySchema, parsed.faults);
    if (!duty || !named(file, duty.id, parsed.faults)) return;
    parsed.faults.push(...faultsOfDuty(duty).map((fault) => `${file.path}: ${fault}`));
    parsed.duties.push({ duty, area, path: file.path });
  } else if (folder === 'calendars') {
    const calendar = shaped(file, calendarSchema, parsed.faults);
    if (calendar && named(file, calendar.id, parsed.faults)) parsed.calendars.set(calendar.id, calendarFrom(calendar));
  } else if (folder === 'code-sets') {
    const set = shaped(file, codeSetSchema, parsed.faults);
    if (set && named(file, set.id, parsed.faults)) parsed.codeSets.set(set.id, set);
  } else {
    parsed.faults.push(`${file.path}: no part of the statute belongs there`);
  }
}

function shaped<T>(file: StatuteFile, schema: z.ZodType<T>, faults: string[]): T | undefined {
  let raw: unknown;
  try {
    raw = parseYaml(file.text);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    faults.push(`${file.path}: is not YAML: ${error.message.split('\n')[0]}`);
    return undefined;
  }
  const read = schema.safeParse(raw);
  if (read.success) return read.data;
  faults.push(
    ...read.error.issues.map((issue) => `${file.path}: ${issue.path.join('.') || 'the file'}: ${issue.message}`),
  );
  return undefined;
}

function named(file: StatuteFile, id: string, faults: string[]): boolean {
  if (file.path.endsWith(`/${id}.yaml`)) return true;
  faults.push(`${file.path}: its id is ${id}, which is not the name of the file`);
  return false;
}

function crossCheck(parsed: Parsed): void {
  const { duties, calendars, sources, faults } = parsed;
  const pathOf = new Map<string, string>();
  for (const { duty, path } of duties) {
    const other = pathOf.get(duty.id);
    if (other) faults.push(`${path}: the id ${duty.id} stands in ${other} too`);
    pathOf.set(duty.id, path);
  }
  for (const { duty, path } of duties) {
    if (!calendars.has(duty.calendar)) faults.push(`${path}: there is no calendar ${duty.calendar}`);
    if (duty.shape === 'state' && duty.check.is === 'reasoned-when-late' && !pathOf.has(duty.check.duty))
      faults.push(`${path}: check: there is no duty ${duty.check.duty}`);
    const keys = Object.values(duty.values).flatMap((value) => value?.source.split(/,\s*/) ?? []);
    for (const key of new Set(keys)) if (!sources.has(key)) faults.push(`${path}: sources.yaml has no key ${key}`);
  }
  faults.push(...codesTwice(parsed.codeSets));
}

/** A code may stand twice in a set only for years that do not meet, as when its label changed. */
function codesTwice(codeSets: ReadonlyMap<string, CodeSet>): string[] {
  return [...codeSets.values()].flatMap((set) =>
    set.codes
      .filter((line, at) =>
        set.codes.some(
          (other, place) =>
            place < at &&
            other.code === line.code &&
            (other.from ?? 0) <= (line.until ?? 9999) &&
            (line.from ?? 0) <= (other.until ?? 9999),
        ),
      )
      .map((line) => `code-sets/${set.id}.yaml: the code ${line.code} stands twice for one year`),
  );
}
