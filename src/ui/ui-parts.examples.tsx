import type { ComponentChildren, VNode } from 'preact';
import type { Instant } from '../kernel/instant.ts';
import { type LocalDate, mustBeDate } from '../kernel/local-date.ts';
import { Columns } from './columns.tsx';
import { DaysCounted } from './counted-days.tsx';
import { type DateAsked, readDateBoxes, readDateText } from './date-boxes.ts';
import { DateBoxes, DateLine, dateFault } from './date-fields.tsx';
import type { Counting } from './days-counted.ts';
import { ErrorSummary } from './error-summary.tsx';
import type { Example } from './example.ts';
import { EXAMPLE_HOUSE } from './example-house.ts';
import { Gov } from './gov.tsx';
import type { HousePage } from './house-page.ts';
import { Layout } from './layout.tsx';
import { Provenance } from './provenance.tsx';
import { STATUS_VERDICTS, StatusWord } from './status-word.tsx';
import { Table } from './table.tsx';
import { ChildsWords, Day, Definitions, Facts, Lead, Lines, Missed, PageTitle, Quiet, Section } from './text.tsx';

const day = (text: string): LocalDate => mustBeDate(text);

const page = (title: string, children: ComponentChildren, house: HousePage = EXAMPLE_HOUSE, refused = false): VNode => (
  <Layout house={house} title={title} nav="/children" back={{ text: 'Children', href: '/children' }} refused={refused}>
    {children}
  </Layout>
);

const wordsAndMarks = (): VNode =>
  page(
    'Words and marks',
    <>
      <PageTitle caption="Friday 20 November 2026">Children, and what is due for them</PageTitle>
      <Lead>
        You hold <strong>16 children</strong>. For <Missed>one</Missed> of them something is late.
      </Lead>
      <Columns first={8}>
        <Section id="verdicts" heading="Every answer that a clock can give">
          <Table
            caption="Verdicts"
            columns={[
              { heading: 'Where it stands', namesRow: true },
              { heading: 'Due by', keepTogether: true },
              { heading: 'Children', figures: true },
              { heading: 'What is known' },
            ]}
            rows={STATUS_VERDICTS.map((verdict, index) => [
              <StatusWord verdict={verdict} miss={verdict === 'met-late' ? 'guidance not followed' : null} />,
              <Day on={day('2026-11-24')} />,
              index * 101,
              <>
                Booked for Mon 23 Nov, 4pm. <Quiet>Temitope Adeyemi-Featherstonehaugh</Quiet>
              </>,
            ])}
            totals={['All', '', 5555, '']}
          />
        </Section>
        <Section id="rule" heading="The rule">
          <Definitions
            of={[
              ['Duty', 'Hold the initial child protection conference'],
              ['Rule file', <span class="sl-code">initial-conference-fifteen-working-days</span>],
            ]}
          />
        </Section>
      </Columns>
      <ChildsWords to="To Temitope Adeyemi, 13 Oct 2026, in English, alone.">
        “I want to see Zayn’s new school.”
      </ChildsWords>
      <Facts
        of={[
          ['Born', '14 Feb 2018 (8 years 9 months)'],
          ['Held by', 'Temitope Adeyemi, social worker, for 371 days'],
        ]}
      />
      <Lines of={[<a href="/drafts/1">Visit to Kacper, 18 Nov</a>, 'Report for Ikram’s review']} />
      <Provenance happenedBy={day('2026-11-20')} knownAt={'2026-11-20T09:05:00.000Z' as Instant}>
        The limit is this council’s own.
      </Provenance>
    </>,
  );

const VISIT: DateAsked = { what: 'The day of the visit', notAfter: { day: day('2026-11-20'), words: 'today' } };

function form(typedDay: string, line: string): VNode {
  const typed = { day: typedDay, month: 'March', year: '2015' };
  const [read, readLine] = [readDateBoxes(typed, VISIT), readDateText(line, VISIT)];
  const faults = [
    ...dateFault('visited', read),
    ...dateFault('heard', readLine).map(({ text }) => ({ field: 'heard', text })),
  ];
  return page(
    'Record a visit',
    <form class="sl-form" method="post" action="/visits" noValidate data-draft="/drafts/visit">
      <ErrorSummary faults={faults} />
      <PageTitle caption="Usually 11 minutes">Record a visit</PageTitle>
      <DateBoxes name="visited" legend="When was the visit?" hint="For example, 27 3 2015" typed={typed} read={read} />
      <DateLine name="heard" label="When did you hear of it?" typed={line} read={readLine} />
      <Gov
        is="radios"
        name="seen"
        fieldset={{ legend: { text: 'Was the child seen?', classes: 'govuk-fieldset__legend--m' } }}
        items={[
          { value: 'alone', text: 'Alone' },
          { value: 'with-others', text: 'With others' },
          { value: 'not-seen', text: 'No' },
          { value: 'not-known', text: 'I don’t know' },
        ]}
      />
      <Gov is="textarea" id="words" name="words" label={{ text: 'What the child said, in the child’s words' }} />
      <Gov is="button" text="Record the visit" preventDoubleClick />
      <p class="sl-kept" data-draft-said aria-live="polite" />
    </form>,
    EXAMPLE_HOUSE,
    faults.length > 0,
  );
}

const conference: Counting = {
  startedOn: day('2013-03-25'),
  startWords: 'Strategy discussion',
  dueOn: day('2013-04-17'),
  count: 'working-days',
  startCounts: false,
  holidays: [
    { on: day('2013-03-29'), name: 'Good Friday' },
    { on: day('2013-04-01'), name: 'Easter Monday' },
  ],
  marks: [{ on: day('2013-04-19'), words: 'conference held' }],
};
const longCount: Counting = {
  startedOn: day('2026-01-14'),
  startWords: 'Plan began',
  dueOn: day('2026-07-14'),
  count: 'none',
  startCounts: false,
  holidays: [],
  marks: [{ on: day('2026-11-20'), words: 'today' }],
};

const counted = (counting: Counting) => (): VNode =>
  page(
    'Why “met late”',
    <>
      <PageTitle>Why “met late”: initial conference</PageTitle>
      <p>
        <StatusWord verdict="met-late" text="Met late, by 2 working days" big />
      </p>
      <Columns first={8}>
        <Section id="days" heading="How the days were counted">
          <DaysCounted counting={counting} />
        </Section>
        <Section id="force" heading="The rule">
          <Definitions of={[['Force', 'Statutory guidance']]} />
        </Section>
      </Columns>
    </>,
  );

const REAL: HousePage = {
  ...EXAMPLE_HOUSE,
  council: 'Llanfairpwllgwyngyll and Newcastle-under-Lyme Metropolitan Borough Council',
  colour: '#7a1f5c',
  mark: 'real',
  trial: true,
  person: { name: 'Maximiliana Featherstonehaugh-Cholmondeley', role: 'independent reviewing officer' },
};

export const examples: readonly Example[] = [
  { page: 'Parts', name: 'words and marks', view: wordsAndMarks },
  { page: 'Parts', name: 'form, understood', view: () => form('27th', 'Fri 27 March 2015') },
  { page: 'Parts', name: 'form, refused', view: () => form('31st', 'Monday 27 March 2015') },
  { page: 'Parts', name: 'days counted', view: counted(conference) },
  { page: 'Parts', name: 'days counted over months', view: counted(longCount) },
  {
    page: 'Parts',
    name: 'real, with trial files, the longest names',
    view: () => page('Children', <PageTitle>Children</PageTitle>, REAL),
  },
  {
    page: 'Parts',
    name: 'before sign-in',
    view: () =>
      page('Sign in', <PageTitle>Sign in</PageTitle>, { ...EXAMPLE_HOUSE, person: null, nav: [], signOut: null }),
  },
];
