import type { FactName } from '../../../sight/facts.ts';

/**
 * Where a looked-after child lives: the placement types of the looked-after return in words, and a foster carer's home in
 * an emergency outside the terms of approval (regulation 23), which no return tells apart. `foster-not-said-by-whom` and
 * `adoption` are what a coarser file says.
 */
export const PLACEMENT_KINDS = [
  'foster-by-relative-long-term',
  'foster-by-relative-for-adoption',
  'foster-by-relative',
  'foster-long-term',
  'foster-for-adoption',
  'foster',
  'foster-not-said-by-whom',
  'emergency-foster',
  'adoption',
  'adoption-by-carer-with-consent',
  'adoption-with-consent',
  'adoption-by-carer-with-order',
  'adoption-with-order',
  'with-parents',
  'secure-home',
  'childrens-home',
  'supported-accommodation',
  'semi-independent',
  'independent-living',
  'residential-employment',
  'residential-care-home',
  'health-provision',
  'family-centre',
  'youth-custody',
  'residential-school',
  'temporary',
  'temporary-hospital',
  'temporary-child-holiday',
  'temporary-carer-holiday',
  'temporary-other',
  'other',
] as const;
export type PlacementKind = (typeof PLACEMENT_KINDS)[number];

/** A few days elsewhere, after which the child comes back: visits go on as where the child lives. */
export const isTemporary = (kind: PlacementKind): boolean => kind.startsWith('temporary');

/** What the kind of a placement alone says of it, beside that it began. */
export const factsOfKind: { readonly [Kind in PlacementKind]?: readonly FactName[] } = {
  'emergency-foster': ['placement.emergency-begun'],
  'with-parents': ['placement.with-parent-begun'],
  'supported-accommodation': ['placement.supported-begun'],
  'semi-independent': ['placement.unregulated-begun'],
  'independent-living': ['placement.unregulated-begun'],
  temporary: ['placement.temporary-begun'],
  'temporary-hospital': ['placement.temporary-begun', 'placement.hospital-begun'],
  'temporary-child-holiday': ['placement.temporary-begun'],
  'temporary-carer-holiday': ['placement.temporary-begun', 'placement.carer-holiday-begun'],
  'temporary-other': ['placement.temporary-begun'],
};

export const placementInWords: Record<PlacementKind, string> = {
  'foster-by-relative-long-term': 'long-term with foster carers who are relatives or friends',
  'foster-by-relative-for-adoption': 'with relatives or friends who foster and may adopt',
  'foster-by-relative': 'with foster carers who are relatives or friends',
  'foster-long-term': 'long-term with foster carers',
  'foster-for-adoption': 'with foster carers who may adopt',
  foster: 'with foster carers who are not relatives',
  'foster-not-said-by-whom': 'with foster carers',
  'emergency-foster': 'with foster carers, in an emergency outside the terms of their approval',
  adoption: 'for adoption',
  'adoption-by-carer-with-consent': 'for adoption with the current carers, with consent',
  'adoption-with-consent': 'for adoption, with consent',
  'adoption-by-carer-with-order': 'for adoption with the current carers, under a placement order',
  'adoption-with-order': 'for adoption, under a placement order',
  'with-parents': 'with parents',
  'secure-home': 'in a secure children’s home',
  'childrens-home': 'in a children’s home',
  'supported-accommodation': 'in supported accommodation',
  'semi-independent': 'in semi-independent accommodation',
  'independent-living': 'living independently',
  'residential-employment': 'in residential employment',
  'residential-care-home': 'in a residential care home',
  'health-provision': 'in a health service establishment',
  'family-centre': 'in a family centre or mother and baby unit',
  'youth-custody': 'in youth custody',
  'residential-school': 'in a residential school',
  temporary: 'for a short time elsewhere',
  'temporary-hospital': 'in hospital for a short time',
  'temporary-child-holiday': 'on holiday',
  'temporary-carer-holiday': 'elsewhere while the carers are on holiday',
  'temporary-other': 'for up to seven days elsewhere',
  other: 'in another place',
};
