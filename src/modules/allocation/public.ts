export {
  allocationEnded,
  PLACEHOLDERS,
  type Placeholder,
  placeholderAllocated,
  workerAllocated,
} from './core/holding.entry.ts';
