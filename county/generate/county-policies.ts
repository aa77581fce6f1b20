import type { Id } from '../../src/kernel/id.ts';
import { policySet } from '../../src/modules/oversight/public.ts';
import { happenedOn } from '../../src/record/entry.ts';
import type { Told } from '../../src/record/told.ts';
import { handMadePeople } from '../hand-made/hand-made-people.ts';
import { type Day, dayOf, millisecondsAt, momentAt, textOf } from './days.ts';
import { inventedId } from './invented-ids.ts';

/** Since this day the county asks for supervision of carers every eight weeks, and that the carer signs the note. */
export const SUPERVISION_RULES = dayOf('2025-04-01');
/** The weeks between two visits to supervise a carer. */
export const SUPERVISION_WEEKS = 8;

const SETTINGS = [
  ['fosterSupervisionInterval', SUPERVISION_WEEKS, 'Carers are supervised at least every eight weeks.'],
  ['fosterSupervisionSigned', true, 'Each note of supervision is signed by the carer.'],
] as const;

/** What the county has set beside the settings told by hand, in the council's own book, after those. */
export function toldOfCountyPolicies(councilBook: Id): Told[] {
  const director = handMadePeople[2]?.id ?? councilBook;
  const on: Day = SUPERVISION_RULES;
  return SETTINGS.map(([parameter, value, because], at) => {
    const entry = policySet.write(
      {
        id: inventedId(0, 0, 90_000_000 + 3 * at),
        book: councilBook,
        about: inventedId(0, 0, 90_000_001 + 3 * at),
        happened: happenedOn(textOf(on)),
        source: { kind: 'here' },
      },
      { parameter, value, from: textOf(on), because, decidedBy: 'The director of children’s services' },
    );
    return {
      recordedAt: momentAt(millisecondsAt(on, 480 + at)),
      recordedBy: director,
      act: { id: inventedId(0, 0, 90_000_002 + 3 * at), entries: [entry], opens: [], decidedOn: [] },
    };
  });
}
