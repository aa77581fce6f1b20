export const MY_ACCOUNT = '/my-account';
export const RECOVERY_CODES = '/my-account/recovery-codes';
