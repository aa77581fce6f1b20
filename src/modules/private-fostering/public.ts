export {
  privateFosteringEnded,
  privateFosteringInspected,
  privateFosteringKnown,
  privateFosteringNotified,
} from './core/private-fostering.entry.ts';
