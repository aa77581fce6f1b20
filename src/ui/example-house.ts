import type { HousePage } from './house-page.ts';

/** The house of examples: an invented council, with somebody signed in. */
export const EXAMPLE_HOUSE: HousePage = {
  council: 'Wherrymouth County Council',
  colour: null,
  mark: 'invented',
  trial: false,
  nonce: 'example',
  person: { name: 'Temitope Adeyemi', role: 'social worker' },
  nav: [
    { text: 'Children', href: '/children' },
    { text: 'Duties and law', href: '/duties' },
  ],
  signOut: { action: '/sign-out', csrf: 'example' },
};
