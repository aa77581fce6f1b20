import type { Id } from '../../../../kernel/id.ts';
import type { CurrentPage, Row } from '../../../../record/current-page.ts';
import { type DefinedEntry, isEntryOf } from '../../../../record/define-entry.ts';
import type { Entry } from '../../../../record/entry.ts';
import { isSaid, saidOrNull } from '../../../../record/said.ts';
import { coverArranged, coverEnded } from './cover.entry.ts';
import { interestDeclared, interestEnded } from './interest.entry.ts';
import { relationEnded, relationNamed } from './named-relation.entry.ts';
import { recordRestricted, restrictionLifted } from './restriction.entry.ts';
import { sampleDrawn, sampleEnded } from './sample.entry.ts';

const all = <Data>(entries: readonly Entry[], of: DefinedEntry<Data>): readonly Entry<Data>[] =>
  entries.filter((entry) => isEntryOf(of, entry));

/** What was begun and that nothing has ended since. */
function running<Begun, Ended>(
  entries: readonly Entry[],
  begun: DefinedEntry<Begun>,
  ended: DefinedEntry<Ended>,
  which: (data: Ended) => Id,
): readonly Entry<Begun>[] {
  const over = new Set(all(entries, ended).map(({ data }) => which(data)));
  return all(entries, begun).filter(({ id }) => !over.has(id));
}

const typesOf = (...of: readonly DefinedEntry<never>[]): string[] => of.map(({ is }) => is.type);

export const namedRelationPage: CurrentPage = {
  table: 'access.named_relation',
  types: typesOf(relationNamed as never, relationEnded as never),
  rowsOf: (book, entries) =>
    running(entries, relationNamed, relationEnded, ({ relation }) => relation).map(({ id, data }) => ({
      book,
      entry: id,
      person: data.person,
      as_what: data.as,
      from_day: data.from,
      until_day: saidOrNull(data.until),
    })),
};

/** The restriction that holds: the last one, unless it was lifted. */
export function restrictionNow(entries: readonly Entry[]): Entry<{ people: Id[]; because: string }> | undefined {
  const lifted = new Set(all(entries, restrictionLifted).map(({ data }) => data.restriction));
  const last = all(entries, recordRestricted).at(-1);
  return last && !lifted.has(last.id) ? last : undefined;
}

const restrictionTypes = typesOf(recordRestricted as never, restrictionLifted as never);

export const restrictionPage: CurrentPage = {
  table: 'access.restriction',
  types: restrictionTypes,
  rowsOf: (book, entries) => {
    const now = restrictionNow(entries);
    return now ? [{ book, entry: now.id }] : [];
  },
};

export const restrictionNamedPage: CurrentPage = {
  table: 'access.restriction_named',
  types: restrictionTypes,
  rowsOf: (book, entries) => {
    const now = restrictionNow(entries);
    return now ? [...new Set(now.data.people)].map((person) => ({ book, entry: now.id, person })) : [];
  },
};

export const interestPage: CurrentPage = {
  table: 'access.interest',
  types: typesOf(interestDeclared as never, interestEnded as never),
  rowsOf: (book, entries) =>
    running(entries, interestDeclared, interestEnded, ({ interest }) => interest).flatMap(({ id, data }): Row[] => {
      const { person, child, kind } = data;
      return isSaid(child) ? [{ book, entry: id, person, child, kind }] : [];
    }),
};

export const samplePage: CurrentPage = {
  table: 'access.sample',
  types: typesOf(sampleDrawn as never, sampleEnded as never),
  rowsOf: (book, entries) =>
    running(entries, sampleDrawn, sampleEnded, ({ sample }) => sample).flatMap(({ id, data }) =>
      [...new Set(data.people)].flatMap((person) =>
        [...new Set(data.children)].map((child) => ({
          book,
          entry: id,
          person,
          child,
          from_day: data.from,
          until_day: data.until,
        })),
      ),
    ),
};

export const coverPage: CurrentPage = {
  table: 'access.cover',
  types: typesOf(coverArranged as never, coverEnded as never),
  rowsOf: (book, entries) =>
    running(entries, coverArranged, coverEnded, ({ cover }) => cover).map(({ id, data }) => ({
      book,
      entry: id,
      by_person: data.by,
      for_person: data.for,
      from_day: data.from,
      until_day: data.until,
    })),
};

/** The tables of who stands in what relation to whom: `rebuild access`. */
export const accessTables: readonly CurrentPage[] = [
  ...[namedRelationPage, restrictionPage, restrictionNamedPage],
  ...[interestPage, samplePage, coverPage],
];
