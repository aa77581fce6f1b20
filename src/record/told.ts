import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Act } from './entry.ts';

/** Something that an invented person wrote down, and when the record learnt it. */
export type Told = { readonly recordedAt: Instant; readonly recordedBy: Id; readonly act: Act };
