export {
  childInNeedPlanAgreed,
  childInNeedPlanEnded,
  childInNeedPlanReviewed,
} from './core/child-in-need-plan.entry.ts';
export { childVisited, HOW_SEEN, type HowSeen } from './core/child-visited.entry.ts';
export { VIEW_ANSWERS, viewAnswerTold, viewDecided, viewExpressed } from './core/view.entry.ts';
