export { isAboutAccess } from './core/about-access.ts';
export { audienceSet } from './core/audience-set.entry.ts';
export { coverArranged, coverEnded } from './core/cover.entry.ts';
export { email } from './core/email.ts';
export { type Interest, interestDeclared, interestEnded } from './core/interest.entry.ts';
export { mayOpen, type Opening, type Standing, seesProtected } from './core/may-open.ts';
export { type NamedRelation, relationEnded, relationNamed } from './core/named-relation.entry.ts';
export {
  FIRST_ROLES,
  GRANTABLE_ROLES,
  mayDo,
  PERMISSIONS,
  type Permission,
  ROLE_NAMES,
  type Role,
  role,
  rolesInWords,
} from './core/permission.ts';
export { RELATION_IN_WORDS, RELATIONS, type Relation, relation } from './core/relation.ts';
export { recordRestricted, restrictionLifted } from './core/restriction.entry.ts';
export { refusalOfRights } from './core/rights-in-words.ts';
export { rightsSet } from './core/rights-set.entry.ts';
export { sampleDrawn, sampleEnded } from './core/sample.entry.ts';
