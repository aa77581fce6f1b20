import { unreachable } from '../../../../../kernel/result.ts';
import type { FieldFault } from '../../../../../ui/error-summary.tsx';
import { ROLES } from '../../../core/permission.ts';
import type { NameRelationRefusal } from '../../../core/rights/decide-named-relation.ts';
import type { RestrictRefusal } from '../../../core/rights/decide-restriction.ts';

/** Why somebody was not named, beside the box that says so. */
export function refusalOfNaming(refusal: NameRelationRefusal): FieldFault {
  const person = (text: string): FieldFault => ({ field: 'person', text });
  switch (refusal.code) {
    case 'no-such-person':
      return person('Choose somebody whose account is active');
    case 'wrong-role':
      return person(`They do not have the role: ${ROLES[refusal.needs].title}`);
    case 'knows-the-child':
      return person('They know the child outside work, and may not open the record');
    case 'in-the-line-of-the-case':
      return person('They are in the line that holds the child: who chairs or reviews stands outside it');
    case 'named-already':
      return person('They have this part already');
    case 'until-before-from':
      return { field: 'until-day', text: 'The last day must not be before the first' };
    default:
      return unreachable(refusal);
  }
}

/** Why a record was not restricted. */
export function refusalOfRestricting(refusal: RestrictRefusal): FieldFault {
  const named = (text: string): FieldFault => ({ field: 'named', text });
  switch (refusal.code) {
    case 'no-such-person':
      return named('Name people whose accounts are active');
    case 'reads-no-children':
      return named(`No role of theirs reads children’s records: ${refusal.names.join(', ')}`);
    case 'locks-you-out':
      return named('You would shut yourself out: name yourself, or somebody else who is to open the record');
    default:
      return unreachable(refusal);
  }
}
