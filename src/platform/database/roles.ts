import pg from 'pg';

/** A role that already exists, here or made by another start in the same moment. */
const ALREADY_THERE = new Set(['42710', '23505', 'XX000']);

/**
 * The roles of the house. Only the application's may log in. None owns anything, none sees past row-level security, and
 * the backup's may only read.
 */
const ROLES: readonly { readonly name: string; readonly login: boolean }[] = [
  { name: 'sightline_app', login: true },
  { name: 'sightline_sight', login: false },
  { name: 'sightline_search', login: false },
  { name: 'sightline_jobs', login: false },
  { name: 'sightline_backup', login: false },
];

/** Makes the roles that are missing, and gives the application's its password where it has another. `owner` is connected. */
export async function ensureRoles(owner: pg.Client, ownerUrl: string, appPassword: string): Promise<void> {
  for (const role of ROLES) await ensureRole(owner, role);
  if (await canLogIn(appUrlOf(ownerUrl, appPassword))) return;
  await owner.query(`alter role sightline_app password ${owner.escapeLiteral(appPassword)}`);
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

/** The address of the same database for the application's role. */
export function appUrlOf(ownerUrl: string, appPassword: string): string {
  const url = new URL(ownerUrl);
  url.username = 'sightline_app';
  url.password = encodeURIComponent(appPassword);
  return url.href;
}
