import type { Page } from '../../platform/http/page.ts';
import { changePasswordPages } from './pages/signing-in/change-password/change-password.page.ts';
import type { Door } from './pages/signing-in/door.ts';
import { keptFormPages } from './pages/signing-in/kept-form/kept-form.page.ts';
import { myAccountPages } from './pages/signing-in/my-account/my-account.page.ts';
import { recoveryCodePages } from './pages/signing-in/my-account/recovery-codes.page.ts';
import { secondFactorPages } from './pages/signing-in/second-factor/second-factor.page.ts';
import { setUpFactorPages } from './pages/signing-in/second-factor/set-up-factor.page.ts';
import { setPasswordPages } from './pages/signing-in/set-password/set-password.page.ts';
import { councilSignInPages } from './pages/signing-in/sign-in/council-sign-in.page.ts';
import { passkeySignInPages } from './pages/signing-in/sign-in/passkey-sign-in.page.ts';
import { signInPages } from './pages/signing-in/sign-in/sign-in.page.ts';

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
