import type { VNode } from 'preact';
import type { Id } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Typed } from '../../../../platform/http/page.ts';
import type { DateRead } from '../../../../ui/date-boxes.ts';
import { dateTyped } from '../../../../ui/date-boxes.ts';
import { DateBoxes } from '../../../../ui/date-fields.tsx';
import { ErrorSummary, type FieldFault, faultOf } from '../../../../ui/error-summary.tsx';
import { Gov, govHtml } from '../../../../ui/gov.tsx';
import type { HousePage } from '../../../../ui/house-page.ts';
import { Layout } from '../../../../ui/layout.tsx';
import { PageTitle, Section } from '../../../../ui/text.tsx';
import { ageInWords, type ChildFace, childPath, councilIdsOf, headingOf } from '../../../child-face.ts';
import { DraftNotice, type DraftState, FormButtons } from '../../../draft-notice.tsx';
import { typedIn } from '../../../typed-form.ts';
import { field } from './record-visit.form.ts';
export type VisitFormModel = {
  readonly house: HousePage;
  readonly csrf: string;
  readonly today: LocalDate;
  /** The child of the page first, then those who grow up with them. */
  readonly children: readonly { readonly face: ChildFace; readonly lastSeen: Id | null }[];
  readonly command: Id;
  readonly typed: Typed;
  readonly day: DateRead | undefined;
  readonly faults: readonly FieldFault[];
  readonly draft: DraftState;
};

/** What a child is called in a question. */
export const calledOf = (face: ChildFace, on: LocalDate): string => face.name ?? headingOf(face, on);

/** Records one visit to a child, and to those who grow up with them, in one go. */
export function RecordVisitView(model: VisitFormModel): VNode {
  const { house, csrf, children, faults, typed, day, command, draft, today } = model;
  const first = children[0]?.face;
  if (!first) throw new Error('A visit is to somebody.');
  const back = { text: headingOf(first, today), href: childPath(first.child) };
  return (
    <Layout house={house} title="Record a visit" nav="/children" back={back} refused={faults.length > 0}>
      <ErrorSummary faults={faults} />
      <PageTitle caption={councilIdsOf(first)}>A visit to {calledOf(first, today)}</PageTitle>
      <form method="post" action={visitPath(first)} class="sl-form" noValidate data-draft={draft.action}>
        <input type="hidden" name="_csrf" value={csrf} />
        <input type="hidden" name="command" value={command} />
        <DraftNotice draft={draft} />
        <When typed={typed} day={day} faults={faults} />
        <WhoWasThere typed={typed} faults={faults} />
        {children.map(({ face, lastSeen }, place) => (
          <OneChild key={face.child} {...{ face, lastSeen, place, typed, faults, today }} />
        ))}
        <FormButtons record="Record the visit" draft={draft} />
      </form>
    </Layout>
  );
}

export const visitPath = ({ child }: Pick<ChildFace, 'child'>): string => `${childPath(child)}/visits/new`;

type Answers = { readonly typed: Typed; readonly faults: readonly FieldFault[] };

const When = ({ typed, faults, day }: Answers & { day: DateRead | undefined }) => (
  <Section id="when" heading="When it was">
    <DateBoxes
      name="day"
      legend="What day was the visit?"
      hint="The time to the next visit is counted from this day. A visit of long ago can be written down too."
      typed={dateTyped(typed, 'day')}
      read={readOrAsked(day, faults)}
    />
    <Gov
      is="input"
      id="time"
      name="time"
      label={{ text: 'What time did it begin? (leave empty if you do not know)', classes: 'govuk-label--m' }}
      hint={{ text: 'For example, 3.30pm' }}
      classes="govuk-input--width-5"
      value={typedIn(typed, 'time')}
      errorMessage={faultOf(faults, 'time')}
    />
  </Section>
);

/** An empty date is only wrong once the form has been sent. */
function readOrAsked(day: DateRead | undefined, faults: readonly FieldFault[]): DateRead | undefined {
  const fault = faults.find((each) => each.field.startsWith('day-'));
  return day?.is === 'empty' && fault ? { is: 'fault', text: fault.text, parts: ['day', 'month', 'year'] } : day;
}

const WhoWasThere = ({ typed, faults }: Answers) => (
  <Section id="there" heading="Who and where">
    <Gov
      is="radios"
      idPrefix="present"
      name="present"
      fieldset={{ legend: { text: 'Who else was there?', classes: 'govuk-fieldset__legend--m' } }}
      hint={{ text: 'Whoever reads this later needs to know who could hear what was said.' }}
      errorMessage={faultOf(faults, 'present')}
      value={typedIn(typed, 'present')}
      items={[
        {
          value: 'people',
          text: 'These people',
          conditional: {
            html: govHtml('textarea', {
              id: 'people',
              name: 'people',
              rows: 3,
              label: { text: 'Who they were, one on each line' },
              value: typedIn(typed, 'people'),
              errorMessage: faultOf(faults, 'people'),
            }),
          },
        },
        { value: 'nobody', text: 'Nobody else' },
        { value: 'not-known', text: 'I do not know' },
      ]}
    />
    <Gov
      is="input"
      id="place"
      name="place"
      label={{ text: 'Where was it? (leave empty if you do not know)', classes: 'govuk-label--m' }}
      hint={{ text: 'At home, at school: never the address of a place that is kept secret.' }}
      classes="govuk-input--width-20"
      value={typedIn(typed, 'place')}
    />
  </Section>
);

type OneChildProps = Answers & {
  readonly face: ChildFace;
  readonly lastSeen: Id | null;
  readonly place: number;
  readonly today: LocalDate;
};

function OneChild({ face, lastSeen, place, typed, faults, today }: OneChildProps) {
  const called = calledOf(face, today);
  const boxes = { words: field('words', place), account: field('account', place), last: field('last', place) };
  const unborn = ageInWords(face, today) === 'unborn';
  return (
    <Section id={`child-${place + 1}`} heading={headingOf(face, today)}>
      <input type="hidden" name={boxes.last} value={typedIn(typed, boxes.last) || (lastSeen ?? '')} />
      <HowSeenQuestion {...{ called, place, typed, faults, unborn }} />
      {!unborn && (
        <Gov
          is="textarea"
          id={boxes.words}
          name={boxes.words}
          rows={3}
          label={{ text: `What did ${called} say, word for word?`, classes: 'govuk-label--m' }}
          hint={{
            text: 'Only the child’s words, in any language. They stay open until a decision answers them and the child is told.',
          }}
          value={typedIn(typed, boxes.words)}
        />
      )}
      <Gov
        is="textarea"
        id={boxes.account}
        name={boxes.account}
        rows={6}
        label={{ text: 'What did you see and do?', classes: 'govuk-label--m' }}
        hint={{ text: `What you made of it belongs here, apart from what ${called} said.` }}
        value={typedIn(typed, boxes.account)}
      />
    </Section>
  );
}

type HowSeenProps = Answers & { readonly called: string; readonly place: number; readonly unborn: boolean };

function HowSeenQuestion({ called, place, typed, faults, unborn }: HowSeenProps) {
  const [seen, why] = [field('seen', place), field('why', place)];
  const reason = govHtml('textarea', {
    id: why,
    name: why,
    rows: 2,
    label: { text: `Why was ${called} not seen?` },
    value: typedIn(typed, why),
    errorMessage: faultOf(faults, why),
  });
  const born = [
    {
      value: 'alone',
      text: 'Seen alone',
      hint: { text: 'Without a parent, a carer, or anybody else from the home in the room' },
    },
    { value: 'with-others', text: 'Seen with others' },
    { value: 'not-seen', text: 'Not seen', conditional: { html: reason } },
  ];
  return (
    <Gov
      is="radios"
      idPrefix={seen}
      name={seen}
      fieldset={{ legend: { text: `Was ${called} seen?`, classes: 'govuk-fieldset__legend--m' } }}
      hint={{ text: 'A visit at which the child was not seen is recorded, and does not start the count again.' }}
      errorMessage={faultOf(faults, seen)}
      value={typedIn(typed, seen)}
      items={[
        ...(unborn ? [{ value: 'unborn', text: 'Not born yet: the family was visited' }] : born),
        { value: 'not-known', text: 'I do not know' },
        ...(place === 0 ? [] : [{ value: 'not-visited', text: `The visit was not to ${called}` }]),
      ]}
    />
  );
}
