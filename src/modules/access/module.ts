import type { Page } from '../../platform/http/page.ts';
import { changePasswordPages } from './pages/change-password/change-password.page.ts';
import type { Door } from './pages/door.ts';
import { keptFormPages } from './pages/kept-form/kept-form.page.ts';
import { myAccountPages } from './pages/my-account/my-account.page.ts';
import { recoveryCodePages } from './pages/my-account/recovery-codes.page.ts';
import { secondFactorPages } from './pages/second-factor/second-factor.page.ts';
import { setUpFactorPages } from './pages/second-factor/set-up-factor.page.ts';
import { setPasswordPages } from './pages/set-password/set-password.page.ts';
import { councilSignInPages } from './pages/sign-in/council-sign-in.page.ts';
import { passkeySignInPages } from './pages/sign-in/passkey-sign-in.page.ts';
import { signInPages } from './pages/sign-in/sign-in.page.ts';

/** Signing in, and one's own account. */
export const accessPages = (door: Door): readonly Page[] => [
  ...signInPages(door),
  ...councilSignInPages(door),
  ...passkeySignInPages(door),
  ...secondFactorPages(door),
  ...setUpFactorPages(door),
  ...setPasswordPages(door),
  ...myAccountPages(door),
  ...changePasswordPages(door),
  ...recoveryCodePages(door),
  ...keptFormPages(door),
];
