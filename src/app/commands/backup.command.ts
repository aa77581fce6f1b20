import { writeBackup } from '../../platform/backup/write-backup.ts';
import { countOf } from '../../ui/dates-in-words.ts';
import { type BareContext, command, done, type Outcome, refusedWith, wrongUse } from '../cli/command.ts';
import { openKeys } from '../keys.ts';
import { openPlace, placeExists } from '../place.ts';

/** `backup`: everything as it stands at one moment, in one new file that only our keys open. */
export const backupCommand = command({
  name: 'backup',
  takes: '',
  about: 'Writes everything into a new sealed file, by a role that can only read. Replaces and removes nothing.',
  options: { to: { kind: 'text', about: 'a folder, in which the file is named by time and id; or the new file' } },
  needs: 'nothing',
  run: async (context, { options: { to } }) => {
    if (to === undefined) return wrongUse('Say where the backup goes: --to FOLDER.');
    const { config } = context;
    // A machine that only makes backups knows no other role's password.
    if (config.databaseBackupUrl && !config.databaseUrl) return write(config.databaseBackupUrl, context, to);
    if (!placeExists(config)) return refusedWith(`There is no database in ${config.dataFolder} to back up.`);
    const place = await openPlace(config);
    try {
      if (!place.backupUrl) return refusedWith('Say how the role sightline_backup signs in: set DATABASE_BACKUP_URL.');
      if (!(await place.isMigrated()))
        return refusedWith('The database is not at the newest shape. Run “sightline migrate” first.');
      return await write(place.backupUrl, context, to);
    } finally {
      await place.close();
    }
  },
});

async function write(backupUrl: string, { config }: BareContext, to: string): Promise<Outcome> {
  try {
    const keys = openKeys(config);
    const { tables, file, id, bytes } = await writeBackup(backupUrl, keys, to);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    const counts = Object.fromEntries(tables.map((table) => [table.name, table.rows]));
    return done({ file, id, bytes, key: keys.newest, rows, tables: counts }, [
      `Wrote ${countOf(rows, 'row')} of ${countOf(tables.length, 'table')} into ${file} (${bytes.toLocaleString('en-GB')} bytes).`,
      `It opens with the key ${keys.newest}: keep a copy of the keys where the backups are not.`,
    ]);
  } catch (fault) {
    const { code } = fault as { code?: string };
    if (code === 'EEXIST') return refusedWith(`${to} is there already: a backup replaces nothing.`);
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EROFS') return refusedWith(`${to} cannot be written.`);
    throw fault;
  }
}
