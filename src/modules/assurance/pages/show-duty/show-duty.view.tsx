import type { ComponentChildren, VNode } from 'preact';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Duty } from '../../../../statute/duty.ts';
import { plainDay, shortDay } from '../../../../ui/dates-in-words.ts';
import type { HousePage } from '../../../../ui/house-page.ts';
import { Layout } from '../../../../ui/layout.tsx';
import { forceInWords } from '../../../../ui/status-word.tsx';
import { Table } from '../../../../ui/table.tsx';
import { Facts, Lead, PageTitle, Quiet, Section } from '../../../../ui/text.tsx';
import { confidenceInWords, countingInWords, limitInWords } from '../../../verdict-in-words.ts';
import { type DutyOnADay, historyOf, type Period } from '../../core/duty-on-a-day.ts';
import { SETTING_WORDS, settingInWords } from '../list-duties/law-of-a-day.ts';

type DutyProps = {
  readonly house: HousePage;
  readonly duty: Duty;
  /** As it stands today. */
  readonly today: DutyOnADay;
  readonly sources: ReadonlyMap<string, string>;
  readonly startsWith: string;
  readonly metBy: string;
};

/** One duty and its history: what the law said, from when until when, and how sure we are of it. */
export function ShowDutyView({ house, duty, today, sources, startsWith, metBy }: DutyProps): VNode {
  return (
    <Layout house={house} title={duty.title} nav="/duties" back={{ text: 'Duties and law', href: '/duties' }}>
      <PageTitle caption={<span class="sl-code">{duty.id}</span>}>{duty.title}</PageTitle>
      <Lead>{duty.asks}</Lead>
      <Facts
        of={[
          ['Who owes it', duty.owes],
          ['Today', todayInWords(today)],
          ['It begins with', startsWith],
          ['It is met by', metBy],
          [
            'Checked',
            `${plainDay(duty.checked.on as LocalDate)}, by ${duty.checked.by}. Next by ${plainDay(duty.checked.next as LocalDate)}`,
          ],
        ]}
      />
      <Section id="history" heading="What the law said, and when">
        <History duty={duty} sources={sources} />
      </Section>
      {duty.overlays.length > 0 && (
        <Section id="relaxed" heading="When it was relaxed">
          {duty.overlays.map(({ from, until, citation }) => (
            <p key={from}>
              {plainDay(from as LocalDate)} to {plainDay(until as LocalDate)}: {citation}
            </p>
          ))}
        </Section>
      )}
      <Section id="council" heading="What this council may set, and has set">
        <CouncilSettings today={today} />
      </Section>
    </Layout>
  );
}

function todayInWords({ whyNot, limit }: DutyOnADay): string {
  if (whyNot === 'switched-off') return 'Switched off';
  if (whyNot !== null) return 'Not in force';
  return limit === null ? 'In force; it must be so' : `In force: within ${limitInWords(limit.value, limit.unit)}`;
}

const History = ({ duty, sources }: { duty: Duty; sources: ReadonlyMap<string, string> }) => (
  <Table
    caption={`History of ${duty.title}`}
    columns={[
      { heading: 'From', namesRow: true, keepTogether: true },
      { heading: 'Until', keepTogether: true },
      { heading: 'Limit' },
      { heading: 'Force and source' },
      { heading: 'How sure we are' },
    ]}
    rows={historyOf(duty)
      .toReversed()
      .map((period) => [
        shortDay(period.from),
        period.until === null ? 'still' : shortDay(period.until),
        ...lawOf(period, sources),
      ])}
  />
);

function lawOf({ value }: Period, sources: ReadonlyMap<string, string>): ComponentChildren[] {
  if (value === null) return [<Quiet>No such duty</Quiet>, '', ''];
  const where = value.source
    .split(',')
    .map((key) => sources.get(key.trim()) ?? key.trim())
    .join('; ');
  return [
    <>
      {value.limit === null || value.count === null ? 'No number of its own' : limitInWords(value.limit, value.count)}
      {value.count && (
        <>
          <br />
          <Quiet>{countingInWords(value.count)}</Quiet>
        </>
      )}
    </>,
    <>
      {forceInWords(value.force)}: {value.citation}
      <br />
      <Quiet>Read in: {where}</Quiet>
    </>,
    <>
      {confidenceInWords(value.confidence)}
      {value.signedOff && `; signed off by ${value.signedOff.by}`}
      {value.note && (
        <>
          <br />
          <Quiet>{value.note}</Quiet>
        </>
      )}
    </>,
  ];
}

function CouncilSettings({ today: { maySet, hasSet } }: { today: DutyOnADay }) {
  if (maySet.length === 0) return <p>Nothing: the law leaves no choice here.</p>;
  return (
    <Table
      caption="What this council may set"
      columns={[{ heading: 'Setting', namesRow: true }, { heading: 'How far' }, { heading: 'Set to' }]}
      rows={maySet.map(({ name, sets, may, note }) => {
        const set = hasSet.find(({ parameter }) => parameter === name);
        return [
          <>
            {SETTING_WORDS[sets]}
            {note && (
              <>
                <br />
                <Quiet>{note}</Quiet>
              </>
            )}
          </>,
          may === 'stricter' ? 'Stricter than the law only' : 'Free',
          set ? `${settingInWords(set.value)}, since ${plainDay(set.from)}` : <Quiet>Not set</Quiet>,
        ];
      })}
    />
  );
}
