import { z } from 'zod';
import type { Tx } from '../../../../../platform/database/database.ts';
import { type Answer, redirect, refuse, render } from '../../../../../platform/http/answer.ts';
import { type Page, type PageRequest, page } from '../../../../../platform/http/page.ts';
import { someId } from '../../../../../record/said.ts';
import { DOORKEEPER } from '../../../store/person-store.ts';
import { endTheirs, sessionsOf } from '../../../store/session-store.ts';
import { authenticatorOf, removeAuthenticator } from '../../../store/signing-in/authenticator.ts';
import { hasPassword } from '../../../store/signing-in/change-password.ts';
import { factorsOf } from '../../../store/signing-in/factors.ts';
import { passkeysOf, removePasskey } from '../../../store/signing-in/passkeys.ts';
import { changeWaysIn, sessionOf } from '../../../store/signing-in/prove-factor.ts';
import { recoveryCodesLeft } from '../../../store/signing-in/recovery-codes.ts';
import type { Door } from '../door.ts';
import { SignInAgainView } from '../second-factor/set-up-factor.view.tsx';
import { isFresh } from '../second-factor/set-up-who.ts';
import { MyAccountView } from './my-account.view.tsx';
import { MY_ACCOUNT } from './my-account-paths.ts';

const OWN = {
  permission: 'account:own',
  about: 'nobody',
  audit: { none: 'one’s own account, and no child is shown' },
} as const;
type Asked<Body = unknown> = PageRequest<unknown, unknown, Body>;

/** One's own sessions and ways of signing in. */
export const myAccountPages = (door: Door): readonly Page[] => [
  page({ ...OWN, path: MY_ACCOUNT, handle: async (asked) => render(await show(asked)) }),
  page({
    ...OWN,
    method: 'post',
    path: `${MY_ACCOUNT}/sessions/end`,
    body: z.object({ session: someId }),
    handle: async ({ db, person, body }) => {
      if (body.ok) await db.as(DOORKEEPER, (tx) => endTheirs(tx, person.id, { one: body.value.session }));
      return redirect(MY_ACCOUNT);
    },
  }),
  page({
    ...OWN,
    method: 'post',
    path: `${MY_ACCOUNT}/sessions/end-others`,
    handle: async ({ db, person }) => {
      await db.as(DOORKEEPER, (tx) => endTheirs(tx, person.id, { allBut: sessionOf(person) }));
      return redirect(MY_ACCOUNT);
    },
  }),
  page({
    ...OWN,
    method: 'post',
    path: `${MY_ACCOUNT}/authenticator/remove`,
    handle: (asked) => remove(door, asked, (tx) => removeAuthenticator(tx, asked.person.id)),
  }),
  page({
    ...OWN,
    method: 'post',
    path: `${MY_ACCOUNT}/passkeys/remove`,
    body: z.object({ passkey: z.string().max(1000) }),
    handle: (asked) =>
      remove(door, asked, async (tx) => {
        if (asked.body.ok) await removePasskey(tx, asked.person.id, asked.body.value.passkey);
      }),
  }),
];

const LAST_ONE =
  'This is your last second factor, and here nobody signs in without one. Set up another before you remove it';
class LastFactor extends Error {}

async function remove(door: Door, asked: Asked, take: (tx: Tx) => Promise<void>): Promise<Answer> {
  const { db, person, house } = asked;
  if (!isFresh(person)) return refuse(403, SignInAgainView({ house, next: MY_ACCOUNT }));
  const change = async (tx: Tx): Promise<void> => {
    await take(tx);
    const { authenticator, passkeys } = await factorsOf(tx, person.id);
    if (door.real && !authenticator && passkeys === 0) throw new LastFactor();
  };
  try {
    const session = await changeWaysIn(db, door.keys, person, change, 'no-codes');
    door.log('second-factor.removed', { person: person.id });
    return { is: 'signed-in', session, to: MY_ACCOUNT };
  } catch (fault) {
    if (!(fault instanceof LastFactor)) throw fault;
    return refuse(422, await show(asked, LAST_ONE));
  }
}

async function show({ db, person, house, csrf }: Asked, fault?: string) {
  const here = sessionOf(person);
  const password = await hasPassword(db, person);
  return db.as(DOORKEEPER, async (tx) =>
    MyAccountView({
      house,
      csrf,
      name: person.name,
      email: person.email,
      here,
      password,
      sessions: await sessionsOf(tx, person.id),
      authenticator: await authenticatorOf(tx, person.id),
      passkeys: await passkeysOf(tx, person.id),
      codesLeft: await recoveryCodesLeft(tx, person.id),
      fault,
    }),
  );
}
