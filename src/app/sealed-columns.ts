import type { Tx } from '../platform/database/database.ts';
import type { KeyPurpose, Keyring } from '../platform/keys/keyring.ts';

/** A text column whose values were made by `Keyring.seal`: a new key re-seals them. */
export type SealedColumn = {
  /** With its schema. */
  readonly table: string;
  readonly column: string;
  readonly purpose: KeyPurpose;
};

/** Computes every mark of a table again by the oldest key of `keys`, as the owner. Answers how many it made. */
export type RemarkTable = (tx: Tx, keys: Keyring) => Promise<number>;

/** Everything that is sealed at rest in the database. A test holds the catalogue to it: a column called `…sealed…` stands here. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'access.authenticator', column: 'sealed', purpose: 'second-factor' },
  { table: 'access.session', column: 'codes_sealed', purpose: 'second-factor' },
  { table: 'access.session', column: 'kept_sealed', purpose: 'kept-form' },
  { table: 'access.council_visit', column: 'kept_sealed', purpose: 'kept-form' },
];

/** Whatever keeps marks (`Keyring.mark`) and can compute them again, for the day on which the oldest key is retired. */
export const remarkTables: readonly RemarkTable[] = [];
