import { z } from 'zod';
import { type Answer, redirect, refuse, render } from '../../../../../platform/http/answer.ts';
import {
  type Entering,
  openPage,
  type Page,
  type PageRequest,
  type SignedIn,
} from '../../../../../platform/http/page.ts';
import { SECOND_FACTOR, SIGN_IN } from '../../../../../platform/http/web-options.ts';
import { DOORKEEPER } from '../../../store/person-store.ts';
import { factorsOf } from '../../../store/signing-in/factors.ts';
import { challengePasskey } from '../../../store/signing-in/passkey-sign-in.ts';
import { type Proved, proveByCode, proveByPasskey } from '../../../store/signing-in/prove-factor.ts';
import type { Door } from '../door.ts';
import { ourPath, tooMany } from '../let-in.ts';
import { SecondFactorView } from './second-factor.view.tsx';
import { SET_UP } from './set-up-who.ts';

const HALF_WAY = { none: 'the first half of signing in is done, and no child is shown' };
type Asked = PageRequest<unknown, unknown, unknown, SignedIn | undefined>;

/** Proves the second factor after a password. Open to nobody else. */
export const secondFactorPages = (door: Door): readonly Page[] => [
  openPage({
    path: SECOND_FACTOR,
    audit: HALF_WAY,
    query: z.object({ next: ourPath }),
    handle: async (asked) => {
      const who = asked.entering;
      if (who?.awaits !== 'second-factor') return elsewhere(asked);
      return render(await show(asked, who, asked.query.next));
    },
  }),
  openPage({
    method: 'post',
    path: SECOND_FACTOR,
    audit: HALF_WAY,
    body: z.object({ code: z.string().max(100).catch(''), next: ourPath }),
    handle: async (asked) => {
      const who = asked.entering;
      if (who?.awaits !== 'second-factor' || !asked.body.ok) return elsewhere(asked);
      const { code, next } = asked.body.value;
      if (code.trim() === '') return refuse(422, await show(asked, who, next, 'Enter the code'));
      return answer(door, asked, who, next, await proveByCode(asked.db, door.keys, who, code));
    },
  }),
  openPage({
    method: 'post',
    path: `${SECOND_FACTOR}/passkey/begin`,
    audit: HALF_WAY,
    handle: async (asked) => {
      const who = asked.entering;
      if (who?.awaits !== 'second-factor') return elsewhere(asked);
      const challenge = await challengePasskey(asked.db, asked, who.id);
      if (challenge.is === 'challenged') return { is: 'json', value: challenge.options };
      return refuse(422, await show(asked, who, '', tooMany(challenge.until)));
    },
  }),
  openPage({
    method: 'post',
    path: `${SECOND_FACTOR}/passkey`,
    audit: HALF_WAY,
    body: z.object({ answer: z.string().max(20_000).catch(''), next: ourPath }),
    handle: async (asked) => {
      const who = asked.entering;
      if (who?.awaits !== 'second-factor' || !asked.body.ok) return elsewhere(asked);
      const { answer: signed, next } = asked.body.value;
      return answer(door, asked, who, next, await proveByPasskey(asked.db, asked, who, signed));
    },
  }),
];

const elsewhere = ({ entering, person }: Asked): Answer =>
  redirect(entering?.awaits === 'set-up' ? SET_UP : person ? '/' : SIGN_IN);

async function show({ db, house, csrf }: Asked, who: Entering, next: string, text?: string) {
  const factors = await db.as(DOORKEEPER, (tx) => factorsOf(tx, who.id));
  return SecondFactorView({
    house,
    csrf,
    next,
    name: who.name,
    factors,
    faults: text === undefined ? [] : [{ field: 'code', text }],
  });
}

async function answer(door: Door, asked: Asked, who: Entering, next: string, outcome: Proved): Promise<Answer> {
  door.log(`second-factor.${outcome.is}`, { person: who.id, ...('by' in outcome ? { by: outcome.by } : {}) });
  switch (outcome.is) {
    case 'proved':
      return { is: 'signed-in', session: outcome.session, to: next || '/' };
    case 'too-many':
      return refuse(422, await show(asked, who, next, tooMany(outcome.until)));
    case 'used':
      return refuse(422, await show(asked, who, next, 'This code was used already. Wait for the next one'));
    case 'wrong':
      return refuse(
        422,
        await show(asked, who, next, 'The code is not right. If it is from an app, check the time of your phone'),
      );
  }
}
