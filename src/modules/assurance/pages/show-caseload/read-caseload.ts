import type { Id } from '../../../../kernel/id.ts';
import { toEpochDay } from '../../../../kernel/local-date.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { policiesOf, standingsOf } from '../../../../sight/store/read-facts.ts';
import type { AskedDay } from '../../../asked.ts';
import { listLawOf, mendableIn } from '../../../listed-clock.ts';
import { caseloadOf, type Weight, weightOf } from '../../../workforce/public.ts';
import type { Ahead, ClocksOfChild } from '../../core/caseload.ts';
import type { CaseloadCounts } from '../../core/caseload-words.ts';
import { daysAhead, FORTNIGHT, WEEK } from '../../core/days-ahead.ts';
import { postOn, protectedPoints } from '../../core/post-on-a-day.ts';
import { childrenHeldBy, everHeldBy, type HeldChild } from '../../store/children-held.ts';
import { clocksOfChildren } from '../../store/clocks-of-children.ts';
import { facesOfListed } from '../../store/listed-faces.ts';
import type { WorkerRow } from '../../store/team-workers.ts';
import { carersSupervisedBy, weightsOf } from '../../store/weights-of-children.ts';
import type { CountyNeeds } from '../county-needs.ts';
import { type CaseloadPage, caseloadRow, groupsOf } from './caseload.model.ts';

type Whose = Pick<CaseloadPage, 'own' | 'here' | 'unseenNotices' | 'wordsRaised'> & { readonly worker: WorkerRow };

/** One worker's children on a day: only what stands in this worker's name is read. */
export async function readCaseload(
  tx: Tx,
  needs: CountyNeeds,
  { worker, own, here, unseenNotices, wordsRaised }: Whose,
  asking: AskedDay,
): Promise<{ readonly page: CaseloadPage; readonly children: readonly Id[] }> {
  const { asked } = asking;
  const { on, knownAt } = asked;
  const tables = await needs.tables(tx, asked, await everHeldBy(tx, [worker.worker], asked));
  const held = await childrenHeldBy(tx, tables, on, [worker.worker]);
  const children = held.map(({ child }) => child);
  const carers = await carersSupervisedBy(tx, [worker.worker], on, knownAt);
  const clocks = await clocksOfChildren(tx, tables, on, children, mendableIn(needs.statute.duties));
  const weights = await weightsOf(tx, children, on, knownAt);
  const faces = await facesOfListed(tx, children);
  const law = listLawOf({ duties: needs.statute.duties, calendarOf: needs.calendarOf }, await policiesOf(tx, knownAt));
  const [week, fortnight] = [daysAhead(law.calendar, on, WEEK), daysAhead(law.calendar, on, FORTNIGHT)];
  const days: Ahead = week && fortnight ? { week: week.until, fortnight: fortnight.until } : null;
  const post = postOn(await standingsOf(tx, [worker.worker], knownAt), on);
  const rows = held
    .filter(({ child }) => faces.has(child))
    .flatMap((each) => {
      const own = clocks.get(each.child);
      const weight = weights.get(each.child);
      if (!own || !weight) return [];
      return [
        {
          clocks: own,
          row: caseloadRow({ held: each, face: faces.get(each.child), clocks: own, weight, asked, days, law }),
        },
      ];
    });
  const page: CaseloadPage = {
    ...asking,
    worker,
    own,
    here,
    unseenNotices,
    wordsRaised,
    post,
    counts: countsOf(held, [...clocks.values()], carers.length, on),
    groups: groupsOf(rows),
    closed: held.filter(({ child }) => !faces.has(child)).length,
    week: week ?? null,
    fortnight: fortnight ?? null,
    caseload: caseloadOf([...weights.values(), ...carers.map((): Weight => weightOf(['carer']))]),
    protectedAt: protectedPoints(worker.grade, post.since, on),
    statuteVersion: needs.statute.version,
  };
  return { page, children: [...faces.keys()] };
}

function countsOf(
  held: readonly HeldChild[],
  clocks: readonly ClocksOfChild[],
  carers: number,
  on: CaseloadPage['asked']['on'],
): CaseloadCounts {
  const sum = (of: (each: ClocksOfChild) => number): number => clocks.reduce((all, each) => all + of(each), 0);
  const today = toEpochDay(on);
  return {
    children: held.length,
    carers,
    notHeld: held.filter(({ because }) => because !== null).length,
    late: sum(({ late }) => late.length),
    dueToday: sum(({ ahead }) => ahead.filter(({ dueOn }) => dueOn === today).length),
    notSeen: held.filter(({ notSeen }) => notSeen).length,
    seenUntold: held.filter(({ seenUntold }) => seenUntold).length,
    untold: sum(({ untold }) => untold.length),
  };
}
