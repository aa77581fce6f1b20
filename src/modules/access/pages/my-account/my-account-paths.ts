export const MY_ACCOUNT = '/my-account';
export const MY_PASSWORD = '/my-account/password';
export const RECOVERY_CODES = '/my-account/recovery-codes';
