import { redirect, refuse, render } from '../../../../../platform/http/answer.ts';
import { type Page, type PageRequest, page } from '../../../../../platform/http/page.ts';
import { DOORKEEPER } from '../../../store/person-store.ts';
import { changeWaysIn, sessionOf } from '../../../store/signing-in/prove-factor.ts';
import { keepInSession, keptInSession } from '../../../store/signing-in/session-notes.ts';
import type { Door } from '../door.ts';
import { KEPT_FORM } from '../let-in.ts';
import { SignInAgainView } from '../second-factor/set-up-factor.view.tsx';
import { isFresh } from '../second-factor/set-up-who.ts';
import { MY_ACCOUNT, RECOVERY_CODES } from './my-account-paths.ts';
import { RecoveryCodesView } from './recovery-codes.view.tsx';

const OWN = {
  permission: 'account:own',
  about: 'nobody',
  audit: { none: 'one’s own account, and no child is shown' },
} as const;

/** Shows new recovery codes until their owner says that they have them, and makes new ones. */
export const recoveryCodePages = (door: Door): readonly Page[] => [
  page({
    ...OWN,
    path: RECOVERY_CODES,
    handle: async ({ db, person, house, csrf }) => {
      const sealed = await db.as(DOORKEEPER, (tx) => keptInSession(tx, sessionOf(person), 'codes_sealed'));
      const text = sealed && door.keys.open('second-factor', sealed);
      if (!text) return redirect(await afterwards({ db, person }));
      return render(RecoveryCodesView({ house, csrf, action: RECOVERY_CODES, codes: JSON.parse(text) as string[] }));
    },
  }),
  page({
    ...OWN,
    method: 'post',
    path: RECOVERY_CODES,
    handle: async ({ db, person }) => {
      await db.as(DOORKEEPER, (tx) => keepInSession(tx, sessionOf(person), 'codes_sealed', null));
      return redirect(await afterwards({ db, person }));
    },
  }),
  page({
    ...OWN,
    method: 'post',
    path: `${RECOVERY_CODES}/new`,
    handle: async ({ db, person, house }) => {
      if (!isFresh(person)) return refuse(403, SignInAgainView({ house, next: MY_ACCOUNT }));
      const session = await changeWaysIn(db, door.keys, person, async () => {}, 'new-codes');
      door.log('second-factor.new-recovery-codes', { person: person.id });
      return { is: 'signed-in', session, to: RECOVERY_CODES };
    },
  }),
];

/** To a form that waits, or to one's account. */
async function afterwards({ db, person }: Pick<PageRequest, 'db' | 'person'>): Promise<`/${string}`> {
  const kept = await db.as(DOORKEEPER, (tx) => keptInSession(tx, sessionOf(person), 'kept_sealed'));
  return kept ? KEPT_FORM : MY_ACCOUNT;
}
