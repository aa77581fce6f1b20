import type { LocalDate } from '../../../kernel/local-date.ts';
import type { FileKind } from '../../../record/entry.ts';

/** Inside this stretch of days, and for its population, the file's silence is evidence. Both days belong to it. */
export type FileWindow = { readonly from: LocalDate; readonly until: LocalDate };

/** What each kind of file is called in a sentence. */
export const KIND_IN_WORDS: Readonly<
  Record<
    FileKind,
    { readonly name: string; readonly short: string; readonly subject: string; readonly is: 'is' | 'are' }
  >
> = {
  'cin-census': { name: 'Children in Need census', short: 'census', subject: 'census', is: 'is' },
  ssda903: { name: 'SSDA903 return', short: 'SSDA903', subject: 'looked-after return', is: 'is' },
  'annex-a': { name: 'Annex A lists', short: 'Annex A', subject: 'lists of Annex A', is: 'are' },
};
