import type { Id } from '../../src/kernel/id.ts';

const HEX = Array.from({ length: 65_536 }, (_, n) => n.toString(16).padStart(4, '0'));
const hex = (n: number): string => HEX[n & 0xffff] as string;

/** A mixing of 32 bits that loses none: different numbers stay different. */
function mixed(n: number): number {
  let x = n | 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}

/**
 * The id of the thing number `thing` of the book or family number `of`, in the county of a seed: the same on every machine,
 * and never twice in one county.
 */
export function inventedId(seed: number, of: number, thing: number): Id {
  const a = mixed(of ^ 0x5bd1e995);
  const b = mixed((thing + a) | 0);
  const c = mixed(seed ^ b ^ 0x2545f491);
  const d = mixed((c + a) | 0);
  return `${hex(a >>> 16)}${hex(a)}-${hex(b >>> 16)}-8${hex(c).slice(1)}-9${hex(c >>> 16).slice(1)}-${hex(b)}${hex(d >>> 16)}${hex(d)}` as Id;
}

/** A seed for the chance of thing number `of` in the county of a seed. */
export const seedFor = (seed: number, of: number): number => mixed(mixed(seed) ^ mixed(of + 0x9e3779b9));
