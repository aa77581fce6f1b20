import { z } from 'zod';
import { type Id, id } from '../kernel/id.ts';
import { type Instant, instant } from '../kernel/instant.ts';
import { type LocalDate, localDate } from '../kernel/local-date.ts';
import { Protected } from '../kernel/protected.ts';

/** Why an entry does not say something. A gap always carries its reason: "nobody asked" is not "nobody knows". */
export const NOT_SAID = ['not in source', 'not known', 'not asked'] as const;
export type NotSaid = { readonly notSaid: (typeof NOT_SAID)[number] };
/** A value, or the reason why there is none. */
export type Said<Value> = Value | NotSaid;

export const notKnown: NotSaid = { notSaid: 'not known' };
export const notAsked: NotSaid = { notSaid: 'not asked' };
export const notInSource: NotSaid = { notSaid: 'not in source' };

/** It may be said, and this reader may not see it. For reading alone: no schema takes it, so no entry is ever written with it. */
export type Withheld = { readonly notSaid: 'withheld' };
export const withheld: Withheld = { notSaid: 'withheld' };
/** What a page prints in its place. */
export const WITHHELD_IN_WORDS = 'Withheld from you';

export const isWithheld = (value: unknown): value is Withheld =>
  typeof value === 'object' && value !== null && 'notSaid' in value && value.notSaid === withheld.notSaid;

const notSaid = z.strictObject({ notSaid: z.enum(NOT_SAID) });

/** A field that may be left unsaid, with a reason. Everything but identity and time is one. */
export const said = <Schema extends z.ZodType>(schema: Schema) => z.union([schema, notSaid]);

export function isSaid<Answer>(value: Answer): value is Exclude<Answer, NotSaid> {
  return !(typeof value === 'object' && value !== null && 'notSaid' in value);
}

/** The value, or null for every reason not to have one: for facts and rows, which do not carry reasons. */
export const saidOrNull = <Answer>(value: Answer): Exclude<Answer, NotSaid> | null => (isSaid(value) ? value : null);

/** The words as a page prints them: what is said, that it is withheld, or what stands there when nobody said anything. */
export const saidInWords = (answer: Said<string>, otherwise: string): string =>
  isSaid(answer) ? answer : isWithheld(answer) ? WITHHELD_IN_WORDS : otherwise;

/** A day that exists, `2013-03-29`. */
export const day = z.custom<LocalDate>((value) => typeof value === 'string' && localDate(value) !== undefined, {
  message: 'must be a day, as in 2013-03-29',
});
/** A moment with its offset. */
export const moment = z.custom<Instant>((value) => typeof value === 'string' && instant(value) === value, {
  message: 'must be a moment in UTC, as in 2013-03-29T09:05:00.000Z',
});
export const someId = z.custom<Id>((value) => typeof value === 'string' && id(value) !== undefined, {
  message: 'must be an id',
});
/** A name or a short answer. */
export const shortText = z.string().trim().min(1).max(300);
/** What somebody wrote or said, at any length that a person writes. */
export const words = z.string().trim().min(1).max(50_000);
const guarding = new WeakSet<z.ZodType>();

/**
 * A text that is read as a value that cannot print: an address line, a postcode, a telephone number. It may be written as plain
 * text, and stands in the book as any other text does.
 */
function protectedText(plain: z.ZodType<string>) {
  const alreadyGuarded = z.custom<Protected<string>>((value) => value instanceof Protected);
  const schema = z.union([alreadyGuarded, plain.transform((text) => Protected.of(text))]);
  guarding.add(schema);
  return schema;
}
export const protectedWords = protectedText(words);
export const protectedShortText = protectedText(shortText);

/** Whether a field holds a protected text: itself, or where it is said. */
export const isGuarded = (schema: z.core.$ZodType): boolean =>
  guarding.has(schema as z.ZodType) ||
  (schema instanceof z.ZodUnion && schema.options.some((each) => guarding.has(each as z.ZodType)));

/** A code of one of the dated code sets under `statute/code-sets`: `2A`, `WBRI`, `N1`. */
export const code = z.string().regex(/^[A-Z0-9]{1,8}$/, 'must be a code');
