import { z } from 'zod';
import { type Answer, refuse } from '../../../../../platform/http/answer.ts';
import { openPage, type Page } from '../../../../../platform/http/page.ts';
import { challengePasskey, signInWithPasskey } from '../../../store/signing-in/passkey-sign-in.ts';
import type { Door } from '../door.ts';
import { keptField, letIn, originOf, ourPath, tooMany, whyNot } from '../let-in.ts';
import { BEFORE_SIGN_IN, showSignIn } from './sign-in.page.ts';

const PASSKEY = '/sign-in/passkey';

/** Signing in with a passkey alone: it knew its owner, so it is two factors. */
export const passkeySignInPages = (door: Door): readonly Page[] => [
  openPage({
    method: 'post',
    path: `${PASSKEY}/begin`,
    audit: BEFORE_SIGN_IN,
    handle: async (asked): Promise<Answer> => {
      const challenge = await challengePasskey(asked.db, asked);
      if (challenge.is === 'challenged') return { is: 'json', value: challenge.options };
      door.log('sign-in.too-many', { way: 'passkey' });
      const faults = [{ field: 'email', text: tooMany(challenge.until) }];
      return refuse(422, showSignIn(door, asked, { next: '', kept: '' }, { faults }));
    },
  }),
  openPage({
    method: 'post',
    path: PASSKEY,
    audit: BEFORE_SIGN_IN,
    body: z.object({ answer: z.string().max(20_000).catch(''), next: ourPath, kept: keptField }),
    handle: async (asked): Promise<Answer> => {
      const { answer, next, kept } = asked.body.ok ? asked.body.value : { answer: '', next: '', kept: '' };
      const entrance = { origin: originOf(asked), real: door.real, kept: kept || null };
      const outcome = await signInWithPasskey(asked.db, asked, answer, entrance);
      if (outcome.is === 'in') {
        door.log('sign-in.right', { way: 'passkey', person: outcome.person, awaits: 'nothing' });
        return letIn(outcome, next, kept !== '');
      }
      door.log(`sign-in.${outcome.is}`, { way: 'passkey' });
      const text = outcome.is === 'wrong' ? 'This passkey is not known here' : whyNot(outcome);
      return refuse(422, showSignIn(door, asked, { next, kept }, { faults: [{ field: 'email', text }] }));
    },
  }),
];
