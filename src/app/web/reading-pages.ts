import { mayDo } from '../../modules/access/public.ts';
import { unseenNotices } from '../../modules/access/store/openings/openings.ts';
import type { CountyNeeds } from '../../modules/assurance/pages/county-needs.ts';
import { explainVerdictPage } from '../../modules/assurance/pages/explain-verdict/explain-verdict.page.tsx';
import { dutyPages } from '../../modules/assurance/pages/list-duties/duty-pages.tsx';
import { teamPages } from '../../modules/assurance/pages/list-teams/team-pages.tsx';
import { caseloadPages } from '../../modules/assurance/pages/show-caseload/caseload.page.tsx';
import { showCountyPage } from '../../modules/assurance/pages/show-county/show-county.page.tsx';
import { showCountyImagePage } from '../../modules/assurance/pages/show-county-image/show-county-image.page.tsx';
import { registerPages } from '../../modules/assurance/pages/show-register/show-register.page.tsx';
import type { ChildSection } from '../../modules/child-page.ts';
import { listChildrenPages } from '../../modules/people/pages/list-children/list-children.page.tsx';
import { coreSections } from '../../modules/people/pages/show-child/core-sections.tsx';
import {
  type ChildReading,
  type LinksOf,
  showChildPage,
} from '../../modules/people/pages/show-child/show-child.page.tsx';
import { openDisagreements } from '../../modules/returns/store/open-disagreements.ts';
import type { Page } from '../../platform/http/page.ts';
import { clocksAsked, spansAsked } from '../../sight/store/asked-tables.ts';
import type { Duty } from '../../statute/duty.ts';
import { HOUSE } from '../house-mark.ts';
import { readChild, readVerdicts } from '../read-child.ts';
import { type Reading, timesOf } from '../reading.ts';

/** The forms about one child, by what each needs. */
const ACTIONS = [
  { text: 'Record a visit', permission: 'visit:record', form: 'visits/new' },
  { text: 'Allocate a worker', permission: 'allocation:record', form: 'allocation' },
] as const;

/** Who may open the record, who did, and that one should not. */
const ACCESS = [
  { text: 'Who may open this record', permission: 'log:read', form: 'people-who-may-see' },
  { text: 'Access log', permission: 'log:read', form: 'access-log' },
  { text: 'I know this child', permission: 'child:read', form: 'interest' },
] as const;

const linksOf: LinksOf = ({ roles }, child) => {
  const open = (links: typeof ACTIONS | typeof ACCESS) =>
    links
      .filter(({ permission }) => mayDo(roles, permission))
      .map(({ text, form }) => ({ text, href: `/children/${child}/${form}` }));
  return { writing: open(ACTIONS), access: open(ACCESS) };
};

/** The pages that read: children, one child, why, and the law. Sections that modules offer stand between the core ones. */
export function readingPages(reading: Reading, offered: readonly ChildSection[] = []): readonly Page[] {
  const { statute } = reading;
  const calendarOf = (duty: Duty) => {
    const calendar = statute.calendars.get(duty.calendar);
    if (!calendar) throw new Error(`the calendar ${duty.calendar} is not held`);
    return calendar;
  };
  const childReading: ChildReading = {
    times: ({ db, identity, now, today }) => timesOf(db, identity, { now, today }),
    read: (tx, child, asked) => readChild(tx, reading, child, asked),
  };
  const lawOf = (id: string) => {
    const duty = statute.duties.find((each) => each.id === id);
    return duty && { duty, calendar: calendarOf(duty), sources: statute.sources, version: statute.version };
  };
  const county: CountyNeeds = {
    statute,
    calendarOf,
    times: childReading.times,
    spans: async (tx, asked) => ({ spans: await spansAsked(tx, reading, asked) }),
    tables: async (tx, asked, among) => ({
      spans: await spansAsked(tx, reading, asked, among),
      clocks: await clocksAsked(tx, reading, asked, among),
    }),
    leftByFiles: (db) => db.as(HOUSE, openDisagreements), // a figure of the whole county, whoever reads it
    unseenNotices,
    mayReadChildren: ({ roles }) => mayDo(roles, 'child:read'),
  };
  return [
    showCountyPage(county),
    showCountyImagePage(county),
    ...registerPages(county),
    ...teamPages(county),
    ...caseloadPages(county),
    ...listChildrenPages({ ...childReading, duties: statute.duties, calendarOf }),
    showChildPage(childReading, [...coreSections, ...offered], {
      linksOf,
      mayOf: ({ roles }, permission) => mayDo(roles, permission),
    }),
    explainVerdictPage({
      times: childReading.times,
      read: (tx, child, asked) => readVerdicts(tx, reading, child, asked),
      lawOf,
    }),
    ...dutyPages(statute),
  ];
}
