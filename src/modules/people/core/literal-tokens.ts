import { asFigure, GAP, isFigure, PLAIN, SILENT } from './plain-letters.ts';

/**
 * A text as words and numbers without what stands between them: the plain letters of all of them in one row, and where each
 * begins and ends in it. So `AB1 2CD`, `ab12cd` and `A B 1 - 2 c d` are one and the same from a first letter to a last.
 */
export type Tokens = {
  readonly letters: Uint8Array;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The hash of each token's own letters. */
  readonly hashes: Int32Array;
  /** How many figures each token has. */
  readonly figures: Uint8Array;
  /** Whether a plus sign stands right before it. */
  readonly plus: Uint8Array;
};

const PLUS = 43;
const FIRST_HASH = -2_128_831_035;
const HASH_STEP = 16_777_619;

/** One step of a plain hash (FNV-1a, 32 bits). */
export const hashOn = (hash: number, code: number): number => Math.imul(hash ^ code, HASH_STEP);
/** The hash that a text of small letters begins with and, letter by letter, has. */
export function hashOfText(text: string, from: number = FIRST_HASH): number {
  let hash = from;
  for (let at = 0; at < text.length; at += 1) hash = hashOn(hash, text.charCodeAt(at));
  return hash;
}

/** Reads a text once. Takes about a hundredth of a second for a million characters. */
export function tokensOf(text: string): Tokens {
  const letters = new Uint8Array(text.length);
  const most = (text.length >> 1) + 1;
  const [starts, ends, hashes] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)];
  const [figures, plus] = [new Uint8Array(most), new Uint8Array(most)];
  let [written, count, begun, hash, own] = [0, 0, -1, FIRST_HASH, 0];
  let signed = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const typed = at < text.length ? text.charCodeAt(at) : 32;
    const code = PLAIN[typed] ?? GAP;
    if (code > SILENT) {
      if (begun < 0) begun = written;
      letters[written] = code;
      written += 1;
      hash = hashOn(hash, code);
      if (isFigure(code)) own += 1;
    } else if (code === GAP) {
      if (begun >= 0) {
        starts[count] = begun;
        ends[count] = written;
        hashes[count] = hash;
        figures[count] = Math.min(own, 255);
        plus[count] = signed;
        count += 1;
        [begun, hash, own] = [-1, FIRST_HASH, 0];
      }
      signed = typed === PLUS ? 1 : 0;
    }
  }
  return { letters, count, starts, ends, hashes, figures, plus };
}

/** The letters from one place to another as a text. */
export function textBetween({ letters }: Tokens, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 1) text += String.fromCharCode(letters[at] ?? 0);
  return text;
}

/** The same with letters that look like figures taken for them. */
export function figuresBetween({ letters }: Tokens, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 1) text += String.fromCharCode(asFigure(letters[at] ?? 0));
  return text;
}

/** Whether every letter is a figure, or is taken for one. */
export function looksLikeFigures({ letters }: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!isFigure(asFigure(letters[at] ?? 0))) return false;
  return to > from;
}
