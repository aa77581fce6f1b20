const NOT_KNOWN = { notSaid: 'not known' };
const ID = '00000000-0000-4000-8000-000000000099';

/** Of who may do what, and who may open whose record. */
export const accessExamples: { readonly [type: string]: unknown } = {
  'rights-set': {
    ...{ person: ID, name: 'Ruth Sayers', email: 'ruth.sayers@wherrymouth.example', roles: ['administrator'] },
    ...{ active: true, mayGrant: ['social-worker', 'duty-worker'], because: 'She runs the desk from May.' },
  },
  'interest-declared': { person: ID, child: ID, numberTyped: NOT_KNOWN, kind: 'neighbour', because: 'Next door.' },
  'interest-ended': { interest: ID, because: 'They moved away.' },
  'sample-drawn': {
    ...{ title: 'Audit of spring 2026', people: [ID], children: [ID], from: '2026-03-02', until: '2026-04-30' },
  },
  'sample-ended': { sample: ID, because: 'The audit is written.' },
  'cover-arranged': { by: ID, for: ID, from: '2026-03-02', until: '2026-03-13', because: 'Annual leave.' },
  'cover-ended': { cover: ID, because: 'Back early.' },
  'relation-named': { person: ID, as: 'conference-chair', from: '2026-03-02', until: NOT_KNOWN },
  'relation-ended': { relation: ID, because: NOT_KNOWN },
  'record-restricted': { people: [ID], because: 'A colleague’s family.' },
  'audience-set': {
    ...{ entry: ID, path: 'account', audience: ['allocated', 'manager', ID] },
    because: 'The account names the town to which the mother has moved.',
  },
  'restriction-lifted': { restriction: ID, because: 'The colleague has left.' },
};
