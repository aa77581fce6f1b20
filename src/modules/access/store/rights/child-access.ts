import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { mayOpen } from '../../core/may-open.ts';
import { mayDo, type Role } from '../../core/permission.ts';
import type { Relation } from '../../core/relation.ts';
import type { PersonToName, StandingRelation } from '../../core/rights/decide-named-relation.ts';
import type { Rights } from '../../core/rights/decide-rights.ts';
import type { NamedRelation } from '../../core/rights/named-relation.entry.ts';
import { readRights } from './rights-store.ts';

/** Somebody who may open the record now, and why. */
export type MayOpenNow = {
  readonly person: Id;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly relation: Relation;
};

type StandingRow = Rights & {
  readonly relations: readonly string[];
  readonly interest: boolean;
  readonly restricted: boolean;
};

/** Everybody who may open a child's record today, by the same clauses by which the door is opened; by name. */
export async function peopleWhoMayOpen(tx: Tx, book: Id): Promise<MayOpenNow[]> {
  const { rows } = await sql<StandingRow>`
    select p.id as person, p.name, p.email, p.roles, p.active, p.may_grant as "mayGrant",
      s.relations, s.interest, s.restricted
    from access.people_near(${book}) near join access.person p on p.id = near.person
    cross join lateral access.standing_towards(p.id, ${book}) s
    order by lower(p.name), p.id`.execute(tx);
  return rows.flatMap(({ person, name, roles, relations, interest, restricted }) => {
    if (!mayDo(roles, 'child:read')) return [];
    const said = mayOpen({ roles, relations, interest, restricted });
    return said.is === 'open' ? [{ person, name, roles, relation: said.relation }] : [];
  });
}

/** What somebody is to this child, beside their rights; undefined for nobody. */
export async function personToName(tx: Tx, book: Id, person: Id): Promise<PersonToName | undefined> {
  const rights = (await readRights(tx)).find((each) => each.person === person);
  if (!rights) return undefined;
  const { rows } = await sql<Pick<PersonToName, 'relations' | 'interest'>>`
    select relations, interest from access.standing_towards(${person}, ${book})`.execute(tx);
  return rows[0] && { ...rights, ...rows[0] };
}

/** A named part in a child's life, as it stands, also before its first day and after its last. */
export type NamedPart = StandingRelation & {
  readonly book: Id;
  readonly name: string;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
};

export async function namedPartsOf(tx: Tx, books: readonly Id[]): Promise<NamedPart[]> {
  const { rows } = await sql<NamedPart & { as: NamedRelation }>`
    select n.entry, n.book, n.person, n.as_what as "as", coalesce(p.name, 'Somebody who has no account') as name,
      n.from_day as "from", n.until_day as until
    from access.named_relation n left join access.person p on p.id = n.person
    where n.book = any(${books}::uuid[]) order by n.from_day, n.entry`.execute(tx);
  return rows;
}

/** The restriction that holds, with the names of those who may open the record in spite of it; null where none does. */
export type RestrictionTold = { readonly entry: Id; readonly book: Id; readonly names: readonly string[] };

export async function restrictionOf(tx: Tx, books: readonly Id[]): Promise<RestrictionTold | null> {
  const { rows } = await sql<RestrictionTold>`
    select r.entry, r.book, coalesce(array_agg(p.name order by p.name) filter (where p.name is not null), '{}') as names
    from access.restriction r left join access.restriction_named n using (book, entry) left join access.person p on p.id = n.person
    where r.book = any(${books}::uuid[]) group by r.entry, r.book limit 1`.execute(tx);
  return rows[0] ?? null;
}
