import type { Example } from '../../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../../ui/example-house.ts';
import { EXAMPLE_VISITORS_HOUSE as house } from '../example-visitor.ts';
import { qrPicture } from './qr-picture.ts';
import { type SecondFactorPage, SecondFactorView } from './second-factor.view.tsx';
import { type SetUpAppPage, SetUpAppView } from './set-up-app.view.tsx';
import { type SetUpFactorPage, SetUpFactorView, SignInAgainView } from './set-up-factor.view.tsx';

const name = 'Ada Okafor';
const none = { authenticator: false, passkeys: 0 };
const proving = (state: string, more: Partial<SecondFactorPage>): Example => ({
  page: 'Enter your second factor',
  name: state,
  view: () =>
    SecondFactorView({
      house,
      csrf: 'token',
      next: '',
      name,
      factors: { authenticator: true, passkeys: 0 },
      faults: [],
      ...more,
    }),
});
const choosing = (state: string, more: Partial<SetUpFactorPage>): Example => ({
  page: 'Set up a second factor',
  name: state,
  view: () =>
    SetUpFactorView({
      house,
      csrf: 'token',
      name,
      action: '/second-factor/new-passkey',
      app: '/second-factor/app',
      demanded: true,
      factors: none,
      ...more,
    }),
});
const app = (state: string, more: Partial<SetUpAppPage>): Example => ({
  page: 'Set up an authenticator app',
  name: state,
  view: () =>
    SetUpAppView({
      house,
      csrf: 'token',
      name,
      action: '/second-factor/app',
      back: '/second-factor/set-up',
      picture: qrPicture(
        'otpauth://totp/Sightline:ada.okafor@wherrymouth.example?secret=AAAABBBBCCCCDDDDEEEEFFFFGGGGHHHH',
      ),
      key: 'AAAA BBBB CCCC DDDD EEEE FFFF GGGG HHHH',
      sealed: 'sealed',
      faults: [],
      ...more,
    }),
});
const wrong = (text: string) => ({ faults: [{ field: 'code', text }] });

export const examples: Example[] = [
  proving('first visit', {}),
  proving('with a passkey alone', { factors: { authenticator: false, passkeys: 1 } }),
  proving('locked out', wrong('There were too many wrong attempts. You can try again after 10.45am')),
  choosing('demanded', {}),
  choosing('from one’s account', {
    house: EXAMPLE_HOUSE,
    demanded: false,
    factors: { authenticator: true, passkeys: 1 },
  }),
  choosing('refused', { fault: 'The passkey was not made. Try again' }),
  app('first visit', {}),
  app('wrong', wrong('The code is not right. Check the time of your phone')),
  {
    page: 'Set up a second factor',
    name: 'signed in too long ago',
    view: () => SignInAgainView({ house: EXAMPLE_HOUSE, next: '/my-account' }),
  },
];
