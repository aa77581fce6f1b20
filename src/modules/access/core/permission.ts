/** Everything that a role can allow, `thing:deed`. A page names one of these. */
export const PERMISSIONS = [
  'child:list',
  'child:read',
  'visit:record',
  'allocation:record',
  'import:run',
  'reconcile:read',
  'reconcile:decide',
  'sight:read',
  'county:read',
  'register:read',
  'team:read',
  'caseload:own',
  'duty:read',
  'policy:set',
  'people:manage',
  'relation:manage',
  'sample:draw',
  'restriction:set',
  'address:record',
  'audience:set',
  'log:read',
  'opening:own',
  'opening:review',
  'log:review',
  'account:own',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const EVERYBODY: readonly Permission[] = ['duty:read', 'account:own'];
/** They may find a child, open those to whom they have a relation, and ask for the others with a reason. */
const READERS: readonly Permission[] = [
  ...(['child:list', 'child:read', 'sight:read', 'reconcile:read', 'log:read', 'opening:own'] as const),
  ...EVERYBODY,
];
const PRACTITIONERS: readonly Permission[] = [...READERS, 'visit:record', 'address:record', 'audience:set'];
/** The county in numbers, its teams and workers, and the lists of children behind them. */
const OVERSEERS: readonly Permission[] = [...READERS, 'county:read', 'register:read', 'team:read'];
/** Figures alone: who decides for the county, and takes no decision about a child. */
const FIGURES: readonly Permission[] = [...EVERYBODY, 'county:read'];
/** A person of the law whose pages do not exist yet: the role cannot be given. */
const NO_ROUTE: readonly Permission[] = [];

/** The roles of a council. None may both grant rights and read children; one person may hold two. */
export const ROLES = {
  'social-worker': { title: 'Social worker', may: [...PRACTITIONERS, 'caseload:own'] },
  'duty-worker': { title: 'Front door and duty worker', may: [...PRACTITIONERS, 'allocation:record'] },
  'team-manager': {
    title: 'Team manager',
    may: [
      ...OVERSEERS,
      ...PRACTITIONERS,
      ...(['caseload:own', 'allocation:record', 'reconcile:decide', 'relation:manage', 'restriction:set'] as const),
    ],
  },
  'conference-chair': { title: 'Conference chair', may: READERS },
  'reviewing-officer': { title: 'Independent reviewing officer', may: READERS },
  legal: { title: 'Local authority lawyer', may: READERS },
  'supervising-social-worker': { title: 'Supervising social worker', may: READERS },
  auditor: { title: 'Case auditor', may: READERS },
  inspector: { title: 'Inspector', may: [...READERS, 'county:read'] },
  administrator: { title: 'Administrator', may: [...FIGURES, 'people:manage'] },
  'performance-analyst': {
    title: 'Performance analyst',
    may: [...OVERSEERS, 'import:run', 'reconcile:decide', 'sample:draw'],
  },
  'data-protection-officer': {
    title: 'Data protection officer',
    may: [...EVERYBODY, 'opening:review', 'log:review'],
  },
  director: {
    title: 'Director of children’s services',
    may: [...OVERSEERS, 'policy:set', 'restriction:set', 'sample:draw'],
  },
  'chief-executive': { title: 'Chief executive', may: FIGURES },
  'lead-member': { title: 'Lead member for children', may: FIGURES },
  'scrutiny-member': { title: 'Member of overview and scrutiny', may: FIGURES },
  partner: { title: 'Partner agency', may: NO_ROUTE },
  school: { title: 'School', may: NO_ROUTE },
  carer: { title: 'Carer', may: NO_ROUTE },
  parent: { title: 'Parent', may: NO_ROUTE },
  child: { title: 'Child', may: NO_ROUTE },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly may: readonly Permission[] }>>;
export type Role = keyof typeof ROLES;

export const ROLE_NAMES = Object.keys(ROLES) as readonly Role[];

/** Reads the name of a role. */
export const role = (text: string): Role | undefined => ROLE_NAMES.find((each) => each === text);

/** Roles that somebody can be given: those of which a page exists. */
export const GRANTABLE_ROLES: readonly Role[] = ROLE_NAMES.filter((each) => ROLES[each].may.length > 0);

/** What the first person of a council holds, until they hand one on. */
export const FIRST_ROLES: readonly Role[] = ['administrator', 'performance-analyst'];

/** May somebody with these roles do that? A role that is not known allows nothing. */
export function mayDo(roles: readonly string[], permission: string): boolean {
  return ROLE_NAMES.filter((each) => roles.includes(each)).some((each) =>
    (ROLES[each].may as readonly string[]).includes(permission),
  );
}

/** Where somebody with these roles begins: the county for who answers for all of it, else the children, else what they review. */
export function firstPageOf(roles: readonly string[]): '/county' | '/children' | '/openings/reviews' {
  if (roles.includes('director')) return '/county';
  if (mayDo(roles, 'child:list')) return '/children';
  return mayDo(roles, 'opening:review') && !mayDo(roles, 'county:read') ? '/openings/reviews' : '/county';
}

/** The roles in words: "Administrator and performance analyst". */
export function rolesInWords(roles: readonly string[]): string {
  const titles = ROLE_NAMES.filter((each) => roles.includes(each)).map((each) => ROLES[each].title);
  const [first = 'No role', ...others] = titles;
  return others.length === 0
    ? first
    : `${[first, ...others.map(lowerFirst)].slice(0, -1).join(', ')} and ${lowerFirst(titles.at(-1) ?? '')}`;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
