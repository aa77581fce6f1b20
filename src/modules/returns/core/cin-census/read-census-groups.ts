import type { FileWindow } from '../file-kind.ts';
import type { ReadRow } from '../file-note.ts';
import { type PreparedChild, rowsIn } from '../prepared-child.ts';
import { childGroups, identityIn } from './census-child-groups.ts';
import { episodeGroup } from './census-episode-groups.ts';
import { findOddities } from './oddities/find-oddities.ts';
import { type ReadChild, rowsOfChild } from './read-census-child.ts';
import type { CensusLaw } from './read-census-value.ts';

/** Turns what was read into groups of entries, and says of every row why it is in none of them. */
export function prepareChild(child: ReadChild, window: FileWindow, law: CensusLaw): PreparedChild {
  const { line, laChildId } = child;
  const flags = [...child.flags, ...findOddities(child, window, law)];
  const rows = rowsOfChild(child);
  const groups =
    laChildId === null
      ? []
      : [
          ...childGroups(child, laChildId),
          ...child.episodes.map((row) => episodeGroup(row, window)).filter((group) => group !== null),
        ];
  const kept = new Set(rowsIn(groups));
  const outer = new Map(rows.flatMap((row) => row.rows.map((inner) => [inner, row] as const)));
  const setAside = rows
    .filter((row) => !kept.has(row))
    .map((row) => ({ table: row.table, line: row.line, reason: whyNot(row, outer.get(row), laChildId, kept) }));
  return { line, laChildId, identity: identityIn(child), groups, rows, setAside, flags };
}

/** The element without which a group has no place. */
const NAMED_BY: Partial<Record<ReadRow['table'], string>> = {
  CINdetails: 'CINreferralDate',
  Assessments: 'AssessmentActualStartDate',
  CINplanDates: 'CINPlanStartDate',
  Section47: 'S47ActualStartDate',
  ChildProtectionPlans: 'CPPstartDate',
};

function whyNot(
  row: ReadRow,
  outer: ReadRow | undefined,
  laChildId: string | null,
  kept: ReadonlySet<ReadRow>,
): string {
  if (row.faults.length > 0) return row.faults.join(' ');
  if (laChildId === null) return 'The child has no LAchildID: nobody can say whose this is.';
  const name = NAMED_BY[row.table];
  if (name && !row.values.has(name)) return `It has no ${name}.`;
  if (row.table === 'AssessmentFactorsList' && outer && kept.has(outer))
    return 'The assessment that it belongs to has no AssessmentAuthorisationDate: factors are those found by a finished one.';
  if (outer) return `The ${outer.table} that it stands in (line ${outer.line}) could not be loaded.`;
  return 'It could not be placed.';
}
