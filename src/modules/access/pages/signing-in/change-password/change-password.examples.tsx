import type { Example } from '../../../../../ui/example.ts';
import { EXAMPLE_HOUSE as house } from '../../../../../ui/example-house.ts';
import { type ChangePasswordPage, ChangePasswordView } from './change-password.view.tsx';

const example = (name: string, faults: ChangePasswordPage['faults']): Example => ({
  page: 'Change my password',
  name,
  view: () =>
    ChangePasswordView({
      house,
      csrf: 'token',
      name: 'Temitope Adeyemi',
      email: 'temitope.adeyemi@wherrymouth.example',
      action: '/my-account/password',
      faults,
    }),
});

export const examples: Example[] = [
  example('first visit', []),
  example('refused', [
    { field: 'present-password', text: 'This is not your present password' },
    {
      field: 'password',
      text: 'Many people use this password, and it stands in lists that were stolen. Choose another',
    },
  ]),
];
