import type { Tx } from '../../../../platform/database/database.ts';
import { standingsOf } from '../../../../sight/store/read-facts.ts';
import type { AskedDay } from '../../../asked.ts';
import { mendableIn } from '../../../listed-clock.ts';
import { countByTeam } from '../../core/team-counts.ts';
import { countHeld, unallocatedOn } from '../../store/children-held.ts';
import { countLate } from '../../store/clocks-of-children.ts';
import { allTeams, workersOf } from '../../store/team-workers.ts';
import type { CountyNeeds } from '../county-needs.ts';
import type { TeamsPage } from './teams.model.ts';

/** Every team with its counts, in five questions however many teams there are. */
export async function readTeams(tx: Tx, needs: CountyNeeds, asking: AskedDay): Promise<TeamsPage> {
  const { asked } = asking;
  const { on } = asked;
  const tables = await needs.tables(tx, asked);
  const rows = await allTeams(tx);
  const workers = await workersOf(tx, null, on);
  const inPost = new Set(
    (await standingsOf(tx, null, asked.knownAt)).flatMap(({ party, state, from, until }) =>
      state === 'in-post' && from <= on && (until === null || on <= until) ? [party] : [],
    ),
  );
  const held = await countHeld(tx, tables, on);
  const unallocated = await unallocatedOn(tx, tables, on);
  const counted = countByTeam({
    teams: rows,
    workers: workers.map((each) => ({ ...each, inPost: inPost.has(each.worker) })),
    held,
    unallocated,
    late: await countLate(tx, tables, on, mendableIn(needs.statute.duties)),
  });
  const byId = new Map(rows.map((row) => [row.team as string, row]));
  return {
    ...asking,
    counted,
    teams: counted.lines.flatMap((line) => {
      const row = byId.get(line.team);
      return row ? [{ ...line, kind: row.kind, district: row.district, manager: row.manager }] : [];
    }),
    open: held.reduce((sum, { children }) => sum + children, 0),
    unallocated: unallocated.length,
  };
}
