import type { Command } from '../cli/command.ts';
import { accessCheckCommand } from './access-check.command.ts';
import { accessLogCommand } from './access-log.command.ts';
import { backupCommand } from './backup.command.ts';
import { childCommand } from './child.command.ts';
import { countyCommand } from './county.command.ts';
import { createCommand } from './create.command.ts';
import { destructionsCommand } from './destructions.command.ts';
import { dutiesCommand } from './duties.command.ts';
import { explainCommand } from './explain.command.ts';
import { importCinCensusCommand } from './import.command.ts';
import { importAnnexACommand } from './import-annex-a.command.ts';
import { importSsda903Command } from './import-ssda903.command.ts';
import { keysListCommand } from './keys-list.command.ts';
import { keysRetireCommand } from './keys-retire.command.ts';
import { keysRotateCommand } from './keys-rotate.command.ts';
import { migrateCommand } from './migrate.command.ts';
import { rebuildCommand } from './rebuild.command.ts';
import { restoreCommand } from './restore.command.ts';
import { restrictionLiftCommand } from './restriction-lift.command.ts';
import { sealCommand } from './seal.command.ts';
import { sightCommand } from './sight.command.ts';
import { userAddCommand } from './user-add.command.ts';
import { userRolesCommand, userStartCommand, userStopCommand } from './user-change.command.ts';
import { userListCommand } from './user-list.command.ts';
import { userResetCommand } from './user-reset.command.ts';
import { verifyCommand } from './verify.command.ts';

/** Everything that `sightline` can do, in the order of its help. */
export const commands: readonly Command[] = [
  createCommand,
  countyCommand,
  importCinCensusCommand,
  importSsda903Command,
  importAnnexACommand,
  sightCommand,
  childCommand,
  explainCommand,
  dutiesCommand,
  verifyCommand,
  sealCommand,
  rebuildCommand,
  accessLogCommand,
  accessCheckCommand,
  restrictionLiftCommand,
  migrateCommand,
  backupCommand,
  destructionsCommand,
  restoreCommand,
  keysListCommand,
  keysRotateCommand,
  keysRetireCommand,
  ...[userAddCommand, userListCommand, userRolesCommand, userStopCommand, userStartCommand, userResetCommand],
];
