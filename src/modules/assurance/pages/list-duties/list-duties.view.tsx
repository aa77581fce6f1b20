import type { VNode } from 'preact';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { countOf, longDay, plainDay } from '../../../../ui/dates-in-words.ts';
import { ErrorSummary } from '../../../../ui/error-summary.tsx';
import type { HousePage } from '../../../../ui/house-page.ts';
import { Layout } from '../../../../ui/layout.tsx';
import { forceInWords } from '../../../../ui/status-word.tsx';
import { Table } from '../../../../ui/table.tsx';
import { Lead, PageTitle, Quiet, Section } from '../../../../ui/text.tsx';
import { confidenceInWords, limitInWords } from '../../../verdict-in-words.ts';
import type { DutyOnADay } from '../../core/duty-on-a-day.ts';
import { LawDayBar } from './law-day-bar.tsx';
import { areaInWords, type LawDay, SETTING_WORDS, settingInWords } from './law-of-a-day.ts';

/** The duties of one area of the service. */
export type DutyArea = { readonly area: string; readonly duties: readonly DutyOnADay[] };

type RegisterProps = {
  readonly house: HousePage;
  readonly day: LawDay;
  readonly areas: readonly DutyArea[];
  /** The SHA-256 over the whole statute. */
  readonly version: string;
};

/** Every duty, with the law of a chosen day. */
export function ListDutiesView({ house, day, areas, version }: RegisterProps): VNode {
  const all = areas.flatMap(({ duties }) => duties);
  const inForce = all.filter((duty) => duty.inForce).length;
  return (
    <Layout house={house} title="Duties and law" nav="/duties" refused={day.fault !== null}>
      <ErrorSummary faults={day.fault === null ? [] : [{ field: 'law-day', text: day.fault }]} />
      <PageTitle caption={longDay(day.on)}>Duties and law</PageTitle>
      <Lead>
        <strong>{countOf(inForce, 'duty', 'duties')}</strong> in force on {plainDay(day.on)}, of{' '}
        {countOf(all.length, 'duty', 'duties')} that Sightline can judge. A record is judged by the rule of the day on
        which the duty began.
      </Lead>
      <LawDayBar day={day} here="/duties" />
      {areas.map((area) => (
        <Area key={area.area} area={area} on={day.on} />
      ))}
      <p class="sl-provenance">
        Statute <span class="sl-code">{version.slice(0, 12)}</span>. Only an Act or regulations can be breached;
        guidance is not followed; a measure or the council’s own limit is neither.
      </p>
    </Layout>
  );
}

const Area = ({ area: { area, duties }, on }: { area: DutyArea; on: LocalDate }) => (
  <Section id={area} heading={areaInWords(area)}>
    <Table
      caption={`${areaInWords(area)}: duties on ${plainDay(on)}`}
      columns={[
        { heading: 'Duty', namesRow: true },
        { heading: 'Limit' },
        { heading: 'Force and source' },
        { heading: 'How sure we are' },
        { heading: 'This council' },
      ]}
      rows={duties.map((duty) => [
        <>
          <a href={`/duties/${duty.duty}`}>{duty.title}</a>
          <br />
          <Quiet>
            <span class="sl-code">{duty.duty}</span>
          </Quiet>
        </>,
        <Limit duty={duty} />,
        <>
          {forceInWords(duty.force)}
          <br />
          <Quiet>{duty.citation}</Quiet>
        </>,
        confidenceInWords(duty.confidence),
        <Council duty={duty} />,
      ])}
    />
  </Section>
);

const WHY_NOT = {
  'not-yet': 'Not in force: not yet made',
  ceased: 'Not in force: it has ceased',
  'switched-off': 'Switched off',
} as const;

function Limit({ duty }: { duty: DutyOnADay }) {
  if (duty.whyNot !== null) return <Quiet>{WHY_NOT[duty.whyNot]}</Quiet>;
  return (
    <>
      {duty.limit === null ? 'It must be so; no number of days' : limitInWords(duty.limit.value, duty.limit.unit)}
      {duty.relaxed && (
        <>
          <br />
          <Quiet>relaxed on this day by a temporary rule</Quiet>
        </>
      )}
    </>
  );
}

function Council({ duty: { maySet, hasSet } }: { duty: DutyOnADay }) {
  if (maySet.length === 0) return <Quiet>Nothing to set</Quiet>;
  return (
    <>
      {maySet.map(({ name, sets, may }) => {
        const set = hasSet.find(({ parameter }) => parameter === name);
        return (
          <p key={name} class="sl-row-line">
            {SETTING_WORDS[sets]}:{' '}
            {set ? (
              `${settingInWords(set.value)}, since ${plainDay(set.from)}`
            ) : (
              <Quiet>not set; {may === 'stricter' ? 'may only be stricter' : 'free to choose'}</Quiet>
            )}
          </p>
        );
      })}
    </>
  );
}
