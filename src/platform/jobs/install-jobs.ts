import { runMigrations } from 'graphile-worker';
import type pg from 'pg';

/**
 * Makes the job queue, and the function by which the application adds a job inside its own transaction, without any right
 * on the queue itself. A job belongs to a named person or import: without an identity it is not taken.
 */
export async function installJobs(owner: pg.Client, ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl });
  await owner.query(`
    create or replace function app.add_job(task text, payload jsonb, job_key text default null, queue text default null) returns void
      language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      if coalesce(current_setting('sightline.person', true), '') = '' then
        raise exception 'a job needs somebody who asks for it';
      end if;
      perform graphile_worker.add_job(add_job.task, add_job.payload::json, queue_name => add_job.queue, job_key => add_job.job_key, max_attempts => 5);
    end $$;
    revoke all on function app.add_job(text, jsonb, text, text) from public;
    grant usage on schema app to sightline_app;
    grant execute on function app.add_job(text, jsonb, text, text) to sightline_app`);
  await owner.query(QUEUE_ROLE);
}

/** The role that takes jobs from the queue knows the queue and nothing else; what a job does, it does as the application. */
const QUEUE_ROLE = `
  grant usage on schema graphile_worker to sightline_jobs;
  grant select, insert, update, delete on all tables in schema graphile_worker to sightline_jobs;
  grant usage, select on all sequences in schema graphile_worker to sightline_jobs;
  do $$
  declare guarded regclass;
  begin
    for guarded in select c.oid from pg_class c
      where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'queue_of_jobs') loop
      execute format('create policy queue_of_jobs on %s to sightline_jobs using (true) with check (true)', guarded);
    end loop;
  end $$`;
