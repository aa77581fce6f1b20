import { z } from 'zod';
import { defineEntry } from '../../../../record/define-entry.ts';
import { said, shortText, someId, words } from '../../../../record/said.ts';
import { moduleEntry } from '../../../manifest.ts';
import { ROLE_NAMES, rolesInWords } from '../permission.ts';

const roles = z.array(z.enum(ROLE_NAMES));

/** All that somebody may do from now on: each of these says everything anew, and the last one about a person holds. */
export const rightsSet = defineEntry({
  type: 'rights-set',
  version: 1,
  books: ['council'],
  fields: {
    person: someId,
    name: shortText,
    email: shortText,
    roles,
    /** False: the account is stopped; nobody signs in to it. */
    active: z.boolean(),
    /** The roles that they, as an administrator, may pass on. */
    mayGrant: roles,
    because: said(words),
  },
});

export const rightsSetEntry = moduleEntry({
  is: rightsSet.is,
  yields: [],
  facts: () => [],
  tells: ({ data }) =>
    data.active
      ? `Rights. Somebody may sign in with the role: ${rolesInWords(data.roles)}.`
      : 'Rights. The account of somebody was stopped.',
});
