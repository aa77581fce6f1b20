export {
  GRADES,
  type Grade,
  LEAVE_KINDS,
  leaveBegun,
  leaveEnded,
  registrationRecorded,
  teamFormed,
  workerJoined,
  workerLeft,
} from './core/worker.entry.ts';
