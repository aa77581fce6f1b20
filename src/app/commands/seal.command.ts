import { openSync, readFileSync, writeFileSync } from 'node:fs';
import { seal } from '../../record/store/seals.ts';
import { countOf } from '../../ui/dates-in-words.ts';
import { command, done, refusedWith, wrongUse } from '../cli/command.ts';

/** `seal`: what the record is now, in a file to be kept elsewhere. */
export const sealCommand = command({
  name: 'seal',
  takes: '',
  about: 'Seals what changed since the last seal. Keep the file where nobody who runs this database can reach it.',
  options: { out: { kind: 'text', about: 'the new file' } },
  needs: 'house',
  run: async ({ db, clock }, { options: { out } }) => {
    if (out === undefined) return wrongUse('Say where the seal goes: --out FILE.');
    const file = newFile(out);
    if (file === undefined)
      return refusedWith(`${out} cannot be written, or holds something already: a seal replaces nothing.`);
    const made = await seal(db, clock.now());
    writeFileSync(file, `${JSON.stringify(made)}\n`);
    return done({ file: out, number: made.number, books: made.books.length, root: made.root }, [
      `Sealed ${countOf(made.books.length, 'book')} that changed since the last seal, into ${out}.`,
      `Root: ${made.root}`,
    ]);
  },
});

/** Opens a file that is not there yet, or is empty. */
function newFile(name: string): number | undefined {
  try {
    const file = openSync(name, 'a');
    return readFileSync(name).length === 0 ? file : undefined;
  } catch {
    return undefined;
  }
}
