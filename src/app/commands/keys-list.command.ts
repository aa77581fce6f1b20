import { countOf } from '../../ui/dates-in-words.ts';
import { command, done, foundBad } from '../cli/command.ts';
import { sealedByKey } from '../key-rotation.ts';
import { masterKeysOf } from '../keys.ts';
import { sealedColumns } from '../sealed-columns.ts';

/** `keys list`: the ids of the keys and what each of them holds closed. Never a key itself. */
export const keysListCommand = command({
  name: 'keys list',
  takes: '',
  about: 'Lists the keys by their ids, oldest first, with how much each has sealed. Shows no key.',
  options: {},
  needs: 'house',
  run: async ({ config, db }) => {
    const counts = await db.owner((tx) => sealedByKey(tx, sealedColumns));
    const ids = masterKeysOf(config).map(({ id }) => id);
    const keys = ids.map((id, at) => ({
      id,
      seals: at === ids.length - 1,
      marks: at === 0,
      sealed: counts.get(id) ?? 0,
    }));
    const lost = [...counts].filter(([id]) => !ids.includes(id)).reduce((sum, [, n]) => sum + n, 0);
    const text = keys.map(({ id, seals, marks, sealed }) =>
      [
        `${id}: ${countOf(sealed, 'value')}`,
        ...(seals ? ['seals now'] : []),
        ...(marks ? ['makes the marks'] : []),
      ].join(', '),
    );
    if (lost === 0) return done({ keys, lost }, text);
    return foundBad({ keys, lost }, [
      ...text,
      `${countOf(lost, 'value')} cannot be opened: the key that sealed them is not here.`,
    ]);
  },
});
