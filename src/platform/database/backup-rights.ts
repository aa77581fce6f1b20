import type pg from 'pg';

/** Where the record and all beside it lie; the queue of jobs is made again and is not backed up. */
const KEPT = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'graphile_worker')`;

/**
 * Lets the backup's role read every table and counter, past the policies for readers and nothing more. Asked after every
 * migration, so that no table can be forgotten. `owner` is connected.
 */
export async function ensureBackupRights(owner: pg.Client): Promise<void> {
  await owner.query(`
    do $$
    declare
      part record;
    begin
      for part in select n.nspname from pg_namespace n where ${KEPT} and not has_schema_privilege('sightline_backup', n.oid, 'usage') loop
        execute format('grant usage on schema %I to sightline_backup', part.nspname);
      end loop;
      for part in select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where ${KEPT} and c.relkind in ('r', 'p', 'S') and not c.relispartition
            and not has_table_privilege('sightline_backup', c.oid, 'select') loop
        execute format('grant select on %s to sightline_backup', part.name);
      end loop;
      for part in select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where ${KEPT} and c.relkind in ('r', 'p') and not c.relispartition and c.relrowsecurity
            and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'backup_reads') loop
        execute format('create policy backup_reads on %s for select to sightline_backup using (true)', part.name);
      end loop;
    end $$`);
}
