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
  'account:own',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const EVERYBODY: readonly Permission[] = ['duty:read', 'account:own'];
const READERS: readonly Permission[] = ['child:list', 'child:read', 'sight:read', 'reconcile:read', ...EVERYBODY];
/** The county in numbers, its teams and workers, and the lists of children behind them. */
const OVERSEERS: readonly Permission[] = [...READERS, 'county:read', 'register:read', 'team:read'];

/** The roles of a council. None may both grant rights and read children; one person may hold two. */
export const ROLES = {
  'social-worker': { title: 'Social worker', may: [...READERS, 'visit:record', 'caseload:own'] },
  'team-manager': {
    title: 'Team manager',
    may: [...OVERSEERS, 'caseload:own', 'visit:record', 'allocation:record', 'reconcile:decide'],
  },
  administrator: { title: 'Administrator', may: [...EVERYBODY, 'people:manage', 'county:read'] },
  'performance-analyst': {
    title: 'Performance analyst',
    may: [...OVERSEERS, 'import:run', 'reconcile:decide'],
  },
  director: { title: 'Director of children’s services', may: [...OVERSEERS, 'policy:set'] },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly may: readonly Permission[] }>>;
export type Role = keyof typeof ROLES;

export const ROLE_NAMES = Object.keys(ROLES) as readonly Role[];

/** Reads the name of a role. */
export const role = (text: string): Role | undefined => ROLE_NAMES.find((each) => each === text);

/** What the first person of a council holds, until they hand one on. */
export const FIRST_ROLES: readonly Role[] = ['administrator', 'performance-analyst'];

/** May somebody with these roles do that? A role that is not known allows nothing. */
export function mayDo(roles: readonly string[], permission: string): boolean {
  return ROLE_NAMES.filter((each) => roles.includes(each)).some((each) =>
    (ROLES[each].may as readonly string[]).includes(permission),
  );
}

/** Where somebody with these roles begins: the county for who answers for all of it, else the children. */
export const firstPageOf = (roles: readonly string[]): '/county' | '/children' =>
  roles.includes('director') || (!mayDo(roles, 'child:list') && mayDo(roles, 'county:read')) ? '/county' : '/children';

/** The roles in words: "Administrator and performance analyst". */
export function rolesInWords(roles: readonly string[]): string {
  const titles = ROLE_NAMES.filter((each) => roles.includes(each)).map((each) => ROLES[each].title);
  const [first = 'No role', ...others] = titles;
  return others.length === 0
    ? first
    : `${[first, ...others.map(lowerFirst)].slice(0, -1).join(', ')} and ${lowerFirst(titles.at(-1) ?? '')}`;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
