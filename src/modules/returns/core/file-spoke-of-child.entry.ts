import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { factOf } from '../../draft-fact.ts';
import { moduleEntry } from '../../manifest.ts';

/**
 * A file spoke of this child: inside its window its silence is evidence. What it said and could not be loaded is
 * listed, so that the child's own page says so. The window is `happened`, from its earliest to its latest day.
 */
export const fileSpokeOfChild = defineEntry({
  type: 'file-spoke-of-child',
  version: 1,
  books: ['child'],
  fields: {
    setAside: z.array(z.strictObject({ table: z.string().max(40), reason: z.string().max(400) })),
  },
});

export const fileSpokeOfChildEntry = moduleEntry({
  is: fileSpokeOfChild.is,
  yields: ['spoken.cin-census'],
  facts: (entry) => [factOf(entry, 'spoken.cin-census')],
  tells: ({ data }) => {
    const lost = data.setAside.length;
    if (lost === 0) return 'A Children in Need census spoke of this child.';
    return `A Children in Need census spoke of this child; ${lost} ${lost === 1 ? 'part' : 'parts'} of it could not be loaded.`;
  },
});
