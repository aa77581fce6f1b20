import { parse } from 'yaml';
import { z } from 'zod';
import type { Id } from '../src/kernel/id.ts';
import { dayInLondon, type Instant, instant, instantInLondon } from '../src/kernel/instant.ts';
import { type LocalDate, localDate, mustBeDate } from '../src/kernel/local-date.ts';
import { type Fact, type FactName, isFactName, type Policy, type Source, type Standing } from '../src/sight/facts.ts';
import { VERDICTS } from '../src/sight/verdict.ts';

const day = z
  .string()
  .refine((text) => localDate(text) !== undefined, 'is not a real day')
  .transform((text) => mustBeDate(text));
const moment = z.string().transform((text, context) => {
  const read = instant(text);
  if (!read) context.addIssue('is not a moment with its offset');
  return read ?? ('' as Instant);
});

const FILES = ['cin-census', 'ssda903', 'annex-a'] as const satisfies readonly Source[];
const recordedBy = z.enum(['here', ...FILES]);

const factSchema = z.strictObject({
  fact: z.string().refine(isFactName, 'is not in the vocabulary'),
  on: day.optional(),
  between: z.tuple([day.nullable(), day.nullable()]).optional(),
  at: moment.optional(),
  /** The thing that it belongs to; what the file says of all its facts unless said, or else the referral. */
  thread: z.string().optional(),
  /** The same; `none` for what belongs to no episode. */
  episode: z.string().optional(),
  party: z.string().optional(),
  /** The day on which it was written down: noon of the day on which it happened unless said. */
  recordedOn: day.optional(),
  /** Who says so, where that differs from the rest of the case. */
  recorded: recordedBy.optional(),
});

/** `by`: which file; the one that recorded the case unless said, and the census for a case that was recorded here. */
const windowSchema = z.strictObject({ from: day, until: day, by: z.enum(FILES).optional() });
const policySchema = z.strictObject({
  parameter: z.string(),
  value: z.union([z.number(), z.boolean(), day]),
  from: day,
});
const standingSchema = z.strictObject({
  party: z.string(),
  state: z.enum(['in-post', 'registered', 'on-leave']),
  from: day,
  until: day.optional(),
});

const answerSchema = z.strictObject({
  verdict: z.enum(VERDICTS as [string, ...string[]]),
  dueOn: day.nullable().optional(),
  dueBetween: z.tuple([day, day]).optional(),
  metOn: day.nullable().optional(),
  endedOn: day.nullable().optional(),
  skipped: z.array(day).optional(),
  late: z.number().int().optional(),
  because: z.string().optional(),
  limit: z.number().int().optional(),
  local: z.boolean().optional(),
  /** A dated relaxation touches it. */
  relaxed: z.boolean().optional(),
  force: z.string().optional(),
  /** A part of the citation. */
  cites: z.string().optional(),
});
export type Answer = z.infer<typeof answerSchema>;

export const SHOWS = [
  'met',
  'late',
  'cannot-tell',
  'day-before',
  'day-of',
  'holds',
  'fails',
  'counting',
  'policy',
  'supersession',
  'reason',
  'chain',
] as const;

const settings = {
  recorded: recordedBy.optional(),
  thread: z.string().optional(),
  episode: z.string().optional(),
  policies: z.array(policySchema).optional(),
  standings: z.array(standingSchema).optional(),
};
const caseSchema = z.strictObject({
  title: z.string().min(1),
  shows: z.enum(SHOWS),
  on: day,
  ...settings,
  spoken: z.union([windowSchema.transform((window) => [window]), z.array(windowSchema)]).default([]),
  facts: z.array(factSchema).min(1),
  expect: z.union([
    z.strictObject({ none: z.literal(true) }).transform(() => []),
    answerSchema.transform((answer) => [answer]),
    z.array(answerSchema).min(1),
  ]),
});

/** A file of `statute/worked-cases/`: what holds for all its cases unless a case says otherwise, and the cases. */
const fileSchema = z.strictObject({
  about: z.string().min(1),
  duty: z.string(),
  ...settings,
  cases: z.array(caseSchema).min(1),
});

/** "On this day, given these facts, expect this": ready for the engine. */
export type WorkedCase = {
  readonly title: string;
  readonly duty: string;
  readonly shows: (typeof SHOWS)[number];
  readonly on: LocalDate;
  readonly child: Id;
  readonly facts: readonly Fact[];
  readonly policies: readonly Policy[];
  readonly standings: readonly Standing[];
  readonly expect: readonly Answer[];
};

/** Reads a file of worked cases. Throws with every fault of its shape. */
export function readWorkedCases(text: string): readonly WorkedCase[] {
  const file = fileSchema.parse(parse(text));
  return file.cases.map((each) => {
    const recorded = each.recorded ?? file.recorded ?? 'here';
    const windows = each.spoken.map((window, at) => spokenFact(window, recorded, at));
    const place = {
      thread: each.thread ?? file.thread ?? 'referral',
      episode: each.episode ?? file.episode ?? 'referral',
    };
    return {
      title: each.title,
      duty: file.duty,
      shows: each.shows,
      on: each.on,
      child: idOf('child'),
      facts: [...each.facts.map((fact, at) => factFrom(fact, at, recorded, place)), ...windows],
      policies: (each.policies ?? file.policies ?? []).map(policyFrom),
      standings: (each.standings ?? file.standings ?? []).map(standingFrom),
      expect: each.expect,
    };
  });
}

/** The same name is the same thing; an id made of the letters of the name. */
export function idOf(name: string): Id {
  const hex = Buffer.from(name.padEnd(16, '.')).toString('hex').slice(0, 32);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as Id;
}

type Place = { readonly thread: string; readonly episode: string };

function factFrom(written: z.infer<typeof factSchema>, at: number, source: Source, place: Place): Fact {
  const { thread = place.thread, episode = place.episode } = written;
  const dayOfMoment = written.at && dayInLondon(written.at);
  const [earliest, latest] = written.between ?? [written.on ?? dayOfMoment ?? null, written.on ?? dayOfMoment ?? null];
  const recordedOn = written.recordedOn ?? latest ?? earliest ?? mustBeDate('2026-03-31');
  return {
    child: idOf('child'),
    entry: idOf(`entry ${at}`),
    name: written.fact as FactName,
    earliest,
    latest,
    at: written.at ?? null,
    thread: idOf(thread),
    episode: episode === 'none' ? null : idOf(episode),
    party: written.party ? idOf(written.party) : null,
    source: written.recorded ?? source,
    believedFrom: instantInLondon(recordedOn, '12:00'),
    believedUntil: null,
  };
}

function spokenFact({ from, until, by }: z.infer<typeof windowSchema>, recorded: Source, at: number): Fact {
  const file = by ?? (recorded === 'here' ? 'cin-census' : recorded);
  return {
    child: idOf('child'),
    entry: idOf(`spoken ${at}`),
    name: `spoken.${file}`,
    earliest: from,
    latest: until,
    at: null,
    thread: idOf(`file ${at}`),
    episode: null,
    party: null,
    source: file,
    believedFrom: instantInLondon(until, '12:00'),
    believedUntil: null,
  };
}

const policyFrom = (written: z.infer<typeof policySchema>): Policy => ({
  ...written,
  believedFrom: instantInLondon(written.from, '09:00'),
  believedUntil: null,
});

const standingFrom = ({ party, state, from, until }: z.infer<typeof standingSchema>): Standing => ({
  party: idOf(party),
  state,
  from,
  until: until ?? null,
  believedFrom: instantInLondon(from, '09:00'),
  believedUntil: null,
});
