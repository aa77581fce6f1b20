import { randomUUID } from 'node:crypto';
import type { Id } from '../../kernel/id.ts';
import type { Door } from '../../modules/access/pages/signing-in/door.ts';
import { setRightsOfDirectory } from '../../modules/access/store/rights/rights-store.ts';
import { type CouncilSettings, councilProvider } from '../../modules/access/store/signing-in/council-provider.ts';
import type { Clock } from '../../platform/clock/house-clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Keyring } from '../../platform/keys/keyring.ts';
import type { Log } from '../../platform/log/log.ts';
import { readStatute } from '../../statute/read-statute.ts';
import { entryRegistry } from '../entry-registry.ts';
import { type Council, HOUSE } from '../house-mark.ts';
import { houseProjections } from '../house-projections.ts';

type Behind = {
  readonly db: Database;
  readonly clock: Clock;
  readonly council: Council;
  readonly log: Log;
  readonly keys: Keyring;
  /** The council's own sign-in, where one is set. */
  readonly oidc?: CouncilSettings | undefined;
};

/** The front door of this house. What the council's own sign-in says of somebody's roles is an entry, as every change of rights is. */
export const doorOf = ({ db, clock, council, log, keys, oidc }: Behind): Door => ({
  real: council.mark === 'real',
  council: council.name,
  keys,
  log,
  provider: oidc && councilProvider(oidc),
  setRights: async (rights, because) => {
    const registry = entryRegistry();
    const newId = () => randomUUID() as string as Id;
    const writing = { registry, projections: houseProjections(registry, readStatute()), newId };
    const asked = { identity: HOUSE, now: clock.now(), today: clock.today() };
    return setRightsOfDirectory(db, writing, asked, rights, because);
  },
});
