import { z } from 'zod';

/**
 * The shape of a duty's file under `statute/duties/`. One duty a file, readable without knowing TypeScript.
 * Values carry only the day from which they are in force, so a gap or an overlap cannot be written down;
 * `null` says that the duty ceased that day.
 */

export const FORCES = ['act', 'regulations', 'statutory guidance', 'standard', 'measure', 'local'] as const;
/** How much each bad answer weighs: only the first two may be called a breach, guidance is "not followed", and so on. */
export type Force = (typeof FORCES)[number];

/** V verified in a primary text, V2 in a secondary source, K known but not verified, U unsure (ships switched off). */
export const CONFIDENCES = ['V', 'V2', 'K', 'U'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/**
 * How a limit is counted. `+`: the trigger day is day 0; `=`: it is day 1. working-days by the calendar, weeks as
 * seven calendar days, months and years to the corresponding date, hours by the clock.
 */
export const COUNTS = [
  'working-days+',
  'working-days=',
  'days+',
  'days=',
  'weeks+',
  'weeks=',
  'months+',
  'years+',
  'hours',
] as const;
export type Count = (typeof COUNTS)[number];

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const factName = z.string().regex(/^[a-z-]+\.[a-z-]+$/);
/** Where a fact must stand to belong to a clock: on the starting fact's own thread, in its episode, or anywhere with the child. */
const scope = z.enum(['thread', 'episode', 'child']);
const factInScope = z.strictObject({ fact: factName, in: scope });
export type FactInScope = z.infer<typeof factInScope>;

/** One dated value of a duty. */
const value = z.strictObject({
  /** The limit in the units of `count`; null for a duty with no number of its own (a state, or one that only a council's policy numbers). */
  limit: z.number().int().positive().nullable(),
  count: z.enum(COUNTS).nullable(),
  /** For a chain: the limit of every link after the first, where it differs. */
  next: z.number().int().positive().optional(),
  force: z.enum(FORCES),
  citation: z.string().trim().min(1),
  /** Keys of `statute/sources.yaml`, parted by commas. */
  source: z.string().trim().min(1),
  confidence: z.enum(CONFIDENCES),
  /** A person who has checked a `K` value, and when. Until then a miss of it may be late but is not called a breach. */
  signedOff: z.strictObject({ by: z.string(), on: date }).optional(),
  note: z.string().optional(),
});
export type DutyValue = z.infer<typeof value>;

/** A parameter of 2M that the council may set: `stricter` values only, or `free` where the law leaves it open. */
const parameter = z.strictObject({
  name: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  /** limit: another number in the duty's own count. begins-on / ends-on: the day on which this duty's regime starts / stops for the council. */
  /** start-counts: whether the trigger day is day one. leave-days: days of a worker's leave after which nobody holds the child. */
  sets: z.enum(['limit', 'begins-on', 'ends-on', 'start-counts', 'switched-on', 'leave-days']),
  may: z.enum(['stricter', 'free']),
  /** For a duty whose national limit is null: how the council's number is counted. */
  count: z.enum(COUNTS).optional(),
  /** What holds until the council sets something, where that is not the law's own value. */
  default: z.number().int().positive().optional(),
  note: z.string().optional(),
});

/** A thing that lasts from one fact to another. */
const openPeriod = z.strictObject({ opens: factName, closes: factName });

/**
 * A condition on the day of a starting fact: something is open then (or, with `not`, is not). Open from the day of `opens`
 * to the day before `closes`; `in`: on the starting fact's own thread, or anywhere with the child.
 */
const condition = openPeriod.extend({
  in: z.enum(['thread', 'child']).default('child'),
  not: z.literal(true).optional(),
});
export type Condition = z.infer<typeof condition>;

const common = {
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string().min(1),
  /** Whose book the duty is judged in. */
  of: z.enum(['child', 'carer']).default('child'),
  owes: z.string().min(1),
  asks: z.string().min(1),
  /** 'off' for a value that is unsure, or for a local duty that only a council's policy switches on. */
  ships: z.enum(['on', 'off']),
  /** The calendar by which working days are counted. */
  calendar: z.string().default('england-and-wales'),
  values: z.record(date, value.nullable()),
  overlays: z
    .array(
      z.strictObject({
        from: date,
        until: date,
        relaxed: z.literal(true),
        citation: z.string(),
        confidence: z.enum(CONFIDENCES),
      }),
    )
    .default([]),
  parameters: z.array(parameter).default([]),
  checked: z.strictObject({ on: date, by: z.string(), next: date }),
};

/** A duty with a start and a due day. `restarts`: each meeting starts the next link, until an `ends` fact. */
const clock = z.strictObject({
  ...common,
  shape: z.literal('clock'),
  starts: z
    .array(
      z.strictObject({
        fact: factName,
        meets: scope,
        /** The fact starts a clock only where all of this holds on its day (a plan that was live at the birth). */
        while: z.preprocess(
          (one) => (one === undefined || Array.isArray(one) ? one : [one]),
          z.array(condition).default([]),
        ),
        /** Only the first such fact of its thread, or only those after the first. */
        ordinal: z.enum(['first', 'later']).optional(),
        /**
         * The days are counted from the last meeting on or before the starting fact's day, on or after its thread's first
         * fact; where there was none, from the starting fact. What was due by then is overdue from the starting day.
         */
        counts: z.literal('from-last-meeting').optional(),
      }),
    )
    .min(1),
  meets: z.array(factName).min(1),
  /** Such a fact before the start (within so many months of it) meets the clock at once. */
  orBefore: z.array(factInScope.extend({ withinMonths: z.number().int().positive().optional() })).default([]),
  /** The due day is never later than the first such fact after the start. */
  dueNoLaterThan: z.array(factInScope).default([]),
  restarts: z.boolean().default(false),
  /**
   * Ends the duty: before the due day it is superseded, after it the duty stays missed. `voids`: says that nothing was
   * owed (no conference was needed), so that it is superseded whenever that was decided.
   */
  ends: z.array(factInScope.extend({ voids: z.literal(true).optional() })).default([]),
  /** A lawful extension: counts only when it was recorded by the end of the due day. */
  excuses: z.array(factInScope).default([]),
  /** A reason for lateness, which the guidance asks for: late all the same, and reasoned. */
  reasons: z.array(factInScope).default([]),
  /** Changes of the limit in a running clock: at a birthday, so many months after the chain began, or from the day of a fact on. */
  switches: z
    .array(
      z.union([
        z.strictObject({
          atAge: z.number().int().positive(),
          limit: z.number().int().positive(),
          count: z.enum(COUNTS),
        }),
        z.strictObject({
          afterMonths: z.number().int().positive(),
          limit: z.number().int().positive(),
          count: z.enum(COUNTS),
        }),
        z.strictObject({ at: factName, in: scope, limit: z.number().int().positive(), count: z.enum(COUNTS) }),
      ]),
    )
    .default([]),
});

/** A thing that must be so. Each `for` fact is one check, from its day on. */
const state = z.strictObject({
  ...common,
  shape: z.literal('state'),
  check: z.discriminatedUnion('is', [
    /** `of` must exist in scope, at any time on or before the `for` fact's day (before), on it (same-day), or at any time (ever). */
    z.strictObject({
      is: z.literal('accompanied'),
      for: factName,
      by: z.array(factName).min(1),
      in: scope,
      when: z.enum(['before', 'same-day', 'ever', 'strictly-before']),
      /** Facts that say outright that it fails. Where there are any, silence about both sides is cannot tell, whoever is silent. */
      failsOn: z.array(factName).default([]),
      /** Nobody can see a child who is not born: a `for` fact before the birth is no check at all. */
      sparesUnborn: z.boolean().default(false),
    }),
    /** None of `by` may exist in scope within so many months before the `for` fact. */
    z.strictObject({
      is: z.literal('not-preceded'),
      for: factName,
      by: z.array(factName).min(1),
      in: scope,
      withinMonths: z.number().int().positive(),
    }),
    /** The two may never both be open on one day. */
    z.strictObject({
      is: z.literal('never-both'),
      first: openPeriod,
      second: openPeriod,
    }),
    /** Every late clock of another duty carries one of its `reasons`. */
    z.strictObject({ is: z.literal('reasoned-when-late'), duty: z.string() }),
    /** Every open child is held by a named worker who is in post and present. */
    z.strictObject({ is: z.literal('held-while-open') }),
  ]),
});

export const dutySchema = z.discriminatedUnion('shape', [clock, state]);
export type Duty = z.infer<typeof dutySchema>;
export type ClockDuty = z.infer<typeof clock>;
export type StateDuty = z.infer<typeof state>;
export type Parameter = z.infer<typeof parameter>;
