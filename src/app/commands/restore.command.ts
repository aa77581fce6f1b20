import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { accepted, type Result, refused } from '../../kernel/result.ts';
import { openBackup } from '../../platform/backup/restore-backup.ts';
import { BrokenBackup } from '../../platform/backup/sealed-frames.ts';
import { realClock } from '../../platform/clock/house-clock.ts';
import { hasCluster } from '../../platform/embedded-postgres/folders.ts';
import { readKeyFile, writeKeyFile } from '../../platform/keys/key-file.ts';
import { keyringOf, type MasterKey } from '../../platform/keys/keyring.ts';
import type { Seal } from '../../record/seal.ts';
import { readDestructions, readSeal } from '../../record/store/seals.ts';
import { countOf } from '../../ui/dates-in-words.ts';
import { type BareContext, command, done, type Outcome, refusedWith, wrongUse } from '../cli/command.ts';
import type { Config } from '../config.ts';
import { keyFileOf } from '../keys.ts';
import { openPlace } from '../place.ts';
import { type Restored, type RestoreWishes, restorePlace } from '../restore-place.ts';

/** `restore`: a backup, put into an empty place, with what was destroyed since destroyed again. */
export const restoreCommand = command({
  name: 'restore',
  takes: 'FILE',
  about:
    'Puts a backup into an empty place, destroys again what was destroyed since, and holds the record to its seals.',
  options: {
    into: { kind: 'text', about: 'an empty data folder; else the empty database of DATABASE_URL' },
    keys: { kind: 'text', about: 'the file of keys that was kept; else those of SIGHTLINE_KEYS or the data folder' },
    destructions: { kind: 'text', about: 'the newest list that “sightline destructions” wrote' },
    'none-destroyed': { kind: 'flag', about: 'nothing was ever destroyed here, so there is no list' },
    seal: { kind: 'text', about: 'the newest seal that was kept elsewhere' },
    by: { kind: 'text', about: 'who answers for what was written after the backup and is lost' },
    reason: { kind: 'text', about: 'why it is lost' },
    out: { kind: 'text', about: 'the new file for the seal that follows, where something is lost' },
  },
  needs: 'nothing',
  run: async (context, { words: [file = ''], options }) => {
    if ((options.destructions === undefined) === !options['none-destroyed'])
      return wrongUse('Say what was destroyed since: --destructions FILE, or --none-destroyed.');
    if ((options.by === undefined) !== (options.reason === undefined))
      return wrongUse('Say both: --by NAME --reason TEXT.');
    if (options.by !== undefined && (options.seal === undefined || options.out === undefined))
      return wrongUse(
        'A loss is answered for against a seal: give --seal FILE, and --out FILE for the seal that follows.',
      );
    const target = targetOf(context.config, options.into);
    const [wishes, keys] = [wishesOf(options), keysFor(context.config, options.keys)];
    for (const each of [target, wishes, keys]) if (!each.ok) return refusedWith(each.refusal);
    if (!target.ok || !wishes.ok || !keys.ok) throw new Error('refusals were answered above');
    return restore(context, { file, target: target.value, keys: keys.value, wishes: wishes.value, out: options.out });
  },
});

type Asked = {
  readonly file: string;
  readonly target: Config;
  readonly keys: readonly MasterKey[];
  readonly wishes: RestoreWishes;
  readonly out: string | undefined;
};

async function restore({ signal }: BareContext, { file, target, keys, wishes, out }: Asked): Promise<Outcome> {
  const kept = out === undefined ? undefined : newFile(out);
  if (kept === null) return refusedWith(`${out} cannot be written, or is there already: a seal replaces nothing.`);
  try {
    const backup = await openBackup(file, keyringOf(keys));
    const place = await openPlace(target);
    try {
      signal.throwIfAborted();
      const restored = await restorePlace(place, backup, wishes);
      if (!restored.ok) return refusedWith(restored.refusal);
      if (kept !== undefined && restored.value.renewed)
        writeFileSync(kept, `${JSON.stringify(restored.value.renewed)}\n`);
      if (!target.databaseUrl && !target.keys) writeKeyFile(keyFileOf(target), keys);
      return outcomeOf(restored.value, out);
    } finally {
      await backup.close();
      await place.close();
    }
  } catch (fault) {
    if (fault instanceof BrokenBackup) return refusedWith(fault.message);
    if ((fault as { code?: string }).code === 'ENOENT') return refusedWith(`${file} cannot be read.`);
    throw fault;
  } finally {
    if (kept !== undefined) closeSync(kept);
  }
}

function outcomeOf({ renewed, verification, ...counts }: Restored, out: string | undefined): Outcome {
  return done({ ...counts, verification, renewed: renewed && { number: renewed.number, root: renewed.root } }, [
    `Restored ${countOf(counts.rows, 'row')} of ${countOf(counts.tables, 'table')}.`,
    `${countOf(counts.destroyedAgain, 'certificate')} of destruction done again.`,
    `${countOf(verification.entries, 'entry', 'entries')} in ${countOf(verification.books, 'book')}: the record stands as it was written.`,
    ...(renewed
      ? [
          `Something was lost and is answered for: seal ${renewed.number} is in ${out}. Keep it in the place of the old one.`,
        ]
      : []),
  ]);
}

function targetOf(config: Config, into: string | undefined): Result<Config, string> {
  if (into === undefined)
    return config.databaseUrl
      ? accepted(config)
      : refused('Say where to: --into DATA_DIR, or set DATABASE_URL to an empty database.');
  const dataFolder = path.resolve(into);
  if (hasCluster(dataFolder)) return refused(`${into} holds a database already. Restore into an empty folder.`);
  return accepted({ ...config, dataFolder, databaseUrl: undefined, databaseAppUrl: undefined });
}

function keysFor(config: Config, file: string | undefined): Result<readonly MasterKey[], string> {
  if (file === undefined && config.keys) return accepted(config.keys);
  try {
    return accepted(readKeyFile(file ?? keyFileOf(config)));
  } catch (fault) {
    if ((fault as { code?: string }).code !== 'ENOENT') throw fault;
    return refused(`There are no keys in ${file ?? keyFileOf(config)}. Give the file that was kept: --keys FILE.`);
  }
}

type Given = {
  readonly destructions: string | undefined;
  readonly seal: string | undefined;
  readonly by: string | undefined;
  readonly reason: string | undefined;
};

function wishesOf({ destructions, seal, by, reason }: Given): Result<RestoreWishes, string> {
  const list = destructions === undefined ? accepted([]) : readFrom(destructions, readDestructions);
  const outside: Result<Seal | null, string> = seal === undefined ? accepted(null) : readFrom(seal, readSeal);
  if (!list.ok) return list;
  if (!outside.ok) return outside;
  const known = new Set(list.value.map(({ id }) => id));
  return accepted({
    destructions: [...list.value, ...(outside.value?.destructions ?? []).filter(({ id }) => !known.has(id))],
    seal: outside.value,
    answering: by !== undefined && reason !== undefined ? { person: by, reason } : undefined,
    now: realClock().now(),
  });
}

function readFrom<Value>(file: string, read: (text: string) => Result<Value, string>): Result<Value, string> {
  try {
    return read(readFileSync(file, 'utf8'));
  } catch {
    return refused(`${file} cannot be read.`);
  }
}

/** Opens a file that is not there yet; null where it cannot be made. */
function newFile(name: string): number | null {
  try {
    return openSync(name, 'wx', 0o600);
  } catch {
    return null;
  }
}
