import { randomUUID } from 'node:crypto';
import type { Id } from '../../kernel/id.ts';
import { faultOfReason } from '../../modules/access/core/openings/reasoned-opening.ts';
import { liftUnheld } from '../../modules/access/store/rights/lift-unheld.ts';
import { findChildren } from '../../modules/people/store/find-children.ts';
import { command, done, refusedWith, wrongUse } from '../cli/command.ts';
import { HOUSE } from '../house-mark.ts';
import { houseProjections } from '../house-projections.ts';

/** `restriction lift`: for a restricted record that nobody is left to open. */
export const restrictionLiftCommand = command({
  name: 'restriction lift',
  takes: 'CHILD',
  about: 'Opens a restricted record again when nobody is left who may: for the director, who says why.',
  options: { because: { kind: 'text', about: 'why; the data protection officer reads it' } },
  needs: 'person',
  permission: 'restriction:set',
  run: async (
    { db, clock, registry, identity, person, statute },
    { words: [said = ''], options: { because = '' } },
  ) => {
    const fault = faultOfReason(because);
    if (fault !== undefined) return wrongUse(`${fault}: --because "…".`);
    const found = await db.as(HOUSE, (tx) => findChildren(tx, said));
    const [book] = found;
    const nothing = refusedWith(`No restricted record that nobody may open has the number ${said}.`);
    if (book === undefined || found.length > 1) return nothing;
    const writing = {
      registry,
      projections: houseProjections(registry, statute()),
      newId: () => randomUUID() as string as Id,
    };
    const asked = { identity, by: person.id, now: clock.now(), today: clock.today(), book, because };
    const lifted = await liftUnheld(db, writing, HOUSE, asked);
    if (!lifted.ok)
      return lifted.refusal.code === 'not-director'
        ? refusedWith('Only the director lifts a restriction that nobody else can.')
        : nothing;
    const text = `The record ${said} is no longer restricted. Every data protection officer is told, and looks at it.`;
    return done({ child: book }, [text], [book], 'accountable');
  },
});
