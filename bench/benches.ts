import type { Bench } from './bench.ts';
import { bench as p1 } from './p1-line-of-sight.ts';

/** Every bench, in the order of its number. */
export const benches: readonly Bench[] = [p1];
