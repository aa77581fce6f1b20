import type { Keyring } from '../../../../platform/keys/keyring.ts';
import type { Log } from '../../../../platform/log/log.ts';
import type { CouncilProvider } from '../../store/signing-in/council-provider.ts';
import type { SetRightsOfHouse } from '../../store/signing-in/council-sign-in.ts';

/** What the front door of a house is told. */
export type Door = {
  /** Whether the children of this database are real: accounts that nobody uses stop, and a second factor is demanded. */
  readonly real: boolean;
  /** As the council writes itself; an authenticator app shows it. */
  readonly council: string;
  readonly keys: Keyring;
  /** Ids and fixed words of what happened at the door. */
  readonly log: Log;
  /** The council's own sign-in, where one is set. */
  readonly provider: CouncilProvider | undefined;
  /** Gives the roles that somebody's groups over there give. */
  readonly setRights: SetRightsOfHouse;
};
