export {
  CASELOAD_WEIGHTS,
  type Caseload,
  caseloadOf,
  type Weight,
  WORK_FACTS,
  WORK_KINDS,
  type WorkKind,
  weightOf,
  workOn,
} from './core/caseload-weight.ts';
export { TEAM_KINDS, type TeamKind, teamFormed } from './core/team.entry.ts';
export {
  GRADES,
  type Grade,
  LEAVE_KINDS,
  leaveBegun,
  leaveEnded,
  registrationRecorded,
  workerJoined,
  workerLeft,
  workerMoved,
} from './core/worker.entry.ts';
