import { readFileSync } from 'node:fs';
import { accepted, type Result, refused } from '../../kernel/result.ts';
import type { Seal } from '../../record/seal.ts';
import { readSeal } from '../../record/store/seals.ts';
import { verify } from '../../record/store/verify.ts';
import { countOf } from '../../ui/dates-in-words.ts';
import { command, done, foundBad, refusedWith } from '../cli/command.ts';

/** `verify`: does the record stand as it was written? */
export const verifyCommand = command({
  name: 'verify',
  takes: '',
  about: 'Reads the whole record and says whether any entry was altered, deleted, inserted or moved.',
  options: {
    seal: {
      kind: 'text',
      about: 'a seal that was kept elsewhere: finds also what was recomputed, cut off or rolled back',
    },
  },
  needs: 'house',
  run: async ({ db }, { options }) => {
    const seal = options.seal === undefined ? accepted(null) : sealIn(options.seal);
    if (!seal.ok) return refusedWith(seal.refusal);
    const found = await verify(db, seal.value);
    const counted = `${countOf(found.entries, 'entry', 'entries')} in ${countOf(found.books, 'book')}`;
    if (!found.firstFault) return done(found, [`${counted}: the record stands as it was written.`]);
    const { book, seq, what } = found.firstFault;
    return foundBad(found, [
      `${counted}: the record was tampered with.`,
      `First fault: ${what}, at entry ${seq} of book ${book}.`,
    ]);
  },
});

function sealIn(file: string): Result<Seal, string> {
  try {
    return readSeal(readFileSync(file, 'utf8'));
  } catch {
    return refused(`The seal ${file} cannot be read.`);
  }
}
