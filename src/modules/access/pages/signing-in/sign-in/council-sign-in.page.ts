import { z } from 'zod';
import { type Answer, refuse, render } from '../../../../../platform/http/answer.ts';
import { openPage, type Page, type PageRequest, type SignedIn } from '../../../../../platform/http/page.ts';
import { faultForLog } from '../../../../../platform/log/log.ts';
import type { CouncilProvider } from '../../../store/signing-in/council-provider.ts';
import {
  type CouncilOutcome,
  enterByCouncil,
  keepCouncilVisit,
  takeCouncilVisit,
} from '../../../store/signing-in/council-sign-in.ts';
import type { Door } from '../door.ts';
import { keptField, letIn, originOf, ourPath, whyNot } from '../let-in.ts';
import { STILL_ADMINISTRATOR } from '../my-account/my-account-paths.ts';
import { GoOnView } from './go-on.view.tsx';
import { BEFORE_SIGN_IN, showSignIn } from './sign-in.page.ts';

const COUNCIL = '/sign-in/council';
const BACK = '/sign-in/council/back';
type Asked<Query = unknown, Body = unknown> = PageRequest<unknown, Query, Body, SignedIn | undefined>;

/** Signing in by the council's own sign-in; no page where none is set. */
export function councilSignInPages(door: Door): readonly Page[] {
  const { provider } = door;
  if (!provider) return [];
  return [
    openPage({
      method: 'post',
      path: COUNCIL,
      audit: BEFORE_SIGN_IN,
      body: z.object({ next: ourPath, kept: keptField }),
      handle: (asked) => leave(door, provider, asked),
    }),
    openPage({
      path: BACK,
      audit: BEFORE_SIGN_IN,
      query: z.object({ state: z.string().max(500).catch('') }),
      handle: (asked) => comeBack(door, provider, asked),
    }),
  ];
}

async function leave(
  door: Door,
  provider: CouncilProvider,
  asked: Asked<unknown, { next: string; kept: string }>,
): Promise<Answer> {
  const { next, kept } = asked.body.ok ? asked.body.value : { next: '', kept: '' };
  try {
    const { address, secrets } = await provider.begin(`${asked.origin}${BACK}`);
    await keepCouncilVisit(asked.db, asked.csrf, { secrets, next, kept: kept || null });
    return render(GoOnView({ house: asked.house, address }));
  } catch (fault) {
    door.log('sign-in.council-not-reached', faultForLog(fault));
    const text = 'The council’s sign-in cannot be reached just now. Try again in a few minutes';
    return refuse(422, showSignIn(door, asked, { next, kept }, { faults: [{ field: 'council', text }] }));
  }
}

async function comeBack(door: Door, provider: CouncilProvider, asked: Asked<{ state: string }>): Promise<Answer> {
  const { db, csrf, query } = asked;
  const visit = await takeCouncilVisit(db, csrf, query.state);
  const carried = { next: visit?.next ?? '', kept: visit?.kept ?? '' };
  const refused = (text: string): Answer =>
    refuse(422, showSignIn(door, asked, carried, { faults: [{ field: 'council', text }] }));
  if (!visit) {
    door.log('sign-in.council-visit-unknown', {});
    return refused('This was too long ago, or in another browser. Sign in again');
  }
  try {
    const claims = await provider.finish(new URL(asked.url, asked.origin), visit.secrets);
    const asking = { settings: provider.settings, claims, setRights: door.setRights };
    const entrance = { origin: originOf(asked), real: door.real, kept: visit.kept };
    const outcome = await enterByCouncil(db, asking, entrance);
    door.log(outcome.is === 'in' ? 'sign-in.right' : `sign-in.${outcome.is}`, {
      way: 'council',
      person: outcome.person,
    });
    if (outcome.is !== 'in') return refused(sentenceOf(outcome));
    if (outcome.keptAdministrator) door.log('sign-in.last-administrator-kept', { person: outcome.person });
    return letIn(outcome, outcome.keptAdministrator ? STILL_ADMINISTRATOR : visit.next, visit.kept !== null);
  } catch (fault) {
    door.log('sign-in.council-refused', faultForLog(fault));
    return refused('The council’s sign-in did not say who you are. Try again');
  }
}

function sentenceOf(outcome: Exclude<CouncilOutcome, { is: 'in' }>): string {
  switch (outcome.is) {
    case 'stopped':
      return whyNot(outcome);
    case 'no-email':
      return 'The council’s sign-in did not give an e-mail address that it has checked. Ask your administrator';
    case 'unknown':
      return 'You have no account here. Ask your administrator to give you one';
    case 'closed':
      return 'Your account here is stopped. Ask your administrator';
    case 'another-account':
      return 'Somebody else of the council has used this e-mail address here before. Ask your administrator';
    case 'no-role':
      return 'None of your groups at the council has a role here. Ask your administrator';
  }
}
