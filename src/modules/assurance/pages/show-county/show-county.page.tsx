import { z } from 'zod';
import { addDays } from '../../../../kernel/local-date.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { type Answer, refuse, render } from '../../../../platform/http/answer.ts';
import { type Page, page } from '../../../../platform/http/page.ts';
import type { Policy } from '../../../../sight/facts.ts';
import { policiesOf } from '../../../../sight/store/read-facts.ts';
import { forceInWords } from '../../../../ui/status-word.tsx';
import type { AskedDay } from '../../../asked.ts';
import { limitInWords } from '../../../verdict-in-words.ts';
import { dueColumns, dueRows } from '../../core/due-columns.ts';
import { dutyOnADay } from '../../core/duty-on-a-day.ts';
import { funnelOf } from '../../core/funnel.ts';
import { judgeProcess } from '../../core/process-limits.ts';
import { countyNumbers, type LastNumbers } from '../../store/county-numbers.ts';
import { type CountyNeeds, countyAsked } from '../county-needs.ts';
import type { CountyPage, DueDuty } from './show-county.model.ts';
import { ShowCountyView } from './show-county.view.tsx';

/** The county as of any day: who is covered, what changed, what chance explains, what falls due, what nobody can tell. */
export const showCountyPage = (needs: CountyNeeds): Page => {
  const last: { current: LastNumbers } = { current: { key: null } };
  return page({
    path: '/county',
    permission: 'county:read',
    about: 'nobody',
    audit: { none: 'shows numbers and teams, and no child' },
    query: z.record(z.string(), z.unknown()),
    handle: async (request): Promise<Answer> => {
      const asked = await countyAsked(needs, request);
      const county = await request.db.as(request.identity, (tx) => readCounty(tx, needs, asked, last));
      const leftByFiles = asked.asked.how === 'now' ? await needs.leftByFiles(request.db) : null;
      const leadsToTeams = needs.mayReadChildren(request.person);
      const view = <ShowCountyView house={request.house} county={{ ...county, leadsToTeams, leftByFiles }} />;
      return asked.fault === null ? render(view) : refuse(422, view);
    },
  });
};

async function readCounty(
  tx: Tx,
  needs: CountyNeeds,
  { asked, typed, fault }: AskedDay,
  last: { current: LastNumbers },
): Promise<Omit<CountyPage, 'leadsToTeams' | 'leftByFiles'>> {
  const { duties, version } = needs.statute;
  const [first] = duties;
  const columns = first && dueColumns(needs.calendarOf(first), asked.on);
  const numbers = await countyNumbers(
    tx,
    {
      asked,
      dueUntil: columns?.until ?? asked.on,
      statute: version,
      tables: () => needs.tables(tx, asked),
    },
    last,
  );
  const { counts, registers, untold, weeks, teams, due } = numbers;
  const policies = await policiesOf(tx, asked.knownAt);
  return {
    asked,
    typed,
    fault,
    counts,
    registers,
    weekBefore: addDays(asked.on, -7),
    weeks,
    trend: judgeProcess(weeks.map(({ on, any }) => ({ on, value: any }))),
    funnel: funnelOf(teams.teams),
    withoutTeam: teams.withoutTeam,
    due: columns
      ? {
          columns,
          rows: dueRows(columns, due).map((row) => ({ ...row, ...dutyNamed(needs, policies, asked.on, row.duty) })),
        }
      : null,
    untold,
    statuteVersion: version,
  };
}

/** How the table of clocks names a duty: by the law of the day asked about. */
function dutyNamed(
  { statute }: CountyNeeds,
  policies: readonly Policy[],
  on: CountyPage['weekBefore'],
  id: string,
): DueDuty {
  const duty = statute.duties.find((each) => each.id === id);
  if (!duty) return { title: id, limit: null, force: '', ofCarer: false };
  const { title, limit, force } = dutyOnADay(duty, policies, on);
  const words = limit && limitInWords(limit.value, limit.unit);
  return {
    title,
    limit: words !== null && title.includes(words) ? null : words,
    force: forceInWords(force),
    ofCarer: duty.of === 'carer',
  };
}
