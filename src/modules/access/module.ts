import type { Page } from '../../platform/http/page.ts';
import { setPasswordOfLink, showSetPassword } from './pages/set-password/set-password.page.ts';
import { frontDoor, showSignIn, signIn, signOut } from './pages/sign-in/sign-in.page.ts';

/** Who may do what, and who did. What the module writes stands in `core/access-manifest.ts`. */
export const accessPages: readonly Page[] = [
  frontDoor,
  showSignIn,
  signIn,
  signOut,
  showSetPassword,
  setPasswordOfLink,
];
