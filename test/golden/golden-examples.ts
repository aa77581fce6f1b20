import { toldByHand } from '../../county/hand-made/load-hand-made.ts';
import { entryRegistry } from '../../src/app/entry-registry.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { GoldenExample } from '../../src/record/golden/golden-entry.ts';
import { nameOf, typeOf } from '../../src/record/registry.ts';
import { accessExamples } from './golden-access-examples.ts';
import { careExamples, carerExamples, familyExamples } from './golden-care-examples.ts';

const NOT_ASKED = { notSaid: 'not asked' };
const NOT_IN_SOURCE = { notSaid: 'not in source' };
const ID = '00000000-0000-4000-8000-000000000099';

/** Types of which the hand-made children have no example. */
const others: { readonly [type: string]: unknown } = {
  ...accessExamples,
  ...careExamples,
  ...carerExamples,
  ...familyExamples,
  'entry-withdrawn': {},
  'entry-misfiled': { entry: ID },
  'child-described': { ethnicity: 'WBRI', disabilities: ['NONE'], languages: ['English'], faith: NOT_ASKED },
  'child-died': { account: NOT_ASKED },
  'books-linked': { link: ID, with: ID, because: 'The same birth certificate was seen for both.' },
  'books-unlinked': { link: ID, with: ID, because: 'They are cousins of the same name.' },
  'books-found-different': { with: ID, because: 'Two birth certificates were seen.' },
  'worker-left': { joinedOn: '2019-09-02', because: NOT_ASKED },
  'referral-confirmed-in-writing': { words: NOT_ASKED },
  'child-in-need-plan-ended': { episode: ID, because: 'What the plan set out to do was done.' },
  'view-expressed': {
    episode: ID,
    words: 'I want to stay with Nan.',
    told: 'her teacher',
    how: 'drawing',
    present: NOT_ASKED,
  },
  'initial-conference-target-set': { episode: ID, target: '2026-03-20' },
  'transfer-in-notified': { episode: ID, fromCouncil: 'Elsewhere', account: NOT_ASKED },
  'transfer-in-conference-held': { episode: ID, planAgreed: true, attended: NOT_ASKED, chairedBy: NOT_ASKED },
  'protection-plan-category-changed': { episode: ID, category: 'neglect' },
  'protection-plan-ended': { episode: ID, because: NOT_ASKED },
  'allocation-ended': { episode: ID, because: 'The family moved away.' },
  'file-spoke-of-child': {
    setAside: [{ table: 'CINDetails', reason: 'A date that does not exist.' }],
    without: ['Reviews'],
  },
  'looked-after-reported': {
    ...{
      unaccompanied: true,
      unaccompaniedUntil: NOT_IN_SOURCE,
      mother: NOT_IN_SOURCE,
      firstChildBornOn: NOT_IN_SOURCE,
    },
    ...{ previousPermanence: 'adoption', previousPermanenceBy: 'OUT', previousPermanenceOn: 'zz/04/2015' },
  },
  'annex-observed': {
    list: 8,
    cells: [
      { heading: 'Allocated Worker', value: 'Eugene Swift' },
      { heading: 'Number of Placements in the Last 12 months', value: 1 },
    ],
  },
  'worker-reported': { workerNumber: 'SW0000001', until: NOT_IN_SOURCE, changedBecause: 'LEFTRL' },
  'pre-proceedings-reported': {
    ...{ episode: ID, letterSentOn: '2026-01-12', familyMeetingOffered: true, familyMeetingHeld: false },
    ...{ firstMeetingOn: NOT_IN_SOURCE, reviewMeetings: 0, stepDecidedOn: NOT_IN_SOURCE, outcomeCode: NOT_IN_SOURCE },
    ...{ courtApplicationOn: NOT_IN_SOURCE, proceedingsLetterOn: NOT_IN_SOURCE },
  },
};

/** One example of every type and version that has one: as the hand-made children have it, or as above. */
export function goldenExamples(): GoldenExample[] {
  const registry = entryRegistry();
  const told = toldByHand(ID as Id).flatMap(({ act }) => act.entries);
  const byHand = new Map(told.map((entry) => [nameOf(entry.type, entry.version), entry.data]));
  return [...registry.types.values()]
    .filter((type) => byHand.has(nameOf(type.type, type.version)) || type.type in others)
    .map((type) => ({
      type: typeOf(registry, type.type, type.version),
      data: byHand.get(nameOf(type.type, type.version)) ?? others[type.type],
    }))
    .sort((a, b) => (a.type.type < b.type.type ? -1 : 1));
}
