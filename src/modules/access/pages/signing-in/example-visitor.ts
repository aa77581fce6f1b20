import type { HousePage } from '../../../../ui/house-page.ts';

/** The house of examples for who is not signed in, or half-way. */
export const EXAMPLE_VISITORS_HOUSE: HousePage = {
  council: 'Wherrymouth County Council',
  colour: null,
  mark: 'invented',
  trial: false,
  nonce: 'nonce-of-an-example',
  person: null,
  nav: [],
  signOut: null,
};
