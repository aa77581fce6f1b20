import type { VNode } from 'preact';
import { countOf, longDay, shortDay } from '../../../../ui/dates-in-words.ts';
import type { HousePage } from '../../../../ui/house-page.ts';
import { Layout } from '../../../../ui/layout.tsx';
import { NotOpened } from '../../../../ui/not-opened.tsx';
import { Provenance } from '../../../../ui/provenance.tsx';
import { StatusWord } from '../../../../ui/status-word.tsx';
import { Table } from '../../../../ui/table.tsx';
import { Lead, PageTitle, Quiet, Section } from '../../../../ui/text.tsx';
import { askedQuery } from '../../../asked.ts';
import { TEAM_KIND_WORDS } from '../../core/caseload-words.ts';
import { inFigures } from '../../core/county-words.ts';
import { teamFinding } from '../../core/team-words.ts';
import { CountyAsOf } from '../county-as-of.tsx';
import type { OwedLine } from '../show-caseload/caseload.model.ts';
import { isOverProtected, type TeamPage } from './team.model.ts';
import { TeamCaseloads } from './team-caseloads.tsx';

type TeamViewProps = { readonly house: HousePage; readonly shown: TeamPage };
const withoutYear = (day: string): string => day.replace(/ \d{4}$/, '');

/** One team: whom nobody holds, who carries what, and what runs out this week. */
export function TeamView({ house, shown }: TeamViewProps): VNode {
  const { asked, typed, fault, team } = shown;
  return (
    <Layout house={house} title={team.name} nav="/teams" refused={fault !== null}>
      <PageTitle caption={<Caption shown={shown} />}>
        {team.name}: {findingOf(shown)}
      </PageTitle>
      <Carried shown={shown} />
      <CountyAsOf asked={asked} typed={typed} fault={fault} here={`/teams/${team.team}`} />
      <Unallocated shown={shown} />
      <TeamCaseloads shown={shown} />
      <ThisWeek shown={shown} />
      <Provenance happenedBy={asked.on} knownAt={asked.knownAt}>
        The team of a child is that of the worker who is named, or was last. Names, grades, managers and who belongs to
        which team are as recorded now.
      </Provenance>
    </Layout>
  );
}

const sum = (shown: TeamPage, of: 'children' | 'carers' | 'points'): number =>
  shown.workers.reduce((all, worker) => all + worker[of], 0);

const findingOf = (shown: TeamPage): string =>
  teamFinding(
    {
      children: sum(shown, 'children'),
      carers: sum(shown, 'carers'),
      unallocated: shown.unallocated.length + shown.closed,
      due: shown.week === null ? null : shown.week.due.length + shown.week.closed,
      lastWorked: shown.week?.lastWorked ?? null,
      overProtected: shown.workers.filter(isOverProtected).length,
    },
    (day) => withoutYear(longDay(day)),
  );

const Caption = ({ shown: { team, asked } }: { shown: TeamPage }) => (
  <>
    <a href={`/teams${askedQuery(asked)}`}>Teams</a>
    {[team.kind && TEAM_KIND_WORDS[team.kind], team.district, longDay(asked.on)]
      .filter(Boolean)
      .map((part) => ` · ${part}`)}
  </>
);

function Carried({ shown }: { shown: TeamPage }) {
  const { workers, team, untold } = shown;
  const inPost = workers.filter(({ post }) => post.inPost === true).length;
  const left = workers.length - inPost;
  const carers = sum(shown, 'carers');
  return (
    <Lead>
      <strong>{countOf(sum(shown, 'children'), 'child', 'children')}</strong>
      {carers > 0 && ` and ${countOf(carers, 'foster carer')}`}, {countOf(sum(shown, 'points'), 'point')} of work;{' '}
      {countOf(inPost, 'worker')} in post
      {left > 0 && `, and ${inFigures(left)} named who ${left === 1 ? 'is' : 'are'} not`}.{' '}
      {team.manager === null ? 'No manager is named.' : `${team.manager} answers for the team.`}{' '}
      {untold > 0 && (
        <span class="sl-unknown">Of {countOf(untold, 'child', 'children')} something cannot be told.</span>
      )}
    </Lead>
  );
}

const Unallocated = ({ shown: { unallocated, closed } }: { shown: TeamPage }) => (
  <Section
    id="unallocated"
    heading={
      unallocated.length + closed === 0
        ? 'Nobody here is without a social worker'
        : `Nobody holds ${countOf(unallocated.length + closed, 'child', 'children')}, longest first`
    }
  >
    {unallocated.length + closed === 0 ? (
      <p>Every open child whom this team held last is held by somebody, as far as the record can tell.</p>
    ) : (
      <Table
        caption="Children whom nobody holds, longest first"
        columns={[
          { heading: 'Child' },
          { heading: 'Days', figures: true },
          { heading: 'Reason' },
          { heading: 'Named, or last named' },
        ]}
        rows={unallocated.map(({ href, heading, days, since, reason, detail, worker }) => [
          <a href={href}>{heading}</a>,
          <strong>{inFigures(days)}</strong>,
          <>
            {reason}
            <br />
            <Quiet>
              {detail === '' ? '' : `${detail}, `}since {shortDay(since)}
            </Quiet>
          </>,
          worker ?? <Quiet>nobody</Quiet>,
        ])}
      />
    )}
    <NotOpened children={closed} />
  </Section>
);

function ThisWeek({ shown: { week } }: { shown: TeamPage }) {
  if (week === null)
    return (
      <Section id="week" heading="What runs out this week">
        <p>We cannot tell: bank holidays are not known so far ahead.</p>
      </Section>
    );
  const last = withoutYear(longDay(week.lastWorked));
  const count = week.due.length + week.closed;
  return (
    <Section
      id="week"
      heading={
        count === 0 ? `Nothing runs out by ${last}` : `${countOf(count, 'duty runs', 'duties run')} out by ${last}`
      }
    >
      {count === 0 ? (
        <p>No clock of a child in this team’s names falls due in the next five working days.</p>
      ) : (
        <Table
          caption="Duties that run out in the next five working days, by day"
          columns={[
            { heading: 'Due', keepTogether: true },
            { heading: 'Child', namesRow: true },
            { heading: 'Duty' },
            { heading: 'Worker' },
          ]}
          rows={week.due.map(({ href, heading, worker, line }) => [
            <Due line={line} />,
            <a href={href}>{heading}</a>,
            line.title,
            worker,
          ])}
        />
      )}
      <NotOpened children={week.closed} />
    </Section>
  );
}

const Due = ({ line: { status, due } }: { line: OwedLine }) =>
  status === 'Today' ? (
    <StatusWord verdict="due-soon" text={status} />
  ) : (
    <>
      <strong>{status}</strong>
      <br />
      <Quiet>{due}</Quiet>
    </>
  );
