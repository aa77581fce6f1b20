import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import { dayInLondon } from '../../../../kernel/instant.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { DataOf } from '../../../../record/define-entry.ts';
import type { Entry } from '../../../../record/entry.ts';
import type { EntryRegistry } from '../../../../record/registry.ts';
import { saidOrNull } from '../../../../record/said.ts';
import { readEntries, readOfTypeNow } from '../../../../record/store/read-entries.ts';
import type { StandingInterest } from '../../core/rights/decide-interest.ts';
import { type Interest, interestDeclared, interestEnded } from '../../core/rights/interest.entry.ts';
import { rightsSet } from '../../core/rights/rights-set.entry.ts';
import { sampleDrawn } from '../../core/rights/sample.entry.ts';
import { personNames } from '../person-names.ts';
import { councilBook } from './write-in-council.ts';

/** One change of somebody's rights, as it was written. */
export type RightsChange = {
  readonly on: LocalDate;
  /** The name of whoever changed them; the house itself at the beginning. */
  readonly by: string;
  readonly roles: readonly string[];
  readonly active: boolean;
  readonly because: string | null;
};

/** Every change of somebody's rights, the latest first. */
export async function rightsChanges(tx: Tx, registry: EntryRegistry, person: Id): Promise<RightsChange[]> {
  const entries = (await readEntries(tx, {
    registry,
    books: [await councilBook(tx)],
    knownAt: null,
    about: person,
    type: rightsSet.is.type,
  })) as unknown as Entry<DataOf<typeof rightsSet>>[];
  const writers = entries.map(({ recordedBy }) => recordedBy).filter((each) => each.length === 36);
  const names = await personNames(tx, writers);
  return entries
    .map(({ recordedAt, recordedBy, data }) => ({
      on: dayInLondon(recordedAt),
      by: names.get(recordedBy) ?? 'the house',
      roles: data.roles,
      active: data.active,
      because: saidOrNull(data.because),
    }))
    .reverse();
}

/** An interest that stands, as whoever declared it reads it again. */
export type InterestTold = StandingInterest & {
  readonly kind: Interest;
  readonly on: LocalDate;
  readonly because: string | null;
};

/** The interests that stand: of one person, about one child, or all. */
export async function standingInterests(
  tx: Tx,
  registry: EntryRegistry,
  of: { readonly person: Id } | { readonly children: readonly Id[] } | 'all',
): Promise<InterestTold[]> {
  const books = [await councilBook(tx)];
  const ended = (await readOfTypeNow(tx, registry, books, interestEnded.is.type)) as Entry<
    DataOf<typeof interestEnded>
  >[];
  const over = new Set(ended.map(({ data }) => data.interest));
  const declared = (await readOfTypeNow(tx, registry, books, interestDeclared.is.type)) as Entry<
    DataOf<typeof interestDeclared>
  >[];
  return declared
    .filter(({ id }) => !over.has(id))
    .map(({ id, data, recordedAt }) => ({
      entry: id,
      person: data.person,
      child: saidOrNull(data.child),
      numberTyped: saidOrNull(data.numberTyped),
      kind: data.kind,
      on: dayInLondon(recordedAt),
      because: saidOrNull(data.because),
    }))
    .filter(
      ({ person, child }) =>
        of === 'all' || ('person' in of ? person === of.person : child !== null && of.children.includes(child)),
    );
}

/** A cover that has not ended and whose last day has not passed. */
export type CoverTold = {
  readonly entry: Id;
  readonly by: Id;
  readonly for: Id;
  readonly byName: string;
  readonly forName: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
};

export async function standingCovers(tx: Tx, people: readonly Id[]): Promise<CoverTold[]> {
  const { rows } = await sql<CoverTold>`
    select c.entry, c.by_person as by, c.for_person as for, b.name as "byName", f.name as "forName",
      c.from_day as "from", c.until_day as until
    from access.cover c join access.person b on b.id = c.by_person join access.person f on f.id = c.for_person
    where c.until_day >= app.today() and (c.by_person = any(${people}::uuid[]) or c.for_person = any(${people}::uuid[]))
    order by c.from_day, f.name, c.entry`.execute(tx);
  return rows;
}

/** A sample that somebody may still read, or could until lately. */
export type SampleTold = {
  readonly entry: Id;
  readonly title: string;
  readonly people: readonly string[];
  readonly children: number;
  readonly from: LocalDate;
  readonly until: LocalDate;
};

/** The samples that stand, of one person or of everybody, the latest first. Whose files they are is not said. */
export async function standingSamples(tx: Tx, registry: EntryRegistry, person: Id | null): Promise<SampleTold[]> {
  const { rows } = await sql<Omit<SampleTold, 'title'>>`
    select s.entry, array_agg(distinct coalesce(p.name, 'Somebody who has no account')) as people,
      count(distinct s.child) as children, min(s.from_day) as "from", max(s.until_day) as until
    from access.sample s left join access.person p on p.id = s.person
    where ${person}::uuid is null or s.entry in (select entry from access.sample where person = ${person})
    group by s.entry order by min(s.from_day) desc, s.entry`.execute(tx);
  const drawn = (await readOfTypeNow(tx, registry, [await councilBook(tx)], sampleDrawn.is.type)) as Entry<
    DataOf<typeof sampleDrawn>
  >[];
  const titles = new Map(drawn.map(({ id, data }) => [id, data.title]));
  return rows.map((row) => ({ ...row, title: titles.get(row.entry) ?? 'A sample' }));
}

/** How many children somebody has a named part in today, by what it is. */
export async function namedParts(tx: Tx, person: Id): Promise<readonly { as: string; children: number }[]> {
  const { rows } = await sql<{ as: string; children: number }>`
    select as_what as "as", count(distinct book) as children from access.named_relation
    where person = ${person} and from_day <= app.today() and (until_day is null or until_day >= app.today())
    group by as_what order by as_what`.execute(tx);
  return rows;
}
