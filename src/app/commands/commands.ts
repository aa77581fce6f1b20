import type { Command } from '../cli/command.ts';
import { createCommand } from './create.command.ts';
import { migrateCommand } from './migrate.command.ts';
import { userAddCommand } from './user-add.command.ts';

/** Everything that `sightline` can do, in the order of its help. */
export const commands: readonly Command[] = [createCommand, migrateCommand, userAddCommand];
