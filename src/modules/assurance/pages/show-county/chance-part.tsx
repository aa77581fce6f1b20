import type { VNode } from 'preact';
import { countOf, plainDay, shortDay } from '../../../../ui/dates-in-words.ts';
import { Provenance } from '../../../../ui/provenance.tsx';
import { Table } from '../../../../ui/table.tsx';
import { Section } from '../../../../ui/text.tsx';
import { askedQuery } from '../../../asked.ts';
import { funnelFinding, inFigures, trendFinding } from '../../core/county-words.ts';
import type { FunnelTeam } from '../../core/funnel.ts';
import type { Signal } from '../../core/process-limits.ts';
import { Sideways } from '../sideways.tsx';
import { FunnelChart } from './funnel-chart.tsx';
import type { CountyPage } from './show-county.model.ts';
import { TrendChart, trendInWords } from './trend-chart.tsx';

/** What chance explains and what it does not: the county over three years, and its teams beside each other. */
export function ChancePart({ county }: { readonly county: CountyPage }): VNode {
  const trend = trendFinding(county.trend);
  const funnel = funnelFinding(county.funnel);
  return (
    <>
      <div class="sl-halves">
        <Section id="trend" heading={trend.heading}>
          <p>{trend.sentence}</p>
          {county.trend.points.length > 1 && (
            <Sideways label="Chart of the weeks">
              <TrendChart trend={county.trend} title={trendInWords(county.trend)} />
            </Sideways>
          )}
        </Section>
        <Section id="teams" heading={funnel.heading}>
          <p>{funnel.sentence}</p>
          {county.funnel.proportion !== null && (
            <Sideways label="Chart of the teams">
              <FunnelChart funnel={county.funnel} />
            </Sideways>
          )}
        </Section>
      </div>
      <Tables county={county} />
      <HowJudged county={county} />
    </>
  );
}

function Tables({ county }: { county: CountyPage }) {
  const { points } = county.trend;
  const { teams } = county.funnel;
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Both charts as tables</span>
      </summary>
      <div class="sl-halves">
        <Table
          caption="Children with at least one gap, by week, latest first"
          showCaption
          columns={[{ heading: 'Day' }, { heading: 'Children', figures: true }, { heading: 'Against ordinary weeks' }]}
          rows={[...points]
            .reverse()
            .map(({ on, value, signal }) => [shortDay(on), inFigures(value), signalInWords(signal)])}
        />
        <Table
          caption="Teams: those that stand apart first, the others by name"
          showCaption
          columns={[
            { heading: 'Team' },
            { heading: 'Not seen', figures: true },
            { heading: 'Open', figures: true },
            { heading: 'Chance explains', figures: true, keepTogether: true },
            { heading: 'Stands' },
          ]}
          rows={teams.map((team) => [
            county.leadsToTeams ? (
              <a href={`/teams/${team.team}${askedQuery(county.asked)}`}>{team.name}</a>
            ) : (
              team.name
            ),
            inFigures(team.count),
            inFigures(team.size),
            team.stands === 'too-small' ? '' : `${team.fewest} to ${team.most}`,
            STANDS[team.stands],
          ])}
        />
      </div>
    </details>
  );
}

const STANDS: Record<FunnelTeam['stands'], string> = {
  above: 'Apart: more than chance explains',
  below: 'Apart: fewer than chance explains',
  high: 'Within chance, near the limit',
  low: 'Within chance, near the limit',
  inside: 'Within chance',
  'too-small': 'Too small to judge',
};

function signalInWords(signal: Signal | null): string {
  if (signal === null) return 'Ordinary, or before the limits';
  if (signal.rule === 'outside') return signal.side === 'above' ? 'Above the limit' : 'Below the limit';
  return signal.rule === 'run'
    ? `Eight or more in a row ${signal.side} the mean`
    : `Three of four near the ${signal.side === 'above' ? 'upper' : 'lower'} limit`;
}

function HowJudged({ county: { asked, trend, funnel, withoutTeam } }: { county: CountyPage }) {
  const basis = trend.stretches.at(-1)?.basis;
  const [from, until] = basis ? [trend.points[basis.from]?.on, trend.points[basis.until - 1]?.on] : [];
  return (
    <Provenance happenedBy={asked.on} knownAt={asked.knownAt}>
      {from && until && (
        <>
          Ordinary weeks are those from {plainDay(from)} to {plainDay(until)} (XmR: mean ± 2.66 mean moving ranges). The
          limits move only when somebody states why; nobody has.{' '}
        </>
      )}
      Teams are compared by exact binomial limits (95% shaded, 99.8% drawn) round the county’s own share; a team with
      fewer than {funnel.leastSize} open children is drawn and not judged. A child’s team is that of the worker named as
      holder, as recorded now.{' '}
      {withoutTeam.open > 0 && (
        <>
          {countOf(withoutTeam.open, 'child stands', 'children stand')} in no team’s count: no worker with a team is
          named
          {withoutTeam.notSeen > 0 && `; ${inFigures(withoutTeam.notSeen)} of them not seen in time`}.
        </>
      )}
    </Provenance>
  );
}
