import type { Id } from '../../src/kernel/id.ts';
import type { Day } from './days.ts';

/** What the manifest is told of, in the generator's own words: as much as its arithmetic needs, and no more. */
export type Happening =
  | 'born'
  | 'expected'
  | 'referred'
  | 'referred by a professional'
  | 'referred by telephone'
  | 'confirmed in writing'
  | 'referrer told'
  | 'concern'
  | 'decided: proceed'
  | 'decided: nothing follows'
  | 'closed'
  | 'given to a worker'
  | 'in nobody’s hands'
  | 'holding ended'
  | 'assessment begun'
  | 'assessment needed'
  | 'assessment completed'
  | 'overrun explained'
  | 'initial assessment begun'
  | 'initial assessment completed'
  | 'core assessment needed'
  | 'core assessment completed'
  | 'seen'
  | 'not seen'
  | 'plan needed'
  | 'no plan needed'
  | 'need plan begun'
  | 'need plan reviewed'
  | 'need plan ended'
  | 'enquiries begun'
  | 'enquiry begun'
  | 'enquiry concluded'
  | 'no conference needed'
  | 'conference held'
  | 'minutes sent'
  | 'move here notified'
  | 'move here conference held'
  | 'protection plan begun'
  | 'protection plan ended'
  | 'core group'
  | 'review conference'
  | 'care entered'
  | 'care ended'
  | 'legal status'
  | 'placement begun'
  | 'placement ended'
  | 'visiting rule'
  | 'placement permanent'
  | 'placement plan agreed'
  | 'placement notified'
  | 'approved with parent'
  | 'approved out of area'
  | 'approved at a distance'
  | 'temporary approval'
  | 'temporary approval ended'
  | 'care plan agreed'
  | 'officer appointed'
  | 'officer spoke to child'
  | 'care review'
  | 'care review decisions sent'
  | 'care review record sent'
  | 'initial health assessed'
  | 'review health assessed'
  | 'teeth checked'
  | 'education plan begun'
  | 'education plan reviewed'
  | 'missing'
  | 'found'
  | 'interview offered'
  | 'interview held'
  // Not written down by anybody: they follow from what was.
  | 'five years old'
  | 'sixteen years old'
  | 'placement a year old'
  | 'order made';

/** One happening of one book. */
export type Noted = {
  readonly is: Happening;
  readonly on: Day;
  /** The moment in milliseconds, where the time of day is known. */
  readonly at: number | null;
  readonly thread: Id;
  readonly episode: Id | null;
  readonly party: Id | null;
  readonly as: string | null;
  /** The day on which it was written down. */
  readonly recordedOn: Day;
};
