import type { Bench } from './bench.ts';

/** Every bench, in the order of its number. */
export const benches: readonly Bench[] = [];
