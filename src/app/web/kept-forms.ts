import { KeptFormView } from '../../modules/access/pages/signing-in/kept-form/kept-form.view.tsx';
import { SignInView } from '../../modules/access/pages/signing-in/sign-in/sign-in.view.tsx';
import { personOfForm } from '../../modules/access/store/session-store.ts';
import type { Database } from '../../platform/database/database.ts';
import type { KeptForms } from '../../platform/http/kept-form.ts';
import type { Page } from '../../platform/http/page.ts';
import type { Keyring } from '../../platform/keys/keyring.ts';

/** What this house does with a form that arrives when its session has ended: sign in again, and nothing typed is lost. */
export const keptForms = (db: Database, keys: Keyring, pages: readonly Page[]): KeptForms => ({
  keys,
  ownerOf: (token) => personOfForm(db, token),
  signIn: ({ house, csrf, kept }) =>
    SignInView({
      house,
      csrf,
      email: '',
      next: '',
      kept: kept === undefined ? { is: 'too-long' } : { is: 'carried', sealed: kept },
      council: pages.some(({ path }) => path === '/sign-in/council'),
      faults: [],
    }),
  sendAgain: (shown) => KeptFormView(shown),
});
