import { writeKeyFile } from '../../platform/keys/key-file.ts';
import { keyringOf } from '../../platform/keys/keyring.ts';
import { countOf } from '../../ui/dates-in-words.ts';
import { command, done, refusedWith } from '../cli/command.ts';
import { remark, sealedByKey } from '../key-rotation.ts';
import { keyFileOf, masterKeysOf } from '../keys.ts';
import { remarkTables, sealedColumns } from '../sealed-columns.ts';

/** `keys retire`: the oldest key is destroyed; what only it could open is closed for ever. */
export const keysRetireCommand = command({
  name: 'keys retire',
  takes: '',
  about:
    'Takes the oldest key away for ever, once nothing in the database needs it. Backups that it made cannot be read after.',
  options: {},
  needs: 'house',
  run: async ({ config, db }) => {
    const [oldest, ...left] = masterKeysOf(config);
    if (!oldest || left.length === 0)
      return refusedWith('There is one key only. Add another first: sightline keys rotate.');
    const needing = (await db.owner((tx) => sealedByKey(tx, sealedColumns))).get(oldest.id) ?? 0;
    if (needing > 0)
      return refusedWith(
        `${countOf(needing, 'value')} need the key ${oldest.id} still. Run “sightline keys rotate” first.`,
      );
    // Marks first: killed between the two steps, the key is still there and the command can be given again.
    const marks = await remark(db, keyringOf(left), remarkTables);
    if (!config.keys) writeKeyFile(keyFileOf(config), left);
    return done({ retired: oldest.id, marks }, [
      `The key ${oldest.id} is retired; ${countOf(marks, 'mark')} computed again.`,
      ...(config.keys ? ['Now take it out of SIGHTLINE_KEYS, and start Sightline again.'] : []),
      'Backups that were made while it sealed cannot be read any more.',
    ]);
  },
});
