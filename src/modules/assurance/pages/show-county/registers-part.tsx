import type { VNode } from 'preact';
import { GAPS, type Gap } from '../../../../sight/span-kinds.ts';
import { countOf, dayAndMonth, longDay } from '../../../../ui/dates-in-words.ts';
import { Provenance } from '../../../../ui/provenance.tsx';
import { Table } from '../../../../ui/table.tsx';
import { Missed, Quiet, Section } from '../../../../ui/text.tsx';
import { askedQuery } from '../../../asked.ts';
import { agree, changeInWords, inFigures } from '../../core/county-words.ts';
import { REGISTER_WORDS } from '../../core/gap-words.ts';
import type { CountyPage } from './show-county.model.ts';
import { Sparkline } from './sparkline.tsx';

const WEEKDAY = /^\w+/;
const WEEKS = 53;

/** The four registers: how many, what changed, the longest, and the year. */
export function RegistersPart({ county }: { readonly county: CountyPage }): VNode {
  const { asked, counts, weekBefore, weeks, statuteVersion } = county;
  const weekday = WEEKDAY.exec(longDay(weekBefore))?.[0] ?? '';
  return (
    <Section id="registers" heading={`The four registers, and what changed since last ${weekday}`}>
      <div class="sl-regs">
        <Table
          caption="Four registers"
          columns={[
            { heading: 'Register' },
            { heading: 'Children', figures: true },
            { heading: `Since ${dayAndMonth(weekBefore)}`, figures: true, keepTogether: true },
            { heading: 'Longest', figures: true, keepTogether: true },
            { heading: '52 weeks, from zero' },
          ]}
          rows={GAPS.map((gap) => [
            <Named county={county} gap={gap} />,
            <span class="sl-big">{inFigures(countOn(county, gap)?.children ?? 0)}</span>,
            <Change county={county} gap={gap} />,
            countOn(county, gap)?.longest == null ? '' : countOf(countOn(county, gap)?.longest ?? 0, 'day'),
            <Sparkline values={weeks.slice(-WEEKS).map((week) => week[gap])} />,
          ])}
        />
      </div>
      <Provenance happenedBy={asked.on} knownAt={asked.knownAt}>
        A child can be on more than one register, so the four do not add up to {inFigures(counts.missing)}. Counting
        begins on the first day of a gap and goes on when only its reason changes. Last week is counted by what{' '}
        {asked.how === 'then' ? 'was known then' : 'is known now'}. Law of {statuteVersion.slice(0, 8)}.{' '}
        <a href="#definitions">Definitions</a>
      </Provenance>
    </Section>
  );
}

const countOn = ({ registers }: CountyPage, gap: Gap) => registers.find(({ register }) => register === gap);

function Named({ county, gap }: { county: CountyPage; gap: Gap }) {
  const { open, untold } = county.counts;
  const { address, title, have, not } = REGISTER_WORDS[gap];
  const lacking = countOn(county, gap)?.children ?? 0;
  const had = open - lacking - untold[gap];
  return (
    <>
      <a href={`/registers/${address}${askedQuery(county.asked)}`}>
        <strong>{title}</strong>
      </a>
      <br />
      Of {inFigures(open)} children open, {inFigures(had)} {agree(had, have)};{' '}
      <strong>
        {inFigures(lacking)} {agree(lacking, not)}
      </strong>
      .{untold[gap] > 0 && ` For ${inFigures(untold[gap])} we cannot tell.`}
    </>
  );
}

function Change({ county, gap }: { county: CountyPage; gap: Gap }) {
  const count = countOn(county, gap);
  if (!count) return <Quiet>no change</Quiet>;
  const words = changeInWords(count.children, count.before);
  return (
    <>
      {count.children > count.before ? <Missed>{words}</Missed> : <strong>{words}</strong>}
      <br />
      <Quiet>
        {inFigures(count.joined)} joined, {inFigures(count.left)} left
      </Quiet>
    </>
  );
}
