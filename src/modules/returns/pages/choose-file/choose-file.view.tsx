import type { VNode } from 'preact';
import type { Typed } from '../../../../platform/http/page.ts';
import { ErrorSummary, type FieldFault, faultOf } from '../../../../ui/error-summary.tsx';
import { Gov } from '../../../../ui/gov.tsx';
import type { HousePage } from '../../../../ui/house-page.ts';
import { Layout } from '../../../../ui/layout.tsx';
import { Lead, PageTitle, Section } from '../../../../ui/text.tsx';
import { typedIn } from '../../../typed-form.ts';
import { type ListedRun, LoadingHistory } from './loading-history.tsx';

export type ChooseFileModel = {
  readonly house: HousePage;
  readonly csrf: string;
  /** A page of the loadings there ever were, from 1, and how many there are in all. */
  readonly runs: readonly ListedRun[];
  readonly page: number;
  readonly of: number;
  /** What was typed, shown again beside what is wrong with it. Files must be chosen anew. */
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
};

export const IMPORT_PATH = '/import';

/** Where files are sent, and what was loaded before. */
export function ChooseFileView({ house, csrf, runs, page, of, typed, faults }: ChooseFileModel): VNode {
  return (
    <Layout house={house} title="Load a file" nav={IMPORT_PATH} refused={faults.length > 0}>
      <ErrorSummary faults={faults} />
      <PageTitle>Load a file</PageTitle>
      <Lead>
        The whole file is read before anything of it is kept. You can leave the page while it loads, and the report will
        be here.
      </Lead>
      <form method="post" action={IMPORT_PATH} encType="multipart/form-data" class="sl-form" noValidate>
        <input type="hidden" name="_csrf" value={csrf} />
        <Kind typed={typed} faults={faults} />
        <Gov
          is="input"
          id="year"
          name="year"
          label={{ text: 'For a looked-after return: in which year does it end?', classes: 'govuk-label--m' }}
          hint={{ text: '2026 is April 2025 to March 2026. The tables themselves do not say it.' }}
          classes="govuk-input--width-4"
          inputmode="numeric"
          value={typedIn(typed, 'year')}
          errorMessage={faultOf(faults, 'year')}
        />
        <Gov
          is="input"
          id="as-at"
          name="as-at"
          label={{ text: 'For Annex A: of which day are the lists?', classes: 'govuk-label--m' }}
          hint={{ text: 'For example, 31 March 2026. The workbook does not say it.' }}
          classes="govuk-input--width-10"
          value={typedIn(typed, 'as-at')}
          errorMessage={faultOf(faults, 'as-at')}
        />
        <Gov
          is="fileUpload"
          id="file"
          name="file"
          label={{ text: 'The file, or all tables of one return together', classes: 'govuk-label--m' }}
          errorMessage={faultOf(faults, 'file')}
          attributes={{ accept: '.xml,.csv,.xlsx', multiple: 'multiple' }}
        />
        {house.mark === 'invented' && <Trial />}
        <Gov is="button" text="Load the file" preventDoubleClick />
      </form>
      <Section id="loaded" heading="What was loaded">
        <LoadingHistory path={IMPORT_PATH} runs={runs} page={page} of={of} />
      </Section>
    </Layout>
  );
}

const Kind = ({ typed, faults }: Pick<ChooseFileModel, 'typed' | 'faults'>) => (
  <Gov
    is="radios"
    idPrefix="kind"
    name="kind"
    fieldset={{ legend: { text: 'What is it?', classes: 'govuk-fieldset__legend--m' } }}
    errorMessage={faultOf(faults, 'kind')}
    value={typedIn(typed, 'kind')}
    items={[
      {
        value: 'cin-census',
        text: 'Children in Need census',
        hint: { text: 'One XML file for one year, 2022 to 2026, as it is sent to the Department for Education' },
      },
      {
        value: 'ssda903',
        text: 'Looked-after return (SSDA903)',
        hint: { text: 'All its tables as CSV, chosen together, or one XML file; 2018 to 2026' },
      },
      {
        value: 'annex-a',
        text: 'Lists of Annex A',
        hint: { text: 'One workbook (.xlsx) with the lists on its sheets' },
      },
    ]}
  />
);

const Trial = () => (
  <Gov
    is="checkboxes"
    idPrefix="trial"
    name="trial"
    items={[
      {
        value: 'yes',
        text: 'Load it for trial, though Sightline’s generator did not write it',
        hint: {
          text: 'This database holds invented children. Every page will say from then on that trial files are among them.',
        },
      },
    ]}
  />
);
