import type { ReadEntry } from './as-of.ts';

declare const redacted: unique symbol;

/**
 * An entry as one reader may see it: what is withheld from them reads as `{ notSaid: 'withheld' }`. Only `redact` of the
 * access module makes one, and whatever is shown of an entry takes no other: a page that forgets does not compile.
 */
export type RedactedEntry<Data = unknown> = ReadEntry<Data> & { readonly [redacted]: true };
