import type { Id } from '../../../../../kernel/id.ts';
import type { Instant } from '../../../../../kernel/instant.ts';
import type { Example } from '../../../../../ui/example.ts';
import { EXAMPLE_HOUSE as house } from '../../../../../ui/example-house.ts';
import { type MyAccountPage, MyAccountView } from './my-account.view.tsx';
import { RecoveryCodesView } from './recovery-codes.view.tsx';

const [here, there, third] = ['1', '2', '3'].map((last) => `00000000-0000-4000-8000-00000000000${last}` as Id) as [
  Id,
  Id,
  Id,
];
const at = (time: string) => `2026-03-31T${time}:00.000Z` as Instant;
const mine = {
  id: here,
  way: 'password',
  told: null,
  browser: 'Firefox on Windows',
  network: '10.4.x.x',
  startedAt: at('08:02'),
  seenAt: at('11:40'),
} as const;

const example = (name: string, more: Partial<MyAccountPage>): Example => ({
  page: 'My account',
  name,
  view: () =>
    MyAccountView({
      house,
      csrf: 'token',
      name: 'Temitope Adeyemi',
      email: 'temitope.adeyemi@wherrymouth.example',
      here,
      password: true,
      sessions: [mine],
      authenticator: { setUpAt: at('08:04'), lastUsedAt: at('08:03') },
      passkeys: [],
      codesLeft: 10,
      ...more,
    }),
});

export const examples: Example[] = [
  example('first visit', {}),
  example('a password alone', { authenticator: undefined, codesLeft: 0 }),
  example('several sessions and passkeys, longest names', {
    name: 'Maximiliana-Theodora Fotheringay-Featherstonehaugh',
    email: 'maximiliana-theodora.fotheringay-featherstonehaugh@childrens-services.wherrymouth.example',
    sessions: [
      mine,
      {
        ...mine,
        id: there,
        way: 'council',
        told: 'pwd, mfa, urn:council:assurance:high',
        browser: 'Safari on iPhone or iPad',
      },
      { ...mine, id: third, way: 'passkey', browser: 'A browser that does not say which', network: '2001:db8:4:x' },
    ],
    passkeys: [
      { id: 'a', name: 'Safari on iPhone or iPad', madeAt: at('08:05'), lastUsedAt: at('11:39') },
      { id: 'b', name: 'Chrome on Windows', madeAt: at('08:06'), lastUsedAt: null },
    ],
    codesLeft: 0,
  }),
  example('the last second factor stays', {
    fault: 'This is your last second factor, and here nobody signs in without one. Set up another before you remove it',
  }),
  {
    page: 'Recovery codes',
    name: 'just made',
    view: () =>
      RecoveryCodesView({
        house,
        csrf: 'token',
        action: '/my-account/recovery-codes',
        codes: Array.from({ length: 10 }, (_, index) => `abcd-efgh-00${String(index).padStart(2, '0')}`),
      }),
  },
];
