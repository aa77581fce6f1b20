export { isAboutAccess } from './core/about-access.ts';
export { mayOpen, type Opening, type Standing, seesProtected } from './core/may-open.ts';
export { audienceSet } from './core/paragraphs/audience-set.entry.ts';
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
export { coverArranged, coverEnded } from './core/rights/cover.entry.ts';
export { email } from './core/rights/email.ts';
export { type Interest, interestDeclared, interestEnded } from './core/rights/interest.entry.ts';
export { type NamedRelation, relationEnded, relationNamed } from './core/rights/named-relation.entry.ts';
export { recordRestricted, restrictionLifted } from './core/rights/restriction.entry.ts';
export { refusalOfRights } from './core/rights/rights-in-words.ts';
export { rightsSet } from './core/rights/rights-set.entry.ts';
export { sampleDrawn, sampleEnded } from './core/rights/sample.entry.ts';
