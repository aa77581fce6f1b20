export const MY_ACCOUNT = '/my-account';
export const MY_PASSWORD = '/my-account/password';
export const RECOVERY_CODES = '/my-account/recovery-codes';
export const MY_ROLES = '/my-account/roles';
/** The same, for whom the council's directory no longer calls an administrator and who stays the last one. */
export const STILL_ADMINISTRATOR = '/my-account/roles?still=administrator';
export const MY_HOME = '/my-account/home';
