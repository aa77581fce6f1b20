import type { Example } from '../../../../ui/example.ts';
import type { HousePage } from '../../../../ui/house-page.ts';
import { type SignInPage, SignInView } from './sign-in.view.tsx';

const house: HousePage = {
  council: 'Wherrymouth County Council',
  colour: null,
  mark: 'invented',
  trial: false,
  nonce: 'nonce-of-an-example',
  person: null,
  nav: [],
  signOut: null,
};
const example = (name: string, more: Partial<SignInPage>): Example => ({
  page: 'Sign in',
  name,
  view: () =>
    SignInView({
      house,
      csrf: 'token',
      email: '',
      next: '',
      kept: { is: 'none' },
      council: false,
      faults: [],
      ...more,
    }),
});

export const examples: Example[] = [
  example('first visit', {}),
  example('nothing entered', {
    faults: [
      { field: 'email', text: 'Enter your e-mail address' },
      { field: 'password', text: 'Enter your password' },
    ],
  }),
  example('refused', {
    email: 'ada.okafor@wherrymouth.example',
    faults: [{ field: 'email', text: 'The e-mail address or the password is not right' }],
  }),
];
