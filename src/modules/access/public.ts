export { email } from './core/email.ts';
export { mayOpen, type Opening, type Standing, seesProtected } from './core/may-open.ts';
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
export { RELATION_IN_WORDS, type Relation, relation } from './core/relation.ts';
