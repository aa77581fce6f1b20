import type { Bench } from './bench.ts';
import { bench as p1 } from './p1-line-of-sight.ts';
import { bench as p2 } from './p2-cold.ts';
import { bench as p3 } from './p3-one-entry.ts';
import { bench as p10 } from './p10-pages.ts';
import { bench as p11 } from './p11-append.ts';
import { bench as p12 } from './p12-verify.ts';
import { bench as p14 } from './p14-load.ts';

/** Every bench, in the order of its number. */
export const benches: readonly Bench[] = [p1, p2, p3, p10, p11, p12, p14];
