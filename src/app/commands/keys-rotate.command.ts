import { writeKeyFile } from '../../platform/keys/key-file.ts';
import { newMasterKey } from '../../platform/keys/keyring.ts';
import { countOf } from '../../ui/dates-in-words.ts';
import { command, done, foundBad } from '../cli/command.ts';
import { reseal } from '../key-rotation.ts';
import { keyFileOf, masterKeysOf, openKeys } from '../keys.ts';
import { sealedColumns } from '../sealed-columns.ts';

/** `keys rotate`: from now on another key seals, and what older ones sealed is sealed by it. */
export const keysRotateCommand = command({
  name: 'keys rotate',
  takes: '',
  about:
    'Adds a new key and seals everything by it. Keys of SIGHTLINE_KEYS you add yourself, as the last; this then seals by it.',
  options: {},
  needs: 'house',
  run: async ({ config, db }) => {
    if (!config.keys) writeKeyFile(keyFileOf(config), [...masterKeysOf(config), newMasterKey()]);
    const keys = openKeys(config);
    const { resealed, lost } = await reseal(db, keys, sealedColumns);
    const found = { newest: keys.newest, resealed, lost };
    const text = [
      `The key ${keys.newest} seals now; ${countOf(resealed, 'value')} sealed again.`,
      'Copy the keys to where you keep them: a backup cannot be read without the key that made it.',
    ];
    if (lost === 0) return done(found, text);
    return foundBad(found, [
      ...text,
      `${countOf(lost, 'value')} could not be opened by any key here, and stand as they were.`,
    ]);
  },
});
