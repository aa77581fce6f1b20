import type { Example } from '../../../../../ui/example.ts';
import { EXAMPLE_VISITORS_HOUSE as house } from '../example-visitor.ts';
import { GoOnView } from './go-on.view.tsx';
import { type SignInPage, SignInView } from './sign-in.view.tsx';

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
const ada = 'ada.okafor@wherrymouth.example';

export const examples: Example[] = [
  example('first visit', {}),
  example('with the council’s account', { council: true }),
  example('nothing entered', {
    faults: [
      { field: 'email', text: 'Enter your e-mail address' },
      { field: 'password', text: 'Enter your password' },
    ],
  }),
  example('refused', {
    email: ada,
    faults: [{ field: 'email', text: 'The e-mail address or the password is not right' }],
  }),
  example('an account that stopped', {
    email: ada,
    faults: [
      {
        field: 'email',
        text: 'Your account was not used for 30 days, and has stopped. Ask Dilwyn Prosser or Maximiliana-Theodora Fotheringay-Featherstonehaugh to let you in again',
      },
    ],
  }),
  example('the council’s sign-in refused', {
    council: true,
    faults: [{ field: 'council', text: 'None of your groups at the council has a role here. Ask your administrator' }],
  }),
  example('a form is kept', { kept: { is: 'carried', sealed: 'sealed' } }),
  example('a form is too long to be kept', { kept: { is: 'too-long' } }),
  { page: 'Sign in', name: 'going to the council', view: () => GoOnView({ house, address: '#main' }) },
];
