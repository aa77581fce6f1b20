import type { VNode } from 'preact';
import type { Id } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Typed } from '../../../../platform/http/page.ts';
import { type DateRead, dateTyped } from '../../../../ui/date-boxes.ts';
import { DateBoxes } from '../../../../ui/date-fields.tsx';
import { ErrorSummary, type FieldFault, faultOf } from '../../../../ui/error-summary.tsx';
import { Gov, govHtml } from '../../../../ui/gov.tsx';
import type { HousePage } from '../../../../ui/house-page.ts';
import { Layout } from '../../../../ui/layout.tsx';
import { PageTitle, Section } from '../../../../ui/text.tsx';
import { type ChildFace, childPath, councilIdsOf, headingOf } from '../../../child-face.ts';
import { DraftNotice, type DraftState, FormButtons } from '../../../draft-notice.tsx';
import { typedIn } from '../../../typed-form.ts';

/** Whose place it may be: the child of the page, or an adult around them. */
export type WhoseItMayBe = { readonly book: Id; readonly name: string | null; readonly isChild: boolean };

export type PlaceFormModel = {
  readonly house: HousePage;
  readonly csrf: string;
  readonly today: LocalDate;
  readonly face: ChildFace;
  readonly people: readonly WhoseItMayBe[];
  readonly command: Id;
  readonly typed: Typed;
  readonly day: DateRead | undefined;
  readonly faults: readonly FieldFault[];
  readonly draft: DraftState;
};

export const placeFormPath = (child: Id): string => `${childPath(child)}/addresses/new`;

const calledOf = ({ isChild, name }: WhoseItMayBe, face: ChildFace, today: LocalDate): string =>
  isChild ? headingOf(face, today) : (name ?? 'An adult whose name is not known');

/** Records an address or a telephone number of a child, or of an adult around them. */
export function RecordPlaceView(model: PlaceFormModel): VNode {
  const { house, csrf, face, people, faults, typed, day, command, draft, today } = model;
  const back = { text: headingOf(face, today), href: childPath(face.child) };
  return (
    <Layout house={house} title="Record an address or a number" nav="/children" back={back} refused={faults.length > 0}>
      <ErrorSummary faults={faults} />
      <PageTitle caption={councilIdsOf(face)}>An address or a number of {headingOf(face, today)}</PageTitle>
      <form method="post" action={placeFormPath(face.child)} class="sl-form" noValidate data-draft={draft.action}>
        <input type="hidden" name="_csrf" value={csrf} />
        <input type="hidden" name="command" value={command} />
        <DraftNotice draft={draft} />
        <Gov
          is="radios"
          idPrefix="whom"
          name="whom"
          fieldset={{ legend: { text: 'Whose is it?', classes: 'govuk-fieldset__legend--m' } }}
          errorMessage={faultOf(faults, 'whom')}
          value={typedIn(typed, 'whom')}
          items={people.map((person) => ({ value: person.book, text: calledOf(person, face, today) }))}
        />
        <What typed={typed} faults={faults} />
        <DateBoxes
          name="from"
          legend="From what day? (leave empty if you do not know)"
          hint="The day on which they moved in, or from which the number was theirs."
          typed={dateTyped(typed, 'from')}
          read={day?.is === 'empty' ? undefined : day}
        />
        <IsItProtected typed={typed} faults={faults} />
        <FormButtons record="Record it" draft={draft} />
      </form>
    </Layout>
  );
}

type Answers = { readonly typed: Typed; readonly faults: readonly FieldFault[] };

const What = ({ typed, faults }: Answers) => (
  <Section id="what" heading="What it is">
    <Gov
      is="radios"
      idPrefix="kind"
      name="kind"
      fieldset={{ legend: { text: 'What do you want to record?', classes: 'govuk-fieldset__legend--m' } }}
      errorMessage={faultOf(faults, 'kind')}
      value={typedIn(typed, 'kind')}
      items={[
        { value: 'address', text: 'An address', conditional: { html: addressBoxes(typed, faults) } },
        { value: 'phone', text: 'A telephone number', conditional: { html: numberBoxes(typed, faults) } },
      ]}
    />
  </Section>
);

const addressBoxes = (typed: Typed, faults: readonly FieldFault[]): string =>
  govHtml('textarea', {
    id: 'line',
    name: 'line',
    rows: 3,
    label: { text: 'House number or name, street and town' },
    autocomplete: 'off',
    value: typedIn(typed, 'line'),
    errorMessage: faultOf(faults, 'line'),
  }) +
  govHtml('input', {
    id: 'postcode',
    name: 'postcode',
    label: { text: 'Postcode (leave empty if you do not know)' },
    classes: 'govuk-input--width-10',
    autocomplete: 'off',
    value: typedIn(typed, 'postcode'),
    errorMessage: faultOf(faults, 'postcode'),
  });

const numberBoxes = (typed: Typed, faults: readonly FieldFault[]): string =>
  govHtml('input', {
    id: 'number',
    name: 'number',
    type: 'tel',
    label: { text: 'Number' },
    classes: 'govuk-input--width-20',
    autocomplete: 'off',
    value: typedIn(typed, 'number'),
    errorMessage: faultOf(faults, 'number'),
  }) +
  govHtml('input', {
    id: 'whose',
    name: 'whose',
    label: { text: 'Whose telephone it is, if it is somebody else’s (leave empty if it is theirs)' },
    hint: { text: 'For example, her sister’s, who takes messages' },
    autocomplete: 'off',
    value: typedIn(typed, 'whose'),
    errorMessage: faultOf(faults, 'whose'),
  });

const IsItProtected = ({ typed, faults }: Answers) => (
  <Section id="safety" heading="Who may know it">
    <Gov
      is="radios"
      idPrefix="protected"
      name="protected"
      fieldset={{ legend: { text: 'Is it protected?', classes: 'govuk-fieldset__legend--m' } }}
      hint={{
        text: 'Protected: somebody would be in danger if it became known. It is shown to the child’s worker, their manager and who stands in for them, and to nobody else.',
      }}
      errorMessage={faultOf(faults, 'protected')}
      value={typedIn(typed, 'protected')}
      items={[
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
        {
          value: 'not-known',
          text: 'I do not know',
          hint: { text: 'Then it is kept as protected until somebody says that it is not.' },
        },
      ]}
    />
  </Section>
);
