import { z } from 'zod';
import { type Answer, redirect, refuse, render } from '../../../../../platform/http/answer.ts';
import { openPage, type Page, type PageRequest, type SignedIn } from '../../../../../platform/http/page.ts';
import { SIGN_IN } from '../../../../../platform/http/web-options.ts';
import { browserInWords } from '../../../core/signing-in/browser-in-words.ts';
import { DOORKEEPER } from '../../../store/person-store.ts';
import {
  authenticatorAddress,
  keepAuthenticator,
  newAuthenticatorSecret,
  stepOfCode,
} from '../../../store/signing-in/authenticator.ts';
import { factorsOf } from '../../../store/signing-in/factors.ts';
import { beginPasskey, keepPasskey, readNewPasskey } from '../../../store/signing-in/passkeys.ts';
import { changeWaysIn } from '../../../store/signing-in/prove-factor.ts';
import type { Door } from '../door.ts';
import { MY_ACCOUNT, RECOVERY_CODES } from '../my-account/my-account-paths.ts';
import { qrPicture } from './qr-picture.ts';
import { SetUpAppView } from './set-up-app.view.tsx';
import { SetUpFactorView, SignInAgainView } from './set-up-factor.view.tsx';
import { SET_UP, whoSetsUp } from './set-up-who.ts';

const APP = '/second-factor/app';
const NEW_PASSKEY = '/second-factor/new-passkey';
const OWN_ACCOUNT = { none: 'changes how somebody signs in, which the log of the door tells; no child is shown' };
type Asked<Body = unknown> = PageRequest<unknown, unknown, Body, SignedIn | undefined>;

/** Sets up a second factor: on the way in where one is demanded, or from one's own account. */
export const setUpFactorPages = (door: Door): readonly Page[] => [
  openPage({
    path: SET_UP,
    audit: OWN_ACCOUNT,
    handle: (asked) => forWhoSetsUp(asked, async (who) => render(await choose(door, asked, who))),
  }),
  openPage({
    path: APP,
    audit: OWN_ACCOUNT,
    handle: (asked) => forWhoSetsUp(asked, async (who) => render(showApp(door, asked, who, newAuthenticatorSecret()))),
  }),
  openPage({
    method: 'post',
    path: APP,
    audit: OWN_ACCOUNT,
    body: z.object({ secret: z.string().max(1000).catch(''), code: z.string().max(100).catch('') }),
    handle: (asked) => forWhoSetsUp(asked, (who) => setUpApp(door, asked, who)),
  }),
  openPage({
    method: 'post',
    path: `${NEW_PASSKEY}/begin`,
    audit: OWN_ACCOUNT,
    handle: (asked) =>
      forWhoSetsUp(asked, async (who) => ({ is: 'json', value: await beginPasskey(asked.db, asked, who) })),
  }),
  openPage({
    method: 'post',
    path: NEW_PASSKEY,
    audit: OWN_ACCOUNT,
    body: z.object({ answer: z.string().max(20_000).catch('') }),
    handle: (asked) => forWhoSetsUp(asked, (who) => setUpPasskey(door, asked, who)),
  }),
];

async function forWhoSetsUp(asked: Asked, work: (who: SignedIn) => Promise<Answer>): Promise<Answer> {
  const who = whoSetsUp(asked);
  if (who === 'stale') return refuse(403, SignInAgainView({ house: asked.house, next: MY_ACCOUNT }));
  return who ? work(who) : redirect(asked.entering ? '/second-factor' : SIGN_IN);
}

async function choose(door: Door, { db, house, csrf, entering }: Asked, who: SignedIn, fault?: string) {
  const factors = await db.as(DOORKEEPER, (tx) => factorsOf(tx, who.id));
  return SetUpFactorView({
    house,
    csrf,
    name: who.name,
    action: NEW_PASSKEY,
    app: APP,
    demanded: door.real && entering !== undefined,
    factors,
    fault,
  });
}

/** The secret stands sealed in the form until its first code proves that the app has it. */
const showApp = (door: Door, { house, csrf }: Asked, who: SignedIn, secret: string, fault?: string) =>
  SetUpAppView({
    house,
    csrf,
    name: who.name,
    action: APP,
    back: SET_UP,
    picture: qrPicture(authenticatorAddress(secret, door.council, who.email)),
    key: secret.match(/.{1,4}/g)?.join(' ') ?? secret,
    sealed: door.keys.seal('second-factor', `${who.id} ${secret}`),
    faults: fault === undefined ? [] : [{ field: 'code', text: fault }],
  });

async function setUpApp(door: Door, asked: Asked<{ secret: string; code: string }>, who: SignedIn): Promise<Answer> {
  const { secret: sealed, code } = asked.body.ok ? asked.body.value : { secret: '', code: '' };
  const [whose, secret] = door.keys.open('second-factor', sealed)?.split(' ') ?? [];
  if (whose !== who.id || !secret) return redirect(APP);
  const step = stepOfCode(secret, code);
  if (step === undefined) {
    const text =
      code.trim() === '' ? 'Enter the code that the app shows' : 'The code is not right. Check the time of your phone';
    return refuse(422, showApp(door, asked, who, secret, text));
  }
  const session = await changeWaysIn(
    asked.db,
    door.keys,
    who,
    (tx) => keepAuthenticator(tx, door.keys, who.id, secret, step),
    'codes-if-none',
  );
  door.log('second-factor.set-up', { person: who.id, what: 'authenticator' });
  return { is: 'signed-in', session, to: RECOVERY_CODES };
}

async function setUpPasskey(door: Door, asked: Asked<{ answer: string }>, who: SignedIn): Promise<Answer> {
  const made = asked.body.ok ? await readNewPasskey(asked.db, asked, asked.body.value.answer) : undefined;
  if (!made) return refuse(422, await choose(door, asked, who, 'The passkey was not made. Try again'));
  const session = await changeWaysIn(
    asked.db,
    door.keys,
    who,
    async (tx) => {
      await keepPasskey(tx, who.id, made, browserInWords(asked.agent));
    },
    'codes-if-none',
  );
  door.log('second-factor.set-up', { person: who.id, what: 'passkey' });
  return { is: 'signed-in', session, to: RECOVERY_CODES };
}
