import type { VNode } from 'preact';
import type { Typed } from '../../../../../platform/http/page.ts';
import { countOf, plainDay } from '../../../../../ui/dates-in-words.ts';
import { ErrorSummary, type FieldFault, faultOf } from '../../../../../ui/error-summary.tsx';
import { Gov } from '../../../../../ui/gov.tsx';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { Lead, PageTitle, Section } from '../../../../../ui/text.tsx';
import { typedIn } from '../../../../typed-form.ts';
import { rolesInWords } from '../../../core/permission.ts';
import type { Rights } from '../../../core/rights/decide-rights.ts';
import type { SampleTold } from '../../../store/rights/person-record.ts';
import { tickedIn } from '../role-boxes.tsx';
import { SpanBoxes } from '../span-boxes.tsx';

export type SamplesModel = {
  readonly house: HousePage;
  readonly csrf: string;
  readonly samples: readonly SampleTold[];
  /** Auditors and inspectors whose accounts are active. */
  readonly readers: readonly Rights[];
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
};

/** The samples that are drawn, and the form that draws one. */
export const DrawSampleView = (model: SamplesModel): VNode => {
  const { house, csrf, samples, faults } = model;
  return (
    <Layout house={house} title="Samples" nav="/samples" refused={faults.length > 0}>
      <ErrorSummary faults={faults} />
      <PageTitle>Files drawn for audits and inspections</PageTitle>
      <Lead>
        Whoever reads a sample may open its files and no others, from the first day to the last. A restricted record
        stays closed to them.
      </Lead>
      <Section id="drawn" heading="Drawn">
        {samples.length === 0 && <p class="govuk-body">No files are drawn.</p>}
        {samples.map(({ entry, title, people, children, from, until }, index) => (
          <form key={entry} method="post" action="/samples/end" noValidate>
            <input type="hidden" name="_csrf" value={csrf} />
            <input type="hidden" name="sample" value={entry} />
            <p class="govuk-body">
              <strong>{title}</strong>: {countOf(children, 'child', 'children')} for {people.join(', ')}, from{' '}
              {plainDay(from)} until {plainDay(until)}.
            </p>
            <Gov
              is="input"
              id={`ended-${index}`}
              name="because"
              label={{ text: 'Why is it closed?' }}
              classes="govuk-input--width-20"
              errorMessage={faultOf(faults, `ended-${index}`)}
            />
            <Gov is="button" text="Close these files" classes="govuk-button--secondary" preventDoubleClick />
          </form>
        ))}
      </Section>
      <Section id="draw" heading="Draw files">
        <SampleForm {...model} />
      </Section>
    </Layout>
  );
};

const SampleForm = ({ csrf, readers, typed, faults }: SamplesModel) => (
  <form method="post" action="/samples" class="sl-form" noValidate>
    <input type="hidden" name="_csrf" value={csrf} />
    <Gov
      is="input"
      id="title"
      name="title"
      label={{ text: 'What is it for?', classes: 'govuk-label--m' }}
      hint={{ text: 'Such as “Audit of spring 2026”. Name no child.' }}
      value={typedIn(typed, 'title')}
      errorMessage={faultOf(faults, 'title')}
    />
    {readers.length === 0 ? (
      <p class="govuk-body" id="readers">
        Nobody holds the role of case auditor or inspector: an administrator gives it first.
      </p>
    ) : (
      <Gov
        is="checkboxes"
        idPrefix="readers"
        name="readers"
        fieldset={{ legend: { text: 'Who reads them?', classes: 'govuk-fieldset__legend--m' } }}
        errorMessage={faultOf(faults, 'readers')}
        values={[...tickedIn(typed, 'readers')]}
        items={readers.map((each) => ({ value: each.person, text: `${each.name}, ${rolesInWords(each.roles)}` }))}
      />
    )}
    <Gov
      is="textarea"
      id="numbers"
      name="numbers"
      rows={6}
      label={{ text: 'Which children?', classes: 'govuk-label--m' }}
      hint={{ text: 'The council’s numbers, one a line, or pasted from a list.' }}
      value={typedIn(typed, 'numbers')}
      errorMessage={faultOf(faults, 'numbers')}
      spellcheck={false}
    />
    <SpanBoxes first="The first day" last="The last day" typed={typed} faults={faults} />
    <Gov is="button" text="Draw these files" preventDoubleClick />
  </form>
);
