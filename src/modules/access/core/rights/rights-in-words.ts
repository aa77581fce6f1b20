import { unreachable } from '../../../../kernel/result.ts';
import { rolesInWords } from '../permission.ts';
import type { RightsRefusal } from './decide-rights.ts';

/** Why rights were not set, as a sentence without its full stop; the same on the page and on the command line. */
export function refusalOfRights(refusal: RightsRefusal): string {
  switch (refusal.code) {
    case 'may-not-grant':
      return 'Only an administrator changes what somebody may do';
    case 'no-role':
      return 'Choose at least one role; to take all away, stop the account';
    case 'not-grantable':
      return `No page exists yet for the role: ${rolesInWords(refusal.roles)}`;
    case 'more-than-you-may-pass-on':
      return `You may not pass on: ${rolesInWords(refusal.roles)}`;
    case 'above-you':
      return 'They may pass on more than you may: only somebody who may pass on as much changes their rights';
    case 'own-rights':
      return 'Nobody changes their own rights, except to give a role up: ask another administrator';
    case 'passes-on-without-administrator':
      return 'Only an administrator passes roles on: give them that role too, or choose nothing that they may pass on';
    case 'last-administrator':
      return 'Somebody must remain who lets people in and can make another administrator';
    case 'email-taken':
      return 'Somebody with this e-mail address has access already';
    case 'nothing-changes':
      return 'This changes nothing';
    default:
      return unreachable(refusal);
  }
}
