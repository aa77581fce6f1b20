import { grouped } from '../../../../kernel/grouped.ts';
import type { Id } from '../../../../kernel/id.ts';
import { daysBetween, toEpochDay } from '../../../../kernel/local-date.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { policiesOf, standingsOf } from '../../../../sight/store/read-facts.ts';
import { type AskedDay, askedQuery } from '../../../asked.ts';
import { type ChildFace, childPath, headingOf } from '../../../child-face.ts';
import { listLawOf, mendableIn } from '../../../listed-clock.ts';
import { weightOf } from '../../../workforce/public.ts';
import type { ClocksOfChild } from '../../core/caseload.ts';
import { daysAhead, WEEK } from '../../core/days-ahead.ts';
import { reasonWords } from '../../core/gap-words.ts';
import { postOn, protectedPoints } from '../../core/post-on-a-day.ts';
import {
  childrenHeldBy,
  everHeldBy,
  type HeldChild,
  type UnallocatedChild,
  unallocatedOn,
} from '../../store/children-held.ts';
import { clocksOfChildren } from '../../store/clocks-of-children.ts';
import { facesOfListed } from '../../store/listed-faces.ts';
import { allTeams, type WorkerRow, workersOf } from '../../store/team-workers.ts';
import { carersSupervisedBy, weightsOf } from '../../store/weights-of-children.ts';
import type { CountyNeeds } from '../county-needs.ts';
import { owedLine } from '../show-caseload/caseload.model.ts';
import type { TeamDue, TeamPage, TeamUnallocated, TeamWorker } from './team.model.ts';

/** One team on a day; undefined where there is no such team. Only what stands in the names of its workers is read. */
export async function readTeam(
  tx: Tx,
  needs: CountyNeeds,
  id: Id,
  asking: AskedDay,
): Promise<{ readonly page: TeamPage; readonly children: readonly Id[] } | undefined> {
  const team = (await allTeams(tx)).find((each) => each.team === id);
  if (!team) return undefined;
  const { asked } = asking;
  const { on, knownAt } = asked;
  const workers = await workersOf(tx, id, on);
  const ids = workers.map(({ worker }) => worker);
  const tables = await needs.tables(tx, asked, await everHeldBy(tx, ids, asked));
  const held = await childrenHeldBy(tx, tables, on, ids);
  const children = held.map(({ child }) => child);
  const nobody = (await unallocatedOn(tx, tables, on)).filter(({ worker }) => worker !== null && ids.includes(worker));
  const shown = [...new Set([...children, ...nobody.map(({ child }) => child)])];
  const read: Read = {
    asking,
    needs,
    workers,
    held,
    nobody,
    faces: await facesOfListed(tx, shown),
    clocks: await clocksOfChildren(tx, tables, on, children, mendableIn(needs.statute.duties)),
    weights: await weightsOf(tx, children, on, knownAt),
    carers: grouped(await carersSupervisedBy(tx, ids, on, knownAt), ({ worker }) => worker),
    standings: grouped(await standingsOf(tx, ids, knownAt), ({ party }) => party),
    policies: await policiesOf(tx, knownAt),
  };
  const page: TeamPage = {
    ...asking,
    team,
    workers: workersShown(read),
    unallocated: nobody.filter(({ child }) => read.faces.has(child)).map((each) => unallocatedShown(each, read)),
    closed: nobody.filter(({ child }) => !read.faces.has(child)).length,
    week: dueThisWeek(read),
    untold: [...read.clocks.values()].filter(({ untold }) => untold.length > 0).length,
    statuteVersion: needs.statute.version,
  };
  return { page, children: [...read.faces.keys()] };
}

type Read = {
  readonly asking: AskedDay;
  readonly needs: CountyNeeds;
  readonly workers: readonly WorkerRow[];
  readonly held: readonly HeldChild[];
  readonly nobody: readonly UnallocatedChild[];
  readonly faces: ReadonlyMap<Id, ChildFace>;
  readonly clocks: ReadonlyMap<Id, ClocksOfChild>;
  readonly weights: Awaited<ReturnType<typeof weightsOf>>;
  readonly carers: ReadonlyMap<Id, readonly unknown[]>;
  readonly standings: ReadonlyMap<Id, Awaited<ReturnType<typeof standingsOf>>>;
  readonly policies: Awaited<ReturnType<typeof policiesOf>>;
};

/** Who is in post, and who is not and is still named: the heaviest caseload first. A manager stands here who holds children. */
function workersShown(read: Read): TeamWorker[] {
  const { on } = read.asking.asked;
  const by = grouped(read.held, ({ worker }) => worker);
  const all = read.workers.map((row): TeamWorker => {
    const held = by.get(row.worker) ?? [];
    const carers = read.carers.get(row.worker)?.length ?? 0;
    const away = held.filter(({ because }) => because !== null);
    const pointsOf = (some: typeof held): number =>
      some.reduce((sum, { child }) => sum + (read.weights.get(child)?.points ?? 0), 0);
    const post = postOn(read.standings.get(row.worker) ?? [], on);
    return {
      href: `/workers/${row.worker}${askedQuery(read.asking.asked)}`,
      name: row.name,
      grade: row.grade,
      agency: row.agency,
      children: held.length,
      carers,
      points: pointsOf(held) + carers * weightOf(['carer']).points,
      protectedAt: protectedPoints(row.grade, post.since, on),
      notHeld: away.length,
      pointsNotHeld: pointsOf(away),
      late: held.reduce((sum, { child }) => sum + (read.clocks.get(child)?.late.length ?? 0), 0),
      post,
    };
  });
  return all
    .filter(
      ({ post, grade, children, carers }) =>
        children + carers > 0 || (post.inPost === true && grade !== 'team-manager'),
    )
    .sort((a, b) => b.points - a.points || a.name.localeCompare(b.name, 'en-GB'));
}

function unallocatedShown({ child, since, because, worker }: UnallocatedChild, read: Read): TeamUnallocated {
  const { asked } = read.asking;
  const { words: reason, detail } = reasonWords(because);
  return {
    href: `${childPath(child)}${askedQuery(asked)}`,
    heading: headingIn(read, child),
    // The first day without is day 1, as on the register and the child's page.
    days: daysBetween(since, asked.on) + 1,
    since,
    reason,
    detail,
    worker: read.workers.find((each) => each.worker === worker)?.name ?? null,
  };
}

function headingIn({ faces, asking }: Read, child: Id): string {
  const face = faces.get(child);
  return face ? headingOf(face, asking.asked.on) : 'No council id';
}

function dueThisWeek(read: Read): TeamPage['week'] {
  const { needs, asking, held, policies } = read;
  const { on } = asking.asked;
  const law = listLawOf({ duties: needs.statute.duties, calendarOf: needs.calendarOf }, policies);
  const week = daysAhead(law.calendar, on, WEEK);
  if (!week) return null;
  const last = toEpochDay(week.until);
  const names = new Map(read.workers.map(({ worker, name }) => [worker, name]));
  const due = held.flatMap(({ child, worker }) =>
    (read.clocks.get(child)?.ahead ?? []).flatMap(
      (clock): (TeamDue & { readonly day: number; readonly child: Id })[] =>
        clock.dueOn === null || clock.dueOn > last
          ? []
          : [
              {
                href: `${childPath(child)}${askedQuery(asking.asked)}`,
                heading: headingIn(read, child),
                worker: names.get(worker) ?? '',
                line: owedLine(clock, on, law),
                day: clock.dueOn,
                child,
              },
            ],
    ),
  );
  const named = due.filter(({ child }) => read.faces.has(child));
  return {
    ...week,
    closed: due.length - named.length,
    due: named.sort((a, b) => a.day - b.day || a.heading.localeCompare(b.heading, 'en-GB')),
  };
}
