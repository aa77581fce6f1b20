import type { VNode } from 'preact';
import { countOf, longDay } from '../../../../ui/dates-in-words.ts';
import type { HousePage } from '../../../../ui/house-page.ts';
import { Layout } from '../../../../ui/layout.tsx';
import { Provenance } from '../../../../ui/provenance.tsx';
import { Table } from '../../../../ui/table.tsx';
import { Lead, Missed, PageTitle, Quiet } from '../../../../ui/text.tsx';
import { askedQuery } from '../../../asked.ts';
import { TEAM_KIND_WORDS } from '../../core/caseload-words.ts';
import { funnelFinding, inFigures } from '../../core/county-words.ts';
import { teamsFinding } from '../../core/team-words.ts';
import { CountyAsOf } from '../county-as-of.tsx';
import { Sideways } from '../sideways.tsx';
import type { ListedTeam, TeamsPage } from './teams.model.ts';

type TeamsViewProps = { readonly house: HousePage; readonly list: TeamsPage };

/** Every team with what it holds; only those that chance does not explain stand before the others. */
export function TeamsView({ house, list }: TeamsViewProps): VNode {
  const { asked, typed, fault, counted, teams, unallocated } = list;
  return (
    <Layout house={house} title="Teams" nav="/teams" refused={fault !== null}>
      <PageTitle caption={`Teams · ${longDay(asked.on)}`}>{teamsFinding(counted.funnel, unallocated)}</PageTitle>
      <Finding list={list} />
      <CountyAsOf asked={asked} typed={typed} fault={fault} here="/teams" />
      {teams.length > 0 && (
        <Sideways label="Table of the teams">
          <Teams list={list} />
        </Sideways>
      )}
      <Provenance happenedBy={asked.on} knownAt={asked.knownAt}>
        A child’s team is that of the worker who is named, or was last. Names, managers and teams are as recorded now. A
        team with fewer than {counted.funnel.leastSize} open children is not compared. Late: duties past their due day
        that still run.
      </Provenance>
    </Layout>
  );
}

function Finding({ list: { teams, open, unallocated, counted } }: { list: TeamsPage }) {
  if (teams.length === 0) return <Lead>No team is recorded yet. Load or record the council’s teams first.</Lead>;
  const { withoutTeam, funnel } = counted;
  return (
    <Lead>
      <strong>{countOf(teams.length, 'team')}</strong> and {countOf(open, 'open child', 'open children')}
      {withoutTeam.children > 0 && <>, {inFigures(withoutTeam.children)} of them in no team’s name</>}.{' '}
      {unallocated > 0 && (
        <>
          <Missed>{countOf(unallocated, 'child has', 'children have')} no social worker</Missed>
          {withoutTeam.unallocated > 0 && `, ${inFigures(withoutTeam.unallocated)} of whom no team held before`}.{' '}
        </>
      )}
      {funnelFinding(funnel).sentence}
    </Lead>
  );
}

const Teams = ({ list: { teams, asked } }: { list: TeamsPage }) => (
  <Table
    caption="Teams: those that stand apart first, the others by name"
    columns={[
      { heading: 'Team' },
      { heading: 'Answers for it' },
      { heading: 'In post', figures: true },
      { heading: 'Children', figures: true },
      { heading: 'Unallocated, last held here', figures: true },
      { heading: 'Not seen in time', figures: true },
      { heading: 'Late duties', figures: true },
    ]}
    rows={teams.map((team) => [
      <Team team={team} query={askedQuery(asked)} />,
      team.manager ?? <Quiet>nobody is named</Quiet>,
      inFigures(team.inPost),
      inFigures(team.children),
      team.unallocated === 0 ? '0' : <Missed>{inFigures(team.unallocated)}</Missed>,
      <Seen team={team} />,
      inFigures(team.late),
    ])}
  />
);

const Team = ({ team: { team, name, kind, district }, query }: { team: ListedTeam; query: string }) => {
  const detail = [kind && TEAM_KIND_WORDS[kind], district !== null && !name.includes(district) && district];
  return (
    <>
      <a href={`/teams/${team}${query}`}>{name}</a>
      <br />
      <Quiet>{detail.filter(Boolean).join(', ') || 'What it does is not recorded'}</Quiet>
    </>
  );
};

/** A count with what chance explains; a word only where it does not. */
function Seen({ team: { count, fewest, most, stands } }: { team: ListedTeam }) {
  const apart = stands === 'above' ? 'more than' : stands === 'below' ? 'fewer than' : null;
  return (
    <>
      {stands === 'above' ? <Missed>{inFigures(count)}</Missed> : inFigures(count)}
      <br />
      <Quiet>
        {stands === 'too-small'
          ? 'not compared'
          : `${apart === null ? 'chance' : `${apart} chance`}: ${fewest} to ${most}`}
      </Quiet>
    </>
  );
}
