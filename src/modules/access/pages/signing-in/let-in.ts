import { z } from 'zod';
import type { Answer } from '../../../../platform/http/answer.ts';
import type { PageRequest } from '../../../../platform/http/page.ts';
import { SECOND_FACTOR } from '../../../../platform/http/web-options.ts';
import { clockTime } from '../../../../ui/dates-in-words.ts';
import type { Origin } from '../../store/session-store.ts';
import type { Entered } from '../../store/signing-in/enter.ts';
import type { SignInOutcome } from '../../store/signing-in/sign-in.ts';
import { SET_UP } from './second-factor/set-up-who.ts';

/** Shows the words of a form that came too late, to who wrote them. */
export const KEPT_FORM = '/kept-form';

/** An address inside this house, never one to which a foreign link would like to send somebody. */
export const ourPath = z
  .string()
  .regex(/^\/(?![/\\])[\w\-./?=&%:]*$/)
  .catch('');

/** A form that the sign-in page carries, sealed; the empty text for none. */
export const keptField = z
  .string()
  .regex(/^[\w.-]{0,400000}$/)
  .catch('');

export const originOf = ({ from, agent }: Pick<PageRequest, 'from' | 'agent'>): Origin => ({ from, agent });

/** To what is still to be done, to a form that was kept, to the page that was wanted, or to the first one. */
export function letIn({ session, awaits }: Extract<Entered, { is: 'in' }>, next: string, kept: boolean): Answer {
  const on = kept ? KEPT_FORM : next;
  if (awaits === 'set-up') return { is: 'signed-in', session, to: SET_UP };
  const to = awaits ? `${SECOND_FACTOR}${on ? `?next=${encodeURIComponent(on)}` : ''}` : on || '/';
  return { is: 'signed-in', session, to };
}

/** Why somebody was not let in, as a sentence. */
export function whyNot(outcome: Exclude<SignInOutcome, { is: 'in' }>): string {
  switch (outcome.is) {
    case 'wrong':
      return 'The e-mail address or the password is not right';
    case 'too-many':
      return tooMany(outcome.until);
    case 'stopped':
      return `Your account was not used for 30 days, and has stopped. Ask ${askWhom(outcome.ask)} to let you in again`;
  }
}

export const tooMany = (until: Parameters<typeof clockTime>[0]): string =>
  `There were too many wrong attempts. You can try again after ${clockTime(until)}`;

const askWhom = (names: readonly string[]): string =>
  names.length === 0
    ? 'your administrator'
    : `${names.slice(0, -1).join(', ')}${names.length > 1 ? ' or ' : ''}${names.at(-1)}`;
