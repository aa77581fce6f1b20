import type { Example } from '../../ui/example.ts';
import type { HousePage } from '../../ui/house-page.ts';
import { notices } from './notices.tsx';

const house: HousePage = {
  council: 'Wherrymouth County Council',
  colour: null,
  mark: 'invented',
  trial: true,
  nonce: 'nonce-of-an-example',
  person: { name: 'Temitope Adeyemi', role: 'Social worker' },
  nav: [{ text: 'Children', href: '/children' }],
  signOut: { action: '/sign-out', csrf: 'token' },
};
const example = (name: string, view: Example['view']): Example => ({ page: 'Notice', name, view });

export const examples: Example[] = [
  example('not found', () => notices.notFound(house)),
  example('not allowed', () => notices.notAllowed(house)),
  example('stale form', () => notices.staleForm(house)),
  example('problem with the service', () =>
    notices.fault({ ...house, person: null, nav: [], signOut: null }, 500, '4f0c9a11d2'),
  ),
  example('too many pages', () => notices.fault({ ...house, person: null, nav: [], signOut: null }, 429, 'too-many')),
  example('too large', () => notices.fault({ ...house, person: null, nav: [], signOut: null }, 413, '4f0c9a11d2')),
];
