import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { isSaid, protectedShortText, said, saidOrNull, shortText, someId, words } from '../../../record/said.ts';
import type { FactName } from '../../../sight/facts.ts';
import { factMonthsAfter, factOf } from '../../draft-fact.ts';
import { happening } from '../../happening.ts';
import { type ModuleEntry, moduleEntry } from '../../manifest.ts';
import { factsOfKind, isTemporary, PLACEMENT_KINDS, placementInWords } from './placement-kind.ts';

/** The thread of the care period that the placement belongs to; null where nobody knows it. */
const episode = z.union([someId, z.null()]);

/** Who provides the placement: PR0 to PR5 of the looked-after return in words. */
export const PLACEMENT_PROVIDERS = [
  'parents',
  'own-council',
  'another-council',
  'other-public',
  'private',
  'voluntary',
] as const;

/** Which part of regulation 28 (or 48) of the 2010 Regulations says how often a child in this placement is visited. */
export const VISITING_RULES = [
  'ordinary',
  'parent-not-assessed',
  'temporary-or-interim-order',
  'parent-care-order',
  'other-arrangements',
  'short-breaks',
] as const;
export type VisitingRule = (typeof VISITING_RULES)[number];
const visitingFacts = VISITING_RULES.map((rule) => `visiting.${rule}` as const);

/** Why a placement ended: the reasons for a change of placement of the looked-after return in words. */
export const PLACEMENT_ENDINGS = [
  'care-plan',
  'provision-closed',
  'allegation',
  'standards-of-care',
  'approval-removed',
  'carer-asked-behaviour',
  'carer-asked-other',
  'child-asked',
  'council-asked',
  'status-only',
  'custody',
  'care-ended',
  'other',
] as const;

/** A placement is a thread of its own; its episode is the care period. */
export const placementBegun = defineEntry({
  type: 'placement-begun',
  version: 1,
  books: ['child'],
  fields: {
    episode,
    kind: said(z.enum(PLACEMENT_KINDS)),
    provider: said(z.enum(PLACEMENT_PROVIDERS)),
    /** The carer's book. */
    carer: said(someId),
    /** The first placement of this period of care. */
    first: said(z.boolean()),
    visiting: said(z.enum(VISITING_RULES)),
    /** Meant to last until the child is 18. */
    intendedUntil18: said(z.boolean()),
    /** Outside the council's own area. */
    outOfArea: said(z.boolean()),
    /** Outside the council's own area and every one that adjoins it (regulation 11). */
    atDistance: said(z.boolean()),
    /** Whether supported accommodation is registered. */
    registered: said(z.boolean()),
    /** Where it is. Never in a list: some addresses keep a child safe by being unknown. */
    place: said(words),
    postcode: said(protectedShortText),
    /** The number of the provider in Ofsted's list. */
    urn: said(shortText),
  },
});

export const placementEnded = defineEntry({
  type: 'placement-ended',
  version: 1,
  books: ['child'],
  fields: { episode, because: said(z.enum(PLACEMENT_ENDINGS)) },
});

/** From its day another part of the regulations governs the visits to this placement. */
export const visitingChanged = defineEntry({
  type: 'visiting-changed',
  version: 1,
  books: ['child'],
  fields: { episode, visiting: z.enum([...VISITING_RULES, 'not-known']), because: said(words) },
});

export const placementMadePermanent = defineEntry({
  type: 'placement-made-permanent',
  version: 1,
  books: ['child'],
  fields: { episode, decidedBy: said(shortText) },
});

/** A long-term foster placement as the regulations of 2015 define it. Fewer visits only where the child agrees. */
export const longTermFosteringAgreed = defineEntry({
  type: 'long-term-fostering-agreed',
  version: 1,
  books: ['child'],
  fields: { episode, childAgrees: said(z.boolean()), agreedBy: said(shortText) },
});

type Begun = Parameters<typeof placementBegun.write>[1];

const isKnownTemporary = ({ kind }: Begun): boolean => kind !== undefined && isSaid(kind) && isTemporary(kind);

/** Supported accommodation that is said not to be registered is unregulated; where nobody says, neither is known. */
function kindFacts({ kind, registered }: Begun): readonly FactName[] {
  if (kind === undefined || !isSaid(kind)) return [];
  const facts = factsOfKind[kind] ?? [];
  if (kind !== 'supported-accommodation' || typeof registered !== 'boolean') return facts;
  return [...facts, registered ? 'placement.supported-registered' : 'placement.unregulated-begun'];
}

/** The rule that governs the visits; silence is *not known*, except for a few days away from where the child lives. */
function visitingFactsOf(begun: Begun): readonly FactName[] {
  const { visiting } = begun;
  if (visiting !== undefined && isSaid(visiting))
    return visitingFacts.filter((name) => name === `visiting.${visiting}`);
  return isKnownTemporary(begun) ? [] : ['visiting.not-known'];
}

export const placementEntries: readonly ModuleEntry[] = [
  moduleEntry({
    is: placementBegun.is,
    yields: [
      ...(['placement.begun', 'placement.first-begun', 'placement.first-year-over', 'placement.permanent'] as const),
      ...(['placement.out-of-area-begun', 'placement.distant-begun', 'placement.supported-registered'] as const),
      ...new Set(Object.values(factsOfKind).flat()),
      ...visitingFacts,
      'visiting.not-known',
    ],
    facts: (entry) => {
      const { first, intendedUntil18, outOfArea, atDistance } = entry.data;
      const party = saidOrNull(entry.data.carer);
      return [
        factOf(entry, 'placement.begun', { party }),
        ...(first === true ? [factOf(entry, 'placement.first-begun', { party })] : []),
        ...(isKnownTemporary(entry.data) ? [] : [factMonthsAfter(entry, 'placement.first-year-over', 12, { party })]),
        ...(intendedUntil18 === true ? [factOf(entry, 'placement.permanent')] : []),
        ...(outOfArea === true ? [factOf(entry, 'placement.out-of-area-begun')] : []),
        ...(atDistance === true ? [factOf(entry, 'placement.distant-begun')] : []),
        ...kindFacts(entry.data).map((name) => factOf(entry, name)),
        ...visitingFactsOf(entry.data).map((name) => factOf(entry, name)),
      ];
    },
    tells: ({ data }) =>
      isSaid(data.kind) ? `Placement. Began: ${placementInWords[data.kind]}.` : 'Placement. Began.',
  }),
  happening(placementEnded, 'placement.ended', ({ because }) =>
    isSaid(because) ? `Placement. Ended: ${endingInWords[because]}.` : 'Placement. Ended.',
  ),
  moduleEntry({
    is: visitingChanged.is,
    yields: [...visitingFacts, 'visiting.not-known'],
    facts: (entry) => [factOf(entry, `visiting.${entry.data.visiting}`)],
    tells: ({ data }) => `Placement. How often the child is visited changed: ${visitingInWords[data.visiting]}.`,
  }),
  happening(placementMadePermanent, 'placement.permanent', 'Placement. It is meant to last until the child is 18.'),
  moduleEntry({
    is: longTermFosteringAgreed.is,
    yields: ['placement.long-term-agreed'],
    facts: (entry) => (entry.data.childAgrees === true ? [factOf(entry, 'placement.long-term-agreed')] : []),
    tells: ({ data }) => {
      if (!isSaid(data.childAgrees)) return 'Long-term fostering. Decided; whether the child agrees is not known.';
      return data.childAgrees
        ? 'Long-term fostering. Decided; the child agrees.'
        : 'Long-term fostering. Decided; the child does not agree.';
    },
  }),
];

const endingInWords: Record<(typeof PLACEMENT_ENDINGS)[number], string> = {
  'care-plan': 'as the care plan said',
  'provision-closed': 'the provision closed',
  allegation: 'an allegation',
  'standards-of-care': 'concern about the standard of care',
  'approval-removed': 'the approval was removed',
  'carer-asked-behaviour': 'the carer asked, because of the child’s behaviour',
  'carer-asked-other': 'the carer asked',
  'child-asked': 'the child asked',
  'council-asked': 'the council asked',
  'status-only': 'only its status changed',
  custody: 'custody',
  'care-ended': 'the child left care',
  other: 'for another reason',
};

const visitingInWords: Record<VisitingRule | 'not-known', string> = {
  ordinary: 'as in an ordinary placement',
  'parent-not-assessed': 'as with a parent who is not yet assessed',
  'temporary-or-interim-order': 'as under a temporary approval or an interim order with a parent',
  'parent-care-order': 'as with a parent under a care order',
  'other-arrangements': 'as where somebody else arranges where the child lives',
  'short-breaks': 'as in short breaks',
  'not-known': 'which rule governs is not known',
};
