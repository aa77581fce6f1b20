import { mayDo, type Permission } from '../../modules/access/public.ts';

type Link = { readonly text: string; readonly href: string; readonly permission: Permission };

const LINKS: readonly Link[] = [
  { text: 'My children', href: '/my-children', permission: 'caseload:own' },
  { text: 'County', href: '/county', permission: 'county:read' },
  { text: 'Every child', href: '/county/image', permission: 'county:read' },
  { text: 'Registers', href: '/registers/no-social-worker', permission: 'register:read' },
  { text: 'Teams', href: '/teams', permission: 'team:read' },
  { text: 'Children', href: '/children', permission: 'child:list' },
  { text: 'Duties', href: '/duties', permission: 'duty:read' },
  { text: 'Disagreements', href: '/reconciliation', permission: 'register:read' },
  { text: 'Import', href: '/import', permission: 'import:run' },
  { text: 'Openings', href: '/openings/reviews', permission: 'opening:review' },
  { text: 'Access log', href: '/access-log', permission: 'log:review' },
  { text: 'Access reviews', href: '/access-reviews', permission: 'log:review' },
  { text: 'Cover', href: '/cover', permission: 'caseload:own' },
  { text: 'Samples', href: '/samples', permission: 'sample:draw' },
  { text: 'People', href: '/people', permission: 'people:manage' },
];

/** The first pages that somebody with these roles may open. */
export const navigationFor = (roles: readonly string[]): { readonly text: string; readonly href: string }[] =>
  LINKS.filter(({ permission }) => mayDo(roles, permission)).map(({ text, href }) => ({ text, href }));
