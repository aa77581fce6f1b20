import { z } from 'zod';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { type Answer, notFound, refuse, render } from '../../../../platform/http/answer.ts';
import { type Page, type PageRequest, page } from '../../../../platform/http/page.ts';
import { settledMark } from '../../../../record/store/in-flight.ts';
import { anyOf } from '../../../../sight/fact-words.ts';
import type { Policy } from '../../../../sight/facts.ts';
import { policiesOf } from '../../../../sight/store/read-facts.ts';
import type { Duty } from '../../../../statute/duty.ts';
import type { Statute } from '../../../../statute/statute.ts';
import { dutyOnADay } from '../../core/duty-on-a-day.ts';
import { ShowDutyView } from '../show-duty/show-duty.view.tsx';
import { readLawDay } from './law-of-a-day.ts';
import { type DutyArea, ListDutiesView } from './list-duties.view.tsx';

const NO_CHILD = { none: 'shows the law, and no child' } as const;

/** The duty register with the law of a chosen day, and a page for each duty with its history. */
export const dutyPages = (statute: Statute): readonly Page[] => [
  page({
    path: '/duties',
    permission: 'duty:read',
    about: 'nobody',
    audit: NO_CHILD,
    query: z.record(z.string(), z.unknown()),
    handle: async (request): Promise<Answer> => {
      const day = readLawDay(request.query, request.today);
      const policies = await policiesNow(request);
      const areas = areasOf(statute, policies, day.on);
      const view = <ListDutiesView house={request.house} day={day} areas={areas} version={statute.version} />;
      return day.fault === null ? render(view) : refuse(422, view);
    },
  }),
  page({
    path: '/duties/:duty',
    permission: 'duty:read',
    about: 'nobody',
    audit: NO_CHILD,
    params: z.object({ duty: z.string().max(100) }),
    handle: async (request): Promise<Answer> => {
      const duty = statute.duties.find(({ id }) => id === request.params.duty);
      if (!duty) return notFound;
      const today = dutyOnADay(duty, await policiesNow(request), request.today);
      return render(
        <ShowDutyView
          house={request.house}
          duty={duty}
          today={today}
          sources={statute.sources}
          {...beginsAndEnds(duty)}
        />,
      );
    },
  }),
];

/** The council's policies as known now. Nothing else of the record is asked: the law is the same for every child. */
async function policiesNow({ db, identity, now }: Pick<PageRequest, 'db' | 'identity' | 'now'>): Promise<Policy[]> {
  const mark = await settledMark(db, now);
  return db.as(identity, (tx) => policiesOf(tx, mark));
}

/** The register by the areas of the service, in the order of their names. */
export function areasOf(statute: Statute, policies: readonly Policy[], on: LocalDate): DutyArea[] {
  const names = [...new Set(statute.areas.values())].sort();
  return names.map((area) => ({
    area,
    duties: statute.duties
      .filter(({ id }) => statute.areas.get(id) === area)
      .map((duty) => dutyOnADay(duty, policies, on)),
  }));
}

/** What begins a duty and what meets it, in the words for facts. */
export function beginsAndEnds(duty: Duty): { startsWith: string; metBy: string } {
  if (duty.shape === 'clock') {
    const again = duty.restarts ? '; then again after each time' : '';
    return { startsWith: anyOf(duty.starts.map(({ fact }) => fact)), metBy: `${anyOf(duty.meets)}${again}` };
  }
  const { check } = duty;
  switch (check.is) {
    case 'accompanied':
      return { startsWith: anyOf([check.for]), metBy: anyOf(check.by) };
    case 'not-preceded':
      return { startsWith: anyOf([check.for]), metBy: `no earlier one within ${check.withinMonths} months` };
    case 'never-both':
      return {
        startsWith: anyOf([check.first.opens, check.second.opens]),
        metBy: 'the two never being open on one day',
      };
    case 'reasoned-when-late':
      return { startsWith: `lateness with ${check.duty}`, metBy: 'a recorded reason' };
    case 'held-while-open':
      return { startsWith: 'the first concern', metBy: 'a named worker who is in post and present' };
  }
}
