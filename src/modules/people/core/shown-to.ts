import { type Protected, reveal } from '../../../kernel/protected.ts';
import { seesProtected } from '../../access/public.ts';

/** A value as one reader may have it. Pages print nothing else of an address or a number. */
export type ShownOrWithheld =
  | {
      readonly is: 'shown';
      readonly text: string /** Whoever sees it must not pass it on. */;
      readonly guarded: boolean;
    }
  | { readonly is: 'withheld' }
  | { readonly is: 'not-known' };

export const WITHHELD_PLACE: ShownOrWithheld = { is: 'withheld' };

/**
 * What a reader is shown of an address line, a postcode or a telephone number, by the relation through which the child was opened
 * and by whether it is protected today, whatever day is looked at. The one function that makes what a page prints of them.
 */
export function shownTo(
  relation: string | undefined,
  value: Protected<string> | null,
  protectedNow: boolean,
): ShownOrWithheld {
  if (protectedNow && !seesProtected(relation)) return WITHHELD_PLACE;
  return value === null ? { is: 'not-known' } : { is: 'shown', text: reveal(value), guarded: protectedNow };
}
