import { createHmac } from 'node:crypto';
import pg from 'pg';

/** A role that already exists, here or made by another start in the same moment. */
const ALREADY_THERE = new Set(['42710', '23505', 'XX000']);

/** The roles that sign in for themselves: the pages, the queue of jobs, and the backup. */
export type LoginRole = 'sightline_app' | 'sightline_jobs' | 'sightline_backup';

/** What each signs in with. A role without one keeps what an administrator gave it. */
export type RolePasswords = { readonly sightline_app: string } & { readonly [Role in LoginRole]?: string };

/**
 * The roles of the house. None owns anything, none sees past row-level security but by a policy of its own, the queue's
 * knows the queue alone, and the backup's may only read.
 */
const ROLES: readonly { readonly name: string; readonly login: boolean }[] = [
  { name: 'sightline_app', login: true },
  { name: 'sightline_sight', login: false },
  { name: 'sightline_search', login: false },
  { name: 'sightline_jobs', login: true },
  { name: 'sightline_backup', login: true },
];

/** Makes the roles that are missing, and gives each its password where it has another. `owner` is connected. */
export async function ensureRoles(owner: pg.Client, ownerUrl: string, passwords: RolePasswords): Promise<void> {
  for (const role of ROLES) await ensureRole(owner, role);
  for (const [role, password] of Object.entries(passwords) as [LoginRole, string][]) {
    if (await canLogIn(roleUrlOf(ownerUrl, role, password))) continue;
    await owner.query(`alter role ${role} login password ${owner.escapeLiteral(password)}`);
  }
}

async function ensureRole(owner: pg.Client, { name, login }: (typeof ROLES)[number]): Promise<void> {
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [name]);
  if (rowCount) return;
  try {
    await owner.query(
      `create role ${name} ${login ? 'login' : 'nologin'} nosuperuser nobypassrls nocreatedb nocreaterole`,
    );
  } catch (fault) {
    if (!ALREADY_THERE.has((fault as pg.DatabaseError).code ?? '')) throw fault;
  }
}

async function canLogIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** The address of the same database for one of our roles. */
export function roleUrlOf(ownerUrl: string, role: LoginRole, password: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = encodeURIComponent(password);
  return url.href;
}

/** The address of the same database for the application's role. */
export const appUrlOf = (ownerUrl: string, appPassword: string): string =>
  roleUrlOf(ownerUrl, 'sightline_app', appPassword);

/**
 * A role's password that follows from another secret, so that every process that may open the database knows it and none
 * has to keep it; nobody learns the secret from it.
 */
export const passwordFrom = (secret: string, role: LoginRole): string =>
  createHmac('sha256', secret).update(role).digest('base64url');

/**
 * What each role signs in with when the owner's and the application's passwords are all that is known. The queue runs in the
 * application's process, so its password follows from the application's; the backup's follows from the owner's alone, and
 * there is none where the owner signs in without one.
 */
export function passwordsFor(ownerUrl: string, appPassword: string): RolePasswords {
  const owner = decodeURIComponent(new URL(ownerUrl).password);
  return {
    sightline_app: appPassword,
    sightline_jobs: passwordFrom(appPassword, 'sightline_jobs'),
    ...(owner === '' ? {} : { sightline_backup: passwordFrom(owner, 'sightline_backup') }),
  };
}
