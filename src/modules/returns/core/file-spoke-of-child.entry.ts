import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import type { EntryType } from '../../../record/entry.ts';
import { factOf } from '../../draft-fact.ts';
import { moduleEntry } from '../../manifest.ts';
import { KIND_IN_WORDS } from './file-kind.ts';

const setAside = z.array(z.strictObject({ table: z.string().max(40), reason: z.string().max(400) }));

const { is: atFirst } = defineEntry({
  type: 'file-spoke-of-child',
  version: 1,
  books: ['child'],
  fields: { setAside },
});

/**
 * A file spoke of this child: inside its window its silence is evidence. What it said and could not be loaded is
 * listed, so that the child's own page says so. The window is `happened`, from its earliest to its latest day.
 */
export const fileSpokeOfChild = defineEntry({
  type: 'file-spoke-of-child',
  version: 2,
  books: ['child'],
  fields: {
    setAside,
    /** Tables that were not among what was loaded: of what stands in them, silence says nothing. */
    without: z.array(z.string().max(40)),
  },
  // The first release read only files that cannot come without a table.
  was: { ...atFirst, upcast: (data: object) => ({ ...data, without: [] }) } as EntryType,
});

const kindOf = (kind: string): keyof typeof KIND_IN_WORDS => (kind in KIND_IN_WORDS ? kind : 'cin-census') as never;

export const fileSpokeOfChildEntry = moduleEntry({
  is: fileSpokeOfChild.is,
  yields: ['spoken.cin-census', 'spoken.ssda903', 'spoken.annex-a'],
  // A file that came without some of its tables has spoken of the child, but its silence is evidence of nothing.
  facts: (entry) => (entry.data.without.length > 0 ? [] : [factOf(entry, `spoken.${kindOf(entry.source.kind)}`)]),
  tells: ({ data, source }) => {
    const { name } = KIND_IN_WORDS[kindOf(source.kind)];
    const lost = data.setAside.length;
    const spoke = `${/^[AEIOU]|^SS/.test(name) ? 'An' : 'A'} ${name} spoke of this child`;
    const part = data.without.length > 0 ? `, without ${data.without.length} of its tables` : '';
    if (lost === 0) return `${spoke}${part}.`;
    return `${spoke}${part}; ${lost} ${lost === 1 ? 'part' : 'parts'} of it could not be loaded.`;
  },
});
