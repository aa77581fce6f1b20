import { sql } from 'kysely';
import type { Instant } from '../kernel/instant.ts';
import { accepted, type Result, refused } from '../kernel/result.ts';
import { type OpenedBackup, RESTORING } from '../platform/backup/restore-backup.ts';
import { knownMigrations } from '../platform/database/migrate.ts';
import type { Destruction, Seal } from '../record/seal.ts';
import { replayDestructions } from '../record/store/destroy.ts';
import { acceptRestore } from '../record/store/seals.ts';
import { type Verification, verify } from '../record/store/verify.ts';
import { entryRegistry } from './entry-registry.ts';
import { forgetEverywhere } from './forget-destroyed.ts';
import type { Place } from './place.ts';

export type RestoreWishes = {
  /** What was destroyed, as it was listed outside: done again where the backup does not know of it. */
  readonly destructions: readonly Destruction[];
  /** The newest seal that was kept outside, where there is one. */
  readonly seal: Seal | null;
  /** Who answers for what the seal knows and the backup does not. */
  readonly answering: { readonly person: string; readonly reason: string } | undefined;
  readonly now: Instant;
};

export type Restored = {
  readonly tables: number;
  readonly rows: number;
  /** Certificates whose destruction was done again. */
  readonly destroyedAgain: number;
  readonly verification: Verification;
  /** Set where the record was accepted as older than the seal: it is to be kept in the place of that seal. */
  readonly renewed: Seal | null;
};

/** Restores a backup into an empty place. Nobody works in the place before all of it is done. The refusal is a sentence. */
export async function restorePlace(
  place: Place,
  backup: OpenedBackup,
  { destructions, seal, answering, now }: RestoreWishes,
): Promise<Result<Restored, string>> {
  const unfit = unfitMigrations(backup.migrations) ?? (await standingIn(place));
  if (unfit) return refused(unfit);
  await place.migrate(new Set(Object.keys(backup.migrations)));
  if ((await appliedIn(place)).size !== Object.keys(backup.migrations).length)
    return refused('The place to restore into is of a newer shape than the backup. Restore into an empty one.');
  const { tables } = await backup.load(place.ownerUrl);
  await place.migrate();
  const destroyedAgain = await replayDestructions(place.db, destructions, forgetEverywhere(entryRegistry()));
  await endSignIns(place);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const sealed = await heldTo(place, seal, answering, now);
  if (!sealed.ok) return sealed;
  await place.db.owner((tx) => sql`drop table ${sql.table(RESTORING)}`.execute(tx));
  return accepted({ tables: tables.length, rows, destroyedAgain, ...sealed.value });
}

/** Sessions and links that were ended or used since the backup must not open anything again: everybody signs in anew. */
const endSignIns = ({ db }: Place): Promise<void> =>
  db.owner(async (tx) => {
    await sql`update access.session set ended_at = now() where ended_at is null`.execute(tx);
    await sql`update access.one_time_link set used_at = now() where used_at is null`.execute(tx);
  });

/** Holds what came back to the seal. A record that is older than the seal needs somebody who answers for what was lost. */
async function heldTo(
  { db }: Place,
  seal: Seal | null,
  answering: RestoreWishes['answering'],
  now: Instant,
): Promise<Result<Pick<Restored, 'verification' | 'renewed'>, string>> {
  const verification = await verify(db, seal);
  if (verification.ok) return accepted({ verification, renewed: null });
  if (!seal)
    return refused(`What came back was tampered with before the backup was made: ${verification.firstFault?.what}.`);
  if (!answering)
    return refused(
      'The backup is older than the seal. Say who answers for what was lost, and why (--by NAME --reason TEXT), and restore into another empty place.',
    );
  const renewed = await acceptRestore(db, seal, answering, now);
  if (!renewed.ok) return refused(`What came back does not agree with the seal: ${renewed.refusal}.`);
  return accepted({ verification: await verify(db, renewed.value), renewed: renewed.value });
}

function unfitMigrations(migrations: OpenedBackup['migrations']): string | undefined {
  const known = knownMigrations();
  const strange = Object.entries(migrations).find(([name, hash]) => known.get(name) !== hash);
  return strange && `The backup was made by another version of Sightline, which has the migration ${strange[0]}.`;
}

async function standingIn({ db }: Place): Promise<string | undefined> {
  const { rows } = await db.owner((tx) =>
    sql<{ there: boolean }>`select to_regclass('app.council') is not null as there`.execute(tx),
  );
  if (!rows[0]?.there) return undefined;
  const council = await db.owner((tx) => sql`select from app.council`.execute(tx));
  return council.rows.length > 0
    ? 'A record stands in the place to restore into. Restore into an empty one.'
    : undefined;
}

const appliedIn = async ({ db }: Place): Promise<ReadonlySet<string>> =>
  new Set(
    (await db.owner((tx) => sql<{ name: string }>`select name from app.migration`.execute(tx))).rows.map(
      ({ name }) => name,
    ),
  );
