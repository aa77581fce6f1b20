import type { Example } from '../../../../../ui/example.ts';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { type SetPasswordPage, SetPasswordView, SpentLinkView } from './set-password.view.tsx';

const house: HousePage = {
  council: 'Wherrymouth County Council',
  colour: null,
  mark: 'real',
  trial: false,
  nonce: 'nonce-of-an-example',
  person: null,
  nav: [],
  signOut: null,
};
const example = (name: string, more: Partial<SetPasswordPage>): Example => ({
  page: 'Choose a password',
  name,
  view: () =>
    SetPasswordView({
      house,
      csrf: 'token',
      action: '/set-password/link',
      name: 'Ada Okafor',
      email: 'ada.okafor@wherrymouth.example',
      roles: 'Social worker',
      holdsTwoRoles: false,
      faults: [],
      ...more,
    }),
});

export const examples: Example[] = [
  example('first visit', {}),
  example('first person of a council', { roles: 'Administrator and performance analyst', holdsTwoRoles: true }),
  example('too short', { faults: [{ field: 'password', text: 'Password must be 12 characters or more' }] }),
  { page: 'Choose a password', name: 'spent link', view: () => SpentLinkView({ house }) },
];
