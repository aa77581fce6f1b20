export { email } from './core/email.ts';
export {
  FIRST_ROLES,
  mayDo,
  PERMISSIONS,
  type Permission,
  ROLE_NAMES,
  type Role,
  role,
  rolesInWords,
} from './core/permission.ts';
