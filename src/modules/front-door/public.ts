export { concernRaised, contactTriaged } from './core/concern.entry.ts';
export {
  CLOSURE_REASONS,
  type ClosureReason,
  childClosed,
  NEXT_STEPS,
  type NextStep,
  planNeedDecided,
  referralDecided,
} from './core/decision.entry.ts';
export { type Episode, episodeOn } from './core/episode.ts';
export { REFERRED_BY, referralConfirmedInWriting, referralReceived, referrerTold } from './core/referral.entry.ts';
