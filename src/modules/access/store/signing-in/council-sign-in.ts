import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import type { Role } from '../../core/permission.ts';
import type { Rights } from '../../core/rights/decide-rights.ts';
import { type CouncilClaims, rolesOfGroups } from '../../core/signing-in/council-claims.ts';
import { DOORKEEPER } from '../person-store.ts';
import type { CouncilSettings, Secrets } from './council-provider.ts';
import { type Entered, type Entrance, enter } from './enter.ts';
import { hashOf } from './secrets.ts';

/** Minutes within which somebody comes back from the council's own sign-in. */
const MINUTES = 10;

/** What is kept of a visit to the council's own sign-in, until its browser comes back. */
export type CouncilVisit = { readonly secrets: Secrets; readonly next: string; readonly kept: string | null };

/** Keeps it for the browser that holds this token. */
export async function keepCouncilVisit(
  db: Database,
  csrf: string,
  { secrets, next, kept }: CouncilVisit,
): Promise<void> {
  const { state, nonce, verifier } = secrets;
  await db.as(DOORKEEPER, async (tx) => {
    await sql`delete from access.council_visit where made_at < now() - make_interval(mins => ${MINUTES})`.execute(tx);
    await sql`insert into access.council_visit (state, visitor, nonce, verifier, next, kept_sealed)
      values (${hashOf(state)}, ${hashOf(csrf)}, ${nonce}, ${verifier}, ${next}, ${kept})`.execute(tx);
  });
}

/** The visit to which this state belongs, once, in the same browser; undefined for any other. */
export async function takeCouncilVisit(db: Database, csrf: string, state: string): Promise<CouncilVisit | undefined> {
  const { rows } = await db.as(DOORKEEPER, (tx) =>
    sql<{ nonce: string; verifier: string; next: string; kept: string | null }>`
      delete from access.council_visit where state = ${hashOf(state)} and visitor = ${hashOf(csrf)}
        and made_at > now() - make_interval(mins => ${MINUTES})
      returning nonce, verifier, next, kept_sealed as kept`.execute(tx),
  );
  const visit = rows[0];
  return (
    visit && { secrets: { state, nonce: visit.nonce, verifier: visit.verifier }, next: visit.next, kept: visit.kept }
  );
}

/** In; or why not. `rights` are to be set before they come in: the groups over there say so. */
export type CouncilOutcome =
  | (Entered & {
      /** Their groups make them no administrator, and they stay one: nobody else could let people in. */
      readonly keptAdministrator: boolean;
    })
  | { readonly is: 'no-email' | 'unknown' | 'closed' | 'another-account' | 'no-role'; readonly person?: Id };

/** Sets what somebody may do, as the house's own hand: an entry in the council's book. The last administrator stays one. */
export type SetRightsOfHouse = (rights: Rights, because: string) => Promise<{ readonly keptAdministrator: boolean }>;

type Known = Rights & { readonly subject: string | null };

/**
 * Lets in whoever the council's own sign-in has sent. Who was here before is known by who they are over there; else by a
 * verified e-mail address. Where groups are mapped they give the roles, at each sign-in anew.
 */
export async function enterByCouncil(
  db: Database,
  { settings, claims, setRights }: { settings: CouncilSettings; claims: CouncilClaims; setRights: SetRightsOfHouse },
  entrance: Omit<Entrance, 'way' | 'told'>,
): Promise<CouncilOutcome> {
  const known = await db.as(DOORKEEPER, (tx) => find(tx, claims));
  if (!known && claims.email === undefined) return { is: 'no-email' };
  if (known && known.subject !== null && known.subject !== claims.subject)
    return { is: 'another-account', person: known.person };
  if (known && !known.active) return { is: 'closed', person: known.person };
  const roles = settings.roles && rolesOfGroups(claims.groups, settings.roles);
  if (!known && !roles?.length) return { is: 'unknown' };
  if (known && roles?.length === 0) return { is: 'no-role', person: known.person };
  const person = known?.person ?? (randomUUID() as string as Id);
  const rights = rightsAfter(known, person, claims, roles);
  const because = known ? 'Their groups in the council’s directory' : 'A group in the council’s directory';
  const keptAdministrator = rights !== undefined && (await setRights(rights, because)).keptAdministrator;
  return db.as(DOORKEEPER, async (tx) => {
    await sql`insert into access.council_identity (issuer, subject, person)
      values (${claims.issuer}, ${claims.subject}, ${person}) on conflict do nothing`.execute(tx);
    const entered = await enter(tx, person, { way: 'council', told: claims.told, ...entrance });
    return { ...entered, keptAdministrator };
  });
}

/** What they may do from now on; undefined when nothing changes. Who is no administrator any more passes nothing on. */
function rightsAfter(
  known: Known | undefined,
  person: Id,
  claims: CouncilClaims,
  roles: readonly Role[] | undefined,
): Rights | undefined {
  if (!roles) return undefined;
  const email = known?.email ?? claims.email ?? '';
  if (!known) return { person, name: claims.name ?? email, email, roles, active: true, mayGrant: [] };
  const { name, active, mayGrant } = known;
  const same = known.roles.length === roles.length && known.roles.every((role) => roles.includes(role));
  return same
    ? undefined
    : { person, name, email, roles, active, mayGrant: roles.includes('administrator') ? mayGrant : [] };
}

async function find(tx: Tx, { issuer, subject, email = '' }: CouncilClaims): Promise<Known | undefined> {
  const { rows } = await sql<Known>`
    select p.id as person, p.name, p.email, p.roles, p.active, p.may_grant as "mayGrant", i.subject
    from access.person p left join access.council_identity i on i.person = p.id and i.issuer = ${issuer}
    where p.email = ${email}
      or p.id = (select person from access.council_identity where issuer = ${issuer} and subject = ${subject})
    order by (i.subject = ${subject}) desc nulls last limit 1`.execute(tx);
  return rows[0];
}
